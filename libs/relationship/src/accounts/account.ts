import type { ErpRefKind, Instant } from '@headwater/kernel';

/** A pointer from an account to one of its customers in an ERP: a key, and nothing the ERP says about it. */
export interface ErpLink {
  readonly id: string;
  readonly connectionId: string;
  readonly connectionName: string;
  readonly kind: Extract<ErpRefKind, 'customer'>;
  /** The ERP's own customer number, with its leading zeros. */
  readonly externalId: string;
}

/** A company somebody works with. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly website: string | null;
  readonly industry: string | null;
  readonly territory: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly parentId: string | null;
  readonly erpLinks: readonly ErpLink[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Grows with every change; named by `If-Match`. */
  readonly version: number;
}
