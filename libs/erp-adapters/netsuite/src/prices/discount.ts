import { type Decimal, percentOff } from '@headwater/kernel';

/** How much below the list price, in percent with two digits; `undefined` where nothing is off. */
export function discountPercent(list: Decimal | undefined, net: Decimal): Decimal | undefined {
  return list === undefined ? undefined : percentOff(list, net);
}
