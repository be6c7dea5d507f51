import type { ErpRefKind } from '@headwater/kernel';
import type { ErpChange } from './change';
import type { Capability } from './operations';

const TOUCHED: { readonly [K in ErpRefKind]: readonly Capability[] } = {
  customer: ['customers', 'prices', 'credit'],
  item: ['items', 'availability', 'prices', 'orders'],
  order: ['orders', 'shipments', 'invoices', 'credit'],
  shipment: ['orders', 'shipments'],
  invoice: ['orders', 'invoices', 'credit'],
  price: ['prices'],
  availability: ['availability'],
  credit: ['customers', 'credit'],
};

/** Of which capabilities a change may make answers questionable: what an open screen has to read again. */
export function capabilitiesTouchedBy(change: ErpChange): readonly Capability[] {
  return TOUCHED[change.kind];
}
