import type { PriceView } from '@headwater/erp-contracts';
import { type Money, multiplyDecimals, roundDecimal, subtractDecimals } from '@headwater/kernel';

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
