import { ErpError } from '@headwater/erp-contracts';
import { type Decimal, isZero, sumDecimals } from '@headwater/kernel';
import type { OrderSuffix } from './order-suffix.schema';
import { hasShipped } from './stage';

/** The first amount that says something: SX.e leaves amounts of a later stage at zero until it comes. */
function firstFilled(amounts: readonly (Decimal | undefined)[]): Decimal | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.find((amount) => !isZero(amount)) ?? known[0];
}

/**
 * What a suffix is worth. Once shipped, what it bills; before, what is ordered on it. What a shipment leaves open
 * stands on the next suffix, so that the sum over suffixes counts nothing twice.
 */
function suffixAmount(suffix: OrderSuffix): Decimal | undefined {
  return hasShipped(suffix.stagecd)
    ? firstFilled([suffix.totinvamt, suffix.totlineamt, suffix.totlineord])
    : firstFilled([suffix.totlineord, suffix.totlineamt, suffix.totinvamt]);
}

/** The total of an order; an order without any amount is a `bad-response`, never zero. */
export function orderTotal(suffixes: readonly OrderSuffix[]): Decimal {
  const living = suffixes.filter((suffix) => suffix.stagecd !== 9);
  const amounts = (living.length === 0 ? suffixes : living).map(suffixAmount);
  const known = amounts.filter((amount) => amount !== undefined);
  if (known.length === amounts.length && known.length > 0) return sumDecimals(known);
  throw new ErpError('bad-response', 'Infor SX.e listed an order without its amounts.');
}
