import type { PriceView } from '@headwater/erp-contracts';
import {
  compareDecimals,
  type Money,
  multiplyDecimals,
  type Quantity,
  roundDecimal,
  subtractDecimals,
} from '@headwater/kernel';

/** What the asked quantity costs; undefined where the price is for another unit than the quantity counts. */
export function extendedPrice({ quantity, unit, unitPrice }: PriceView): Money | undefined {
  if (quantity.unit !== unit) return undefined;
  return { amount: multiplyDecimals(unitPrice.amount, quantity.value), currency: unitPrice.currency };
}

/** Margin in percent of the net price; undefined without a cost to compare with. */
export function marginPercent({ cost, unitPrice }: PriceView): string | undefined {
  if (cost === undefined || cost.currency !== unitPrice.currency || Number(unitPrice.amount) === 0) return undefined;
  const share = (Number(subtractDecimals(unitPrice.amount, cost.amount)) / Number(unitPrice.amount)) * 100;
  return roundDecimal(share.toFixed(4), 1);
}

export interface ShownBreak {
  readonly from: Quantity;
  readonly unitPrice: Money;
  /** Whether the asked quantity falls under this break and under no higher one. */
  readonly applies: boolean;
}

/** The breaks from the smallest up; none applies where the quantity counts in another unit than the price. */
export function breaksOf({ breaks, quantity, unit }: PriceView): readonly ShownBreak[] {
  const rising = [...breaks].sort((left, right) => compareDecimals(left.from, right.from));
  const reached = rising.filter(({ from }) => quantity.unit === unit && compareDecimals(from, quantity.value) <= 0);
  const last = reached.at(-1);
  return rising.map((step) => ({
    from: { value: step.from, unit },
    unitPrice: step.unitPrice,
    applies: step === last,
  }));
}
