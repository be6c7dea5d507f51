import { addDecimals, isZero, subtractDecimals, sumDecimals, type Decimal } from '@headwater/kernel';
import type { Order, OrderLine, Release } from '../../world/model/order';
import { amountOf, hasShipped, isWaiting, shippedOf, sumAmounts, waitingOf } from '../../world/orders/order-amounts';

/** What a sales line says of its progress. BC keeps one line, however many deliveries it takes. */
export interface LineFigures {
  readonly quantity: Decimal;
  readonly shipped: Decimal;
  readonly invoiced: Decimal;
  readonly toShip: Decimal;
  readonly toInvoice: Decimal;
  readonly amount: Decimal;
}

export function lineFigures(order: Order, line: OrderLine): LineFigures {
  const shipped = shippedOf(order, line.lineNo);
  const toShip = waitingOf(order, line.lineNo);
  const invoiced = invoicedOf(order, line.lineNo);
  const quantity = liveQuantity(order, line, addDecimals(shipped, toShip));
  return {
    quantity,
    shipped,
    invoiced,
    toShip,
    toInvoice: subtractDecimals(quantity, invoiced),
    amount: amountOf(quantity, line.unitPrice, order.currency),
  };
}

export function orderTotal(order: Order): Decimal {
  return sumAmounts(
    order.lines.map((line) => lineFigures(order, line).amount),
    order.currency,
  );
}

/** Something of it is waiting, or shipped and not yet billed. */
export function isUnfinished(order: Order): boolean {
  return order.releases.some((release) => isWaiting(release) || (hasShipped(release) && release.invoice === null));
}

export function isFullyShipped(order: Order): boolean {
  return !order.releases.some(isWaiting);
}

/** A line whose rest was cancelled asks for what was shipped of it, and no more. */
function liveQuantity(order: Order, line: OrderLine, live: Decimal): Decimal {
  return order.kind === 'order' && order.releases.some(({ state }) => state === 'cancelled') ? live : line.ordered;
}

function invoicedOf(order: Order, lineNo: number): Decimal {
  const billed = order.releases.filter(({ invoice }) => invoice !== null);
  return sumDecimals(
    billed.flatMap(({ lines }) => lines.filter((line) => line.lineNo === lineNo).map(({ shipped }) => shipped)),
  );
}

/** The lines of one delivery or bill; BC posts none for what was not part of it. */
export function deliveredLines(release: Release): Release['lines'] {
  return release.lines.filter(({ shipped }) => !isZero(shipped));
}
