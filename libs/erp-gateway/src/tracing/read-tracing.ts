import type { ErpRead } from '@headwater/erp-contracts';

/** Makes what happens inside a read a part of the read's span. */
export interface ReadTracing {
  around<T>(read: ErpRead, work: () => Promise<T>): Promise<T>;
}
