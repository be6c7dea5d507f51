import { ANY_KEY, type LiveChange } from '@headwater/erp-contracts';

/** Whether a change may touch what is shown of this customer. */
export function concernsCustomer(
  change: LiveChange,
  link: { readonly connectionId: string; readonly externalId: string },
): boolean {
  if (change.connectionId !== link.connectionId) return false;
  const named = customerIn(change);
  return named === undefined || sameKey(named, link.externalId);
}

/** Whose change it is; undefined where it may be anybody's. */
function customerIn({ kind, key, customer }: LiveChange): string | undefined {
  if (kind !== 'customer' && kind !== 'credit') return customer;
  return key === ANY_KEY ? undefined : key;
}

/** Whether a change may touch this order, its lines or its shipments. */
export function concernsOrder(
  change: LiveChange,
  order: { readonly connectionId: string; readonly number: string },
): boolean {
  if (change.connectionId !== order.connectionId) return false;
  if (!change.capabilities.includes('orders') && !change.capabilities.includes('shipments')) return false;
  const named = change.kind === 'order' ? change.key : change.order;
  return named === undefined || named === ANY_KEY || sameKey(named, order.number);
}

/** ERPs ignore case and surrounding spaces in keys. */
function sameKey(left: string, right: string): boolean {
  return left.trim().toUpperCase() === right.trim().toUpperCase();
}
