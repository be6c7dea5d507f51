import { compareDecimals, type Decimal } from '@headwater/kernel';
import type { PricingElement } from '../orders/sales-order.schema';

/** The rate of a condition: so much for so many. */
export interface Rate {
  readonly amount: Decimal;
  readonly per: Decimal;
  readonly unit: string | undefined;
  readonly currency: string;
}

/** An inactive element was beaten by another, or is only shown. */
export function activeElements(elements: readonly PricingElement[]): readonly PricingElement[] {
  return elements.filter((element) => element.ConditionInactiveReason === undefined);
}

/** The element of the price before discounts, by the preferred type first. */
export function baseElement(elements: readonly PricingElement[], types: readonly string[]): PricingElement | undefined {
  const active = activeElements(elements);
  return types
    .map((type) => active.find((element) => element.ConditionType === type))
    .find((element) => element !== undefined);
}

/**
 * The price another of its kind has beaten: where a price is agreed, the one that would hold without the agreement.
 * SAP keeps it among the elements, as inactive.
 */
export function beatenElement(elements: readonly PricingElement[], winner: PricingElement): PricingElement | undefined {
  return elements.find(
    (element) => element.ConditionType === winner.ConditionType && element.ConditionInactiveReason !== undefined,
  );
}

/** Newer releases fill ConditionRateAmount, others ConditionRateValue; a rate for nothing is none. */
export function rateOf(element: PricingElement, currency: string): Rate | undefined {
  const amount = element.ConditionRateAmount ?? element.ConditionRateValue;
  const per = element.ConditionQuantity ?? '1';
  if (amount === undefined || compareDecimals(per, '0') <= 0) return undefined;
  return { amount, per, unit: element.ConditionQuantityUnit, currency: element.ConditionCurrency ?? currency };
}
