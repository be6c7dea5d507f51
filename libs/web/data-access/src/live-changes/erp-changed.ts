import type { Capability } from '@headwater/erp-contracts';
import type { ErpRefKind } from '@headwater/kernel';

/** Something changed in an ERP: which thing, not how. The screen asks again for what it shows of it. */
export interface ErpChanged {
  readonly connectionId: string;
  readonly kind: ErpRefKind;
  readonly key: string;
  /** Absent where the ERP did not say whose it is: then it may be anybody's. */
  readonly customer?: string;
  readonly order?: string;
  /** What may now answer differently, as far as this user may read it. */
  readonly capabilities: readonly Capability[];
}

/** Whether a change may touch what is shown of this customer. */
export function concernsCustomer(
  change: ErpChanged,
  link: { readonly connectionId: string; readonly externalId: string },
): boolean {
  if (change.connectionId !== link.connectionId) return false;
  return change.customer === undefined || sameKey(change.customer, link.externalId);
}

/** Whether a change may touch this order, its lines or its shipments. */
export function concernsOrder(
  change: ErpChanged,
  order: { readonly connectionId: string; readonly number: string },
): boolean {
  if (change.connectionId !== order.connectionId) return false;
  if (!change.capabilities.includes('orders') && !change.capabilities.includes('shipments')) return false;
  const named = change.kind === 'order' ? change.key : change.order;
  return named === undefined || sameKey(named, order.number);
}

/** ERPs ignore case and surrounding spaces in keys. */
function sameKey(left: string, right: string): boolean {
  return left.trim().toUpperCase() === right.trim().toUpperCase();
}
