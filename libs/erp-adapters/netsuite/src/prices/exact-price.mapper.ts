import { present } from '@headwater/erp-adapter-kit';
import { ErpError, type PriceReason, type PriceView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal } from '@headwater/kernel';
import { type NetsuiteContext, refTo } from '../netsuite.context';
import { currencyCode } from '../sql/currency';
import { discountPercent } from './discount';
import { type KnownQuestion, pricedUnit } from './price-question';
import type { PricedRow } from './restlet.schema';

function isPositive(value: Decimal | undefined): value is Decimal {
  return value !== undefined && compareDecimals(value, '0') > 0;
}

/** NetSuite computed the price; a price level says why, and `Custom` only that it was none. */
function reasonOf(priceLevel: string | undefined, base: string): PriceReason {
  if (priceLevel === undefined || /^custom$/i.test(priceLevel)) return 'simulated';
  return priceLevel === base ? 'list' : 'customer';
}

function breaksOf({ breaks = [] }: PricedRow, currency: string) {
  return breaks
    .flatMap(({ from, rate }) =>
      isPositive(from) && isPositive(rate) ? [{ from, unitPrice: { amount: rate, currency } }] : [],
    )
    .sort((left, right) => compareDecimals(left.from, right.from));
}

/** The customer's own price, or `undefined` where NetSuite gives none; a rate of zero is none. */
export function toExactPriceView(
  row: PricedRow,
  known: KnownQuestion,
  context: Pick<NetsuiteContext, 'connectionId' | 'settings'>,
): PriceView | undefined {
  const { settings } = context;
  if (!isPositive(row.rate)) return undefined;
  if (row.currency === undefined && settings.multiCurrency) {
    throw new ErpError('bad-response', 'The price RESTlet of NetSuite answered a price without its currency.');
  }
  const currency = currencyCode(row.currency, settings);
  const { question, item } = known;
  const unit = row.unit ?? question.unit ?? pricedUnit(known, context);
  const base = isPositive(row.base) ? row.base : undefined;
  return present({
    ref: refTo(context, 'price', item.itemid),
    item: question.item,
    quantity: { value: question.quantity, unit: question.unit ?? unit },
    unit,
    unitPrice: { amount: row.rate, currency },
    listPrice: base === undefined ? undefined : { amount: base, currency },
    discount: discountPercent(base, row.rate),
    reason: reasonOf(row.priceLevel, settings.basePriceLevel),
    breaks: breaksOf(row, currency),
    indicative: false,
  });
}
