import { compareDecimals, isZero, scaleOf, subtractDecimals, sumDecimals, type Decimal } from '@headwater/kernel';
import Big from 'big.js';
import type { Order, OrderLine } from '../model/order';
import { amountDigits } from '../organisation';
import { amountOf, withTotals } from '../orders/order-amounts';
import type { World } from '../world';
import type { OrderChange, WorldEvent } from './change';
import { reorderLine } from './change-quantity';
import { orderIn, refuse } from './find';
import { setStatus } from './set-status';

export function changeOrder(world: World, change: OrderChange): WorldEvent {
  let order = orderIn(world, change.order);
  if (change.line !== undefined) order = changeLine(order, change.line);
  if (change.total !== undefined) order = reachTotal(order, change.total);
  if (change.status !== undefined) order = setStatus(order, change.status, world.today());
  if (change.promisedOn !== undefined) order = promise(order, change.promisedOn);
  if (change.customerPo !== undefined) order = { ...order, customerPo: change.customerPo };
  world.replaceOrder(withTotals(order));
  return { kind: 'order', companies: [order.company], customer: order.customer, order: order.number };
}

function promise(order: Order, promisedOn: string): Order {
  return {
    ...order,
    promisedOn,
    lines: order.lines.map((line) => ({ ...line, promisedOn })),
    releases: order.releases.map((release) => (release.shippedOn === null ? { ...release, promisedOn } : release)),
  };
}

function changeLine(order: Order, change: NonNullable<OrderChange['line']>): Order {
  const line = order.lines.find((candidate) => candidate.lineNo === change.lineNo);
  if (line === undefined) refuse(`Order ${order.number} has no line ${change.lineNo}.`);
  const reordered = change.ordered === undefined ? order : reorderLine(order, line.lineNo, change.ordered);
  const { unitPrice, promisedOn } = change;
  return withLine(reordered, line.lineNo, {
    ...(unitPrice === undefined ? {} : { unitPrice }),
    ...(promisedOn === undefined ? {} : { promisedOn }),
  });
}

/**
 * Reprices the first line so that the lines add up to `total`; four decimals more than the currency has reach any
 * total up to 10,000 pieces.
 */
function reachTotal(order: Order, total: Decimal): Order {
  const digits = amountDigits(order.currency);
  if (scaleOf(total) > digits) refuse(`A total in ${order.currency} has at most ${digits} decimals.`);
  const [line, ...others] = order.lines;
  if (line === undefined || isZero(line.ordered)) refuse(`Order ${order.number} has no line to reprice.`);
  const rest = subtractDecimals(total, sumDecimals(others.map((other) => other.total)));
  const unitPrice = new Big(rest)
    .div(line.ordered)
    .toFixed(digits + 4)
    .replace(/\.?0{1,4}$/, '');
  if (compareDecimals(unitPrice, '0') < 0)
    refuse(`The other lines of order ${order.number} are worth more than ${total}.`);
  if (compareDecimals(amountOf(line.ordered, unitPrice, order.currency), rest) !== 0)
    refuse(`No price of line 1 makes the total ${total}.`);
  return withLine(order, line.lineNo, { unitPrice });
}

function withLine(order: Order, lineNo: number, patch: Partial<OrderLine>): Order {
  return { ...order, lines: order.lines.map((line) => (line.lineNo === lineNo ? { ...line, ...patch } : line)) };
}
