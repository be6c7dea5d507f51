import { isZero, multiplyDecimals, subtractDecimals, type Decimal } from '@headwater/kernel';
import type { PriceAnswer } from '../../world/model/price';
import { amountOf } from '../../world/orders/order-amounts';
import { amountText, currencyCode, rateOf } from '../keys/amounts';
import { quantityText } from '../keys/units';
import type { ConditionTypes } from '../options';
import type { PriceElement } from '../sales-order/price-elements';
import type { SimulatedItem } from './simulated-item';

export interface SimulatedElementRow extends SimulatedItem {
  readonly element: PriceElement;
}

/** Why a condition does not count. */
const SUPERSEDED = 'A';
const MISSING = 'X';

/**
 * An agreed price stands alone, with the list price beside it as superseded; otherwise the list price and a discount.
 * Cost is statistical and tax nothing. A price on request is a condition in error.
 */
export function conditionsOf(item: SimulatedItem): readonly SimulatedElementRow[] {
  return [...priceConditions(item), costCondition(item), taxCondition(item)].map((element) => ({ ...item, element }));
}

function priceConditions(item: SimulatedItem): readonly PriceElement[] {
  const { price, scope } = item;
  const { price: type } = scope.options.conditionTypes;
  if (price.unitPrice === null) return [priceElement(item, '0', { step: '10', type, inactive: MISSING })];
  if (price.reason === 'contract') {
    const agreed = priceElement(item, price.unitPrice, { step: '10', type, inactive: '' });
    const list = price.listPrice;
    return list === null ? [agreed] : [agreed, priceElement(item, list, { step: '12', type, inactive: SUPERSEDED })];
  }
  const list = price.listPrice ?? price.unitPrice;
  const gross = priceElement(item, list, { step: '10', type, inactive: '' });
  const discount = subtractDecimals(netOf(item), amountOf(item.quantity, list, price.currency));
  return isZero(discount) ? [gross] : [gross, discountElement(item, discount)];
}

interface Condition {
  readonly step: string;
  readonly type: string;
  readonly inactive: string;
}

function priceElement(item: SimulatedItem, unitPrice: Decimal, { step, type, inactive }: Condition): PriceElement {
  const { options } = item.scope;
  const { currency } = item.price;
  const rate = rateOf(unitPrice, currency, options);
  return {
    ...shared(item),
    step,
    conditionType: type,
    base: quantityText(item.quantity, item.unit.unit),
    rate: rate.value,
    currency: currencyCode(currency, options),
    per: rate.per,
    unit: item.unit.unit,
    inactive,
    amount: amountText(amountOf(item.quantity, unitPrice, currency), currency, options),
  };
}

const DISCOUNTS: Readonly<Record<Exclude<PriceAnswer['reason'], 'contract'>, keyof ConditionTypes>> = {
  customer: 'customerDiscount',
  group: 'groupDiscount',
  promotion: 'promotion',
  list: 'quantityDiscount',
};

/** A percentage: its rate has no currency, and its amount is exact where the rate is rounded. */
function discountElement(item: SimulatedItem, discount: Decimal): PriceElement {
  const { price, scope } = item;
  const gross = amountOf(item.quantity, price.listPrice ?? '0', price.currency);
  const reason = price.reason === 'contract' ? 'list' : price.reason;
  return {
    ...shared(item),
    step: '100',
    conditionType: scope.options.conditionTypes[DISCOUNTS[reason]],
    base: amountText(gross, price.currency, scope.options),
    rate: multiplyDecimals(price.discountPercent, '-1'),
    currency: '',
    per: '0',
    unit: '',
    amount: amountText(discount, price.currency, scope.options),
  };
}

function costCondition(item: SimulatedItem): PriceElement {
  const element = priceElement(item, item.price.cost, {
    step: '950',
    type: item.scope.options.conditionTypes.cost,
    inactive: '',
  });
  return { ...element, statistical: true };
}

function taxCondition(item: SimulatedItem): PriceElement {
  const { price, scope } = item;
  return {
    ...shared(item),
    step: '900',
    conditionType: scope.options.conditionTypes.tax,
    base: amountText(netOf(item), price.currency, scope.options),
    rate: '0.000',
    currency: '',
    per: '0',
    unit: '',
    amount: amountText('0', price.currency, scope.options),
  };
}

function shared({
  head,
  price,
  scope,
}: SimulatedItem): Pick<PriceElement, 'statistical' | 'inactive' | 'pricedOn' | 'documentCurrency'> {
  return {
    statistical: false,
    inactive: '',
    pricedOn: head.pricedOn,
    documentCurrency: currencyCode(price.currency, scope.options),
  };
}

/** Nothing where the price is on request. */
export function netOf({ price }: SimulatedItem): Decimal {
  return price.extended ?? '0.00';
}

export function grossOf({ price, quantity }: SimulatedItem): Decimal {
  return amountOf(quantity, price.listPrice ?? price.unitPrice ?? '0', price.currency);
}

export function costOf({ price, quantity }: SimulatedItem): Decimal {
  return amountOf(quantity, price.cost, price.currency);
}
