import { isZero } from '@headwater/kernel';
import type { Order, Release } from '../../world/model/order';
import { hasShipped, isWaiting } from '../../world/orders/order-amounts';
import { statusOf } from '../../world/orders/order-status';
import type { FscmOptions } from '../options';

/** What `SalesOrderStatus` says: how far the part is that is furthest behind. */
export function salesStatus({ releases }: Order): string {
  return statusOfReleases(releases);
}

/** The same for one line, from the deliveries it is part of. */
export function lineStatus({ releases }: Order, lineNo: number): string {
  return statusOfReleases(
    releases.flatMap((release) => {
      const line = release.lines.find((candidate) => candidate.lineNo === lineNo);
      const counts = line !== undefined && !(hasShipped(release) && isZero(line.shipped));
      return counts ? [release] : [];
    }),
  );
}

export function processingStatusOf(order: Order, { processingStatuses }: FscmOptions): string {
  const status = statusOf(order);
  if (status === 'quote') throw new RangeError(`order ${order.number} is a quotation`);
  return processingStatuses[status];
}

function statusOfReleases(releases: readonly Release[]): string {
  const live = releases.filter((release) => release.state !== 'cancelled');
  if (live.length === 0) return 'Canceled';
  if (live.some(isWaiting)) return 'Backorder';
  return live.every((release) => release.invoice !== null) ? 'Invoiced' : 'Delivered';
}
