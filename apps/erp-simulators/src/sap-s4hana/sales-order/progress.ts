import { addDecimals, isZero, type Decimal } from '@headwater/kernel';
import type { Order, OrderLine, Release } from '../../world/model/order';
import { hasShipped, isWaiting, shippedOf, waitingOf } from '../../world/orders/order-amounts';
import type { SapOptions } from '../options';

/** A not begun, B partly, C wholly; empty where it does not apply. */
export type Status = 'A' | 'B' | 'C' | '';

interface Progress {
  readonly shipped: boolean;
  readonly waiting: boolean;
  readonly picked: boolean;
  readonly billed: boolean;
  readonly unbilled: boolean;
}

function progressOf(order: Order, inScope: (release: Release) => boolean): Progress {
  const releases = order.releases.filter(inScope);
  const shipped = releases.filter(hasShipped);
  return {
    shipped: shipped.length > 0,
    waiting: releases.some(isWaiting),
    picked: releases.some(({ state }) => state === 'picked'),
    billed: shipped.some(({ invoice }) => invoice !== null),
    unbilled: shipped.some(({ invoice }) => invoice === null),
  };
}

function ofOrder(order: Order): Progress {
  return progressOf(order, () => true);
}

function ofLine(order: Order, { lineNo }: OrderLine): Progress {
  return progressOf(order, ({ lines, state }) => {
    const line = lines.find((candidate) => candidate.lineNo === lineNo);
    // A release that shipped nothing of the line has not delivered it.
    return line !== undefined && (!['shipped', 'invoiced', 'paid'].includes(state) || !isZero(line.shipped));
  });
}

/** What left the warehouse: delivered in full once nothing waits any more. */
function deliveryStatus({ shipped, waiting }: Progress): Status {
  if (shipped) return waiting ? 'B' : 'C';
  return waiting ? 'A' : '';
}

function billingStatus(progress: Progress, { billing }: SapOptions): Status {
  if (billing === 'delivery-related') return '';
  if (!progress.billed) return progress.shipped || progress.waiting ? 'A' : '';
  return progress.waiting || progress.unbilled ? 'B' : 'C';
}

/** Where bills refer to deliveries, an order is complete when it is delivered: the rest is the delivery's business. */
function processStatus(progress: Progress, options: SapOptions): Status {
  const { shipped, waiting, picked, unbilled } = progress;
  if (!shipped && !waiting) return 'C';
  if (!shipped) return picked ? 'B' : 'A';
  if (waiting) return 'B';
  return options.billing === 'order-related' && unbilled ? 'B' : 'C';
}

export interface Statuses {
  readonly process: Status;
  readonly delivery: Status;
  readonly billing: Status;
}

export function orderStatuses(order: Order, options: SapOptions): Statuses {
  return statuses(ofOrder(order), options);
}

export function lineStatuses(order: Order, line: OrderLine, options: SapOptions): Statuses {
  return statuses(ofLine(order, line), options);
}

function statuses(progress: Progress, options: SapOptions): Statuses {
  return {
    process: processStatus(progress, options),
    delivery: deliveryStatus(progress),
    billing: billingStatus(progress, options),
  };
}

/** Something of the line was cancelled: SAP then names a reason for rejection on the item. */
export function isRejected(order: Order, { lineNo }: OrderLine): boolean {
  return order.releases.some(
    ({ state, lines }) => state === 'cancelled' && lines.some((line) => line.lineNo === lineNo),
  );
}

/** A nothing rejected, B something, C everything. */
export function rejectionStatus(order: Order): Status {
  const rejected = order.lines.filter((line) => isRejected(order, line));
  if (rejected.length === 0) return 'A';
  const nothingLeft = order.lines.every((line) => isRejected(order, line) && isZero(shippedOf(order, line.lineNo)));
  return nothingLeft ? 'C' : 'B';
}

export function openQuantity(order: Order, { lineNo }: OrderLine): Decimal {
  return waitingOf(order, lineNo);
}

/** What was promised with a date: shipped, or waiting without being back-ordered. */
export function confirmedQuantity(order: Order, { lineNo }: OrderLine, options: SapOptions): Decimal {
  const waiting = order.releases
    .filter((release) => isWaiting(release) && isConfirmed(release, options))
    .flatMap(({ lines }) => lines.filter((line) => line.lineNo === lineNo));
  return waiting.reduce((sum, line) => addDecimals(sum, line.ordered), shippedOf(order, lineNo));
}

/** Releases after the first wait for what the shelf did not have. */
export function isConfirmed(release: Release, { backOrders }: SapOptions): boolean {
  return hasShipped(release) || release.index === 0 || backOrders === 'confirmed-later';
}
