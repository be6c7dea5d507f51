import type { PriceBreakView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal } from '@headwater/kernel';
import type { LevelPriceRow } from './price-list.schema';

/** The prices of one item at one price level, in one currency. */
export interface LevelPrices {
  readonly rows: readonly LevelPriceRow[];
  readonly currency: string;
}

interface Step {
  readonly from: Decimal;
  readonly price: Decimal;
}

function isPositive(value: Decimal): boolean {
  return compareDecimals(value, '0') > 0;
}

/** Prices by the quantity they are from, lowest first. A price of zero is none: nothing is sold for nothing by a list. */
function stepsOf({ rows }: LevelPrices): readonly Step[] {
  const priced = rows.flatMap(({ price, quantity = '0' }) =>
    price === undefined || !isPositive(price) ? [] : [{ from: quantity, price }],
  );
  return priced.sort((left, right) => compareDecimals(left.from, right.from));
}

/**
 * The price at a quantity; `undefined` where the list holds none, and where it holds two for the same quantity: without
 * the column that tells the quantities apart, either could be it.
 */
export function priceAt(prices: LevelPrices, quantity: Decimal): Decimal | undefined {
  const reached = stepsOf(prices).filter(({ from }) => compareDecimals(from, quantity) <= 0);
  const last = reached.at(-1);
  if (last === undefined) return undefined;
  const rivals = reached.filter(({ from }) => compareDecimals(from, last.from) === 0);
  return rivals.every(({ price }) => compareDecimals(price, last.price) === 0) ? last.price : undefined;
}

/** The steps above the first. */
export function breaksOf(prices: LevelPrices): readonly PriceBreakView[] {
  const [first, ...others] = stepsOf(prices);
  return others
    .filter(({ from }) => first !== undefined && compareDecimals(from, first.from) > 0)
    .map(({ from, price }) => ({ from, unitPrice: { amount: price, currency: prices.currency } }));
}
