import Big from 'big.js';
import { type GatewayAnswer, s4Error } from './s4-gateway';
import { SIMULATED_PRICES, type SimulatedPrice } from './s4-fixtures';

type Fields = Readonly<Record<string, unknown>>;

const KNOWN_CUSTOMERS = new Set(['1001', '1002', '1003', 'USCU-CUS07']);
const HEADER = new Set([
  'SalesOrderType',
  'SalesOrganization',
  'DistributionChannel',
  'OrganizationDivision',
  'SoldToParty',
  'PricingDate',
  'to_Item',
  'to_Partner',
]);

function element(type: string, rate: string, rest: Fields): Fields {
  return {
    ConditionType: type,
    ConditionRateValue: rate,
    ConditionRateAmount: null,
    ConditionInactiveReason: '',
    ...rest,
  };
}

function priced(item: Fields, price: SimulatedPrice): Fields {
  const quantity = String(item['RequestedQuantity']);
  const [type = '', rate = '0', per = '1'] = price.base ?? [];
  const gross = new Big(rate).times(quantity).div(per);
  const off = gross.times(price.percent?.[1] ?? '0').div(100);
  const base = element(type, rate, {
    ConditionCurrency: price.currency,
    ConditionQuantity: per,
    ConditionQuantityUnit: price.unit,
    ConditionAmount: gross.toFixed(price.scale),
  });
  const discounts =
    price.percent === undefined ? [] : [element(...price.percent, { ConditionAmount: off.toFixed(price.scale) })];
  const cost = element('VPRS', '8.00', { ConditionAmount: new Big('8.00').times(quantity).toFixed(2) });
  return {
    SalesOrderItem: item['SalesOrderItem'],
    Material: item['Material'],
    RequestedQuantity: quantity,
    RequestedQuantityUnit: item['RequestedQuantityUnit'] ?? price.unit,
    NetAmount: gross.plus(off).toFixed(price.scale),
    TransactionCurrency: price.currency,
    to_PricingElement: { results: price.base === undefined ? [] : [base, ...discounts, cost] },
    to_ScheduleLine: { __deferred: { uri: 'http://inner/x' } },
  };
}

/** Prices an order it does not save. One item it cannot sell refuses the whole, as do fields it does not have. */
export function simulated(body: string): GatewayAnswer {
  const order = JSON.parse(body) as Fields & { readonly to_Item: readonly Fields[] };
  const odd = Object.keys(order).find((name) => !HEADER.has(name));
  if (odd !== undefined) return { status: 400, body: s4Error('/IWBEP/CM_MGW_RT/027', `no property ${odd}`) };
  if (!KNOWN_CUSTOMERS.has(String(order['SoldToParty']))) {
    return { status: 400, body: s4Error('VP/199', `Sold-to party ${String(order['SoldToParty'])} not maintained`) };
  }
  const prices = order.to_Item.map((item) => SIMULATED_PRICES[String(item['Material'])]);
  if (prices.some((price) => price === undefined)) {
    return { status: 400, body: s4Error('V1/382', 'Material is not defined for the sales organization') };
  }
  const results = order.to_Item.flatMap((item, index) => {
    const price = prices[index];
    return price === undefined ? [] : [priced(item, price)];
  });
  return { status: 201, body: { d: { SalesOrder: '', TransactionCurrency: 'USD', to_Item: { results } } } };
}
