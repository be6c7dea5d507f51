import type { VendorAnswer } from '@headwater/erp-contracts';
import type { Generation } from './connection-generations';

/** When a vendor call began, by both measures. Taken before the ERP is asked, never after. */
export interface CallStart {
  readonly generation: Generation;
  /** Monotonic. */
  readonly beganAt: number;
}

/** What the ERP said, and when it was asked. */
export interface KnownAnswer extends VendorAnswer<unknown>, CallStart {}
