import type { Order, Release, ReleaseState } from '../world/model/order';

/** 0 Quote, 1 Ordered, 2 Picked, 3 Shipped, 4 Invoiced, 5 Paid, 9 Cancelled. Lists give the number, one order the text. */
export const STAGES: Readonly<Record<ReleaseState, { readonly code: number; readonly text: string }>> = {
  quote: { code: 0, text: 'Quote' },
  open: { code: 1, text: 'Ord' },
  picked: { code: 2, text: 'Pck' },
  shipped: { code: 3, text: 'Shp' },
  invoiced: { code: 4, text: 'Inv' },
  paid: { code: 5, text: 'Pd' },
  cancelled: { code: 9, text: 'Can' },
};

export function stageOf(release: Release): { readonly code: number; readonly text: string } {
  return STAGES[release.state];
}

/** so stock order, qu quote, rm return merchandise. Lists write it small, headers in capitals. */
export function transactionType(order: Order): 'so' | 'qu' | 'rm' {
  if (order.kind === 'quote') return 'qu';
  return order.kind === 'return' ? 'rm' : 'so';
}

/** Anything but "y" means on hold. */
export function approval(order: Order): 'y' | 'n' | 'h' {
  if (order.hold === null) return 'y';
  return order.hold === 'credit' ? 'h' : 'n';
}
