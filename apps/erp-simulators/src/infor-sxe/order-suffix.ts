import { multiplyDecimals, type Decimal } from '@headwater/kernel';
import type { Order, Release } from '../world/model/order';
import { amountOf, lineOf, releaseAmount, sumAmounts } from '../world/orders/order-amounts';

/** SX.e keeps each release as its own document: the order number and a suffix. */
export interface OrderSuffix {
  readonly order: Order;
  readonly release: Release;
}

export function suffixesOf(order: Order): readonly OrderSuffix[] {
  return order.releases.map((release) => ({ order, release }));
}

/** What the suffix was to deliver: on suffix 00 the whole order, on a later one what was back-ordered. */
export function orderedTotal({ order, release }: OrderSuffix): Decimal {
  const { currency } = order;
  return sumAmounts(
    release.lines.map((line) => amountOf(line.ordered, lineOf(order, line.lineNo).unitPrice, currency)),
    currency,
  );
}

/** What the suffix bills: its shipped lines, or before shipping what is to ship. */
export function billedTotal({ order, release }: OrderSuffix): Decimal {
  return releaseAmount(order, release);
}

export function inStockUnits(quantity: Decimal, factor: number): Decimal {
  return multiplyDecimals(quantity, String(factor));
}
