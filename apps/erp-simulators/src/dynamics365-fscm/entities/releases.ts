import { isZero, type Decimal } from '@headwater/kernel';
import type { Order, OrderLine, Release } from '../../world/model/order';
import { hasShipped, lineOf } from '../../world/orders/order-amounts';
import { releaseNumber } from '../../world/receivables/invoices';

/** One wave of delivery: a packing slip once it left, an invoice once it is billed. */
export interface ReleaseSource {
  readonly order: Order;
  readonly release: Release;
  readonly number: string;
}

export interface ReleaseLineSource extends ReleaseSource {
  readonly line: OrderLine;
  readonly shipped: Decimal;
}

export function shippedReleases(order: Order): readonly ReleaseSource[] {
  return sources(order, hasShipped);
}

export function invoicedReleases(order: Order): readonly ReleaseSource[] {
  return sources(order, ({ invoice }) => invoice !== null);
}

/** Lines of which something left. */
export function shippedLines(source: ReleaseSource): readonly ReleaseLineSource[] {
  return source.release.lines
    .filter(({ shipped }) => !isZero(shipped))
    .map(({ lineNo, shipped }) => ({ ...source, line: lineOf(source.order, lineNo), shipped }));
}

function sources(order: Order, which: (release: Release) => boolean): readonly ReleaseSource[] {
  return order.releases
    .filter(which)
    .map((release) => ({ order, release, number: releaseNumber(order.number, release.index) }));
}
