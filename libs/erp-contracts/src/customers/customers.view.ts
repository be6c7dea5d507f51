import type { ErpRef } from '@headwater/kernel';

export interface PostalAddressView {
  readonly kind: 'billing' | 'shipping' | 'other';
  /** The ERP's id of a ship-to; absent on the main address. */
  readonly shipTo?: string;
  readonly name?: string;
  readonly lines: readonly string[];
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
}

export interface CustomerView {
  readonly ref: ErpRef;
  readonly number: string;
  readonly name: string;
  readonly addresses: readonly PostalAddressView[];
  readonly phone?: string;
  readonly email?: string;
  readonly salesperson?: string;
  readonly terms?: string;
  /** ISO 4217; absent where the ERP does not say. */
  readonly currency?: string;
  readonly blocked: boolean;
}
