import { isZero } from '@headwater/kernel';
import type { Order, OrderStatus, Release, ReleaseState } from '../model/order';
import { hasShipped, isWaiting, shippedOf, waitingOf } from './order-amounts';

/** One word for a whole order, whatever its releases are at. */
export function statusOf(order: Order): OrderStatus {
  const live = order.releases.filter((release) => release.state !== 'cancelled');
  if (live.length === 0) return 'cancelled';
  if (order.kind === 'quote') return 'quote';
  const waiting = live.filter(isWaiting);
  if (order.hold !== null && waiting.length > 0) return 'on-hold';
  if (waiting.length > 0) return live.some(hasShipped) ? 'partly-shipped' : beforeShipping(waiting);
  return furthestBehind(live);
}

export function lineStatusOf(order: Order, lineNo: number): OrderStatus {
  const status = statusOf(order);
  if (status !== 'partly-shipped') return status;
  if (isZero(shippedOf(order, lineNo))) return 'open';
  return isZero(waitingOf(order, lineNo)) ? 'shipped' : 'partly-shipped';
}

/** Something of it is still to come. */
export function isOpen(order: Order): boolean {
  return order.kind !== 'quote' && order.releases.some(isWaiting);
}

function beforeShipping(waiting: readonly Release[]): OrderStatus {
  return waiting.every((release) => release.state === 'picked') ? 'picked' : 'open';
}

const AFTER_SHIPPING: readonly (readonly [ReleaseState, OrderStatus])[] = [
  ['shipped', 'shipped'],
  ['invoiced', 'invoiced'],
  ['paid', 'closed'],
];

function furthestBehind(live: readonly Release[]): OrderStatus {
  const found = AFTER_SHIPPING.find(([state]) => live.some((release) => release.state === state));
  return found === undefined ? 'open' : found[1];
}
