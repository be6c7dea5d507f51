import type { Order, Release } from '../../world/model/order';
import { hasShipped, isWaiting } from '../../world/orders/order-amounts';

/** What decides the status of an order: some of it waits, some has shipped, some of that is not billed, some was given up. */
interface Progress {
  readonly waits: boolean;
  readonly shipped: boolean;
  readonly unbilled: boolean;
  readonly cancelled: boolean;
}

/** The letter of a sales order; a paid order and an unpaid one are both Billed. */
export function orderStatus(order: Order): string {
  const { waits, shipped, unbilled, cancelled } = progressOf(order);
  if (order.hold !== null && waits) return 'A';
  if (!waits && !shipped) return 'C';
  if (waits && !shipped) return 'B';
  if (waits) return unbilled ? 'E' : 'D';
  if (unbilled) return 'F';
  return cancelled ? 'H' : 'G';
}

/** A return is received where an order ships, and refunded where an order is billed: the letters run alike. */
export function returnStatus(order: Order): string {
  return orderStatus(order);
}

export function estimateStatus(order: Order): string {
  return order.releases.some((release) => release.state === 'quote') ? 'A' : 'C';
}

/** Without Pick, Pack and Ship a fulfilment only exists once it has shipped. */
export function fulfilmentStatus(release: Release): string {
  return hasShipped(release) ? 'C' : 'A';
}

function progressOf(order: Order): Progress {
  const shipped = order.releases.filter(hasShipped);
  return {
    waits: order.releases.some(isWaiting),
    shipped: shipped.length > 0,
    unbilled: shipped.some((release) => release.invoice === null),
    cancelled: order.releases.some((release) => release.state === 'cancelled'),
  };
}
