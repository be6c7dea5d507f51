import { present } from '@headwater/erp-adapter-kit';
import { ErpError, type PriceQuestion, type PriceReason, type PriceView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, multiplyDecimals, percentOff, roundDecimal, scaleOf } from '@headwater/kernel';
import { ERP } from '../client/sap-error';
import type { PricingElement } from '../orders/sales-order.schema';
import { refTo } from '../sap-s4hana.context';
import { activeElements, baseElement, beatenElement, type Rate, rateOf } from './pricing-elements';
import { ratio } from './ratio';
import type { PricedItem } from './simulation';

export interface PriceSetting {
  readonly connectionId: string;
  readonly basePriceTypes: readonly string[];
  readonly costTypes: readonly string[];
  readonly priceReasons: ReadonlyMap<string, PriceReason>;
}

/** The reason that says most about a customer comes first. */
const WEIGHTIEST: readonly PriceReason[] = ['contract', 'customer', 'group', 'promotion', 'list'];

function reasonOf(elements: readonly PricingElement[], reasons: PriceSetting['priceReasons']): PriceReason {
  const found = activeElements(elements).flatMap(({ ConditionType }) => reasons.get(ConditionType) ?? []);
  return WEIGHTIEST.find((reason) => found.includes(reason)) ?? 'simulated';
}

interface Line {
  readonly net: Decimal;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly currency: string;
}

/** A rate as the price of one unit, where it is one in the unit and currency of the line. */
function unitRate(rate: Rate | undefined, line: Line): Decimal | undefined {
  if (rate === undefined || rate.currency !== line.currency) return undefined;
  if (rate.unit !== undefined && rate.unit.toUpperCase() !== line.unit.toUpperCase()) return undefined;
  return compareDecimals(rate.per, '1') === 0 ? rate.amount : ratio(rate.amount, rate.per, scaleOf(rate.amount));
}

/** SAP rounds the amount of a line, so a rate that comes to the same amount is the exact price. */
function netUnitPrice(base: Decimal | undefined, { net, quantity }: Line): Decimal {
  const scale = scaleOf(net);
  const agrees =
    base !== undefined && compareDecimals(roundDecimal(multiplyDecimals(base, quantity), scale), net) === 0;
  return agrees ? base : ratio(net, quantity, scale);
}

/** Price of one unit before discounts: the rate itself, or what the whole line would cost by what it orders. */
function listPrice(element: PricingElement | undefined, rate: Decimal | undefined, line: Line): Decimal | undefined {
  if (rate !== undefined) return rate;
  const amount = element?.ConditionAmount;
  return amount === undefined ? undefined : ratio(amount, line.quantity, scaleOf(amount));
}

function costOf(elements: readonly PricingElement[], types: readonly string[], line: Line): Decimal | undefined {
  const amount = elements.find(({ ConditionType }) => types.includes(ConditionType))?.ConditionAmount;
  return amount === undefined ? undefined : ratio(amount, line.quantity, scaleOf(amount));
}

/** The price of one question; `undefined` where SAP found none, which is not the same as free. */
export function toPriceView(
  question: PriceQuestion,
  { item, currency }: PricedItem,
  setting: PriceSetting,
): PriceView | undefined {
  const net = item.NetAmount;
  const quantity = item.RequestedQuantity;
  if (net === undefined || compareDecimals(net, '0') <= 0 || compareDecimals(quantity, '0') <= 0) return undefined;
  if (currency === undefined) throw new ErpError('bad-response', `${ERP} answered a price without its currency.`);
  const line: Line = { net, quantity, unit: item.RequestedQuantityUnit, currency };
  const elements = item.to_PricingElement ?? [];
  const base = baseElement(elements, setting.basePriceTypes);
  const rate = unitRate(base === undefined ? undefined : rateOf(base, currency), line);
  const unitPrice = netUnitPrice(rate, line);
  const beaten = base === undefined ? undefined : beatenElement(elements, base);
  const before = beaten === undefined ? undefined : unitRate(rateOf(beaten, currency), line);
  const list = before ?? listPrice(base, rate, line);
  const cost = costOf(elements, setting.costTypes, line);
  const money = (amount: Decimal | undefined) => (amount === undefined ? undefined : { amount, currency });
  return present({
    ref: refTo(setting, 'price', question.item),
    item: question.item,
    quantity: { value: question.quantity, unit: question.unit ?? line.unit },
    unit: line.unit,
    unitPrice: { amount: unitPrice, currency },
    listPrice: money(list),
    discount: list === undefined ? undefined : percentOff(list, unitPrice),
    reason: reasonOf(elements, setting.priceReasons),
    // The simulation prices one quantity; scales stand in condition records, where others may beat them.
    breaks: [],
    indicative: false,
    cost: money(cost),
  });
}
