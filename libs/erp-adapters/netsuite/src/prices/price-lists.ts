import { present, withSiblings } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type PriceQuery, type PriceReason, type PriceView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal } from '@headwater/kernel';
import { distinctNumbers, itemRows } from '../items/item-rows';
import { type NetsuiteContext, refTo, textKey, today } from '../netsuite.context';
import { currencyCode } from '../sql/currency';
import { discountPercent } from './discount';
import { breaksOf, type LevelPrices, priceAt } from './level-price';
import type { CustomerPriceRow, LevelPriceRow, PricedCustomer } from './price-list.schema';
import { customerPrices, levelPrices, pricedCustomer } from './price-list-rows';
import { type KnownQuestion, knownQuestions, pricedUnit } from './price-question';

interface PriceLists {
  readonly context: NetsuiteContext;
  readonly customer: PricedCustomer;
  readonly currency: string;
  readonly levels: readonly LevelPriceRow[];
  readonly agreed: readonly CustomerPriceRow[];
}

/**
 * Prices guessed from lists, where no RESTlet lets NetSuite price: what was agreed for the item, else the customer's
 * price level, else the base price. Pricing groups and promotions are not seen, so each price is indicative.
 */
export async function quoteFromLists(
  context: NetsuiteContext,
  query: PriceQuery,
  call: ErpCall,
): Promise<readonly PriceView[]> {
  if (query.on !== undefined && query.on !== today(context)) {
    throw new ErpError('unsupported', "NetSuite's price lists hold the prices of today only.");
  }
  const numbers = distinctNumbers(query.items.map(({ item }) => item));
  const customerKey = textKey(context, query.customer, 'customer');
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, items, levels, agreed] = await Promise.all([
      pricedCustomer(context, customerKey, sibling),
      itemRows(context, numbers, sibling),
      levelPrices(context, numbers, sibling),
      customerPrices(context, { customer: customerKey, items: numbers }, sibling),
    ]);
    const currency = currencyCode(customer.currency, context.settings);
    const lists: PriceLists = { context, customer, currency, levels, agreed };
    return knownQuestions(query.items, items).flatMap((known) => priceView(known, lists) ?? []);
  });
}

/** Currencies may be told by internal id, name or code; without several, by nothing. */
function inCurrency(told: string | undefined, { context, customer, currency }: PriceLists): boolean {
  if (!context.settings.multiCurrency || told === undefined) return true;
  return [customer.currencyid, customer.currencyname, currency].includes(told);
}

function atLevel(item: string, level: string, lists: PriceLists): LevelPrices {
  const rows = lists.levels.filter(
    (row) => row.item === item && row.pricelevelname === level && inCurrency(row.currencypage, lists),
  );
  return { rows, currency: lists.currency };
}

interface Found {
  readonly price: Decimal;
  readonly reason: PriceReason;
  readonly level?: LevelPrices;
}

/** Every price there is, the one that counts first. */
function pricesOf({ question, item }: KnownQuestion, lists: PriceLists): readonly Found[] {
  const { basePriceLevel } = lists.context.settings;
  const agreed = lists.agreed.filter((row) => row.item === item.id && inCurrency(row.currency, lists));
  const own = agreed.flatMap(({ price }): readonly Found[] =>
    price === undefined || compareDecimals(price, '0') <= 0 ? [] : [{ price, reason: 'contract' }],
  );
  const named = (level: string | undefined, reason: PriceReason): readonly Found[] => {
    if (level === undefined) return [];
    const prices = atLevel(item.id, level, lists);
    const price = priceAt(prices, question.quantity);
    return price === undefined ? [] : [{ price, reason: level === basePriceLevel ? 'list' : reason, level: prices }];
  };
  return [
    ...own,
    ...agreed.flatMap(({ levelname }) => named(levelname, 'contract')),
    ...named(lists.customer.pricelevelname, 'customer'),
    ...named(basePriceLevel, 'list'),
  ];
}

/** Lists hold prices of the sales unit only: of another unit nothing is known, and nothing is guessed. */
function priceView(known: KnownQuestion, lists: PriceLists): PriceView | undefined {
  const { question, item } = known;
  const unit = pricedUnit(known, lists.context);
  const [found] = pricesOf(known, lists);
  if (found === undefined || (question.unit !== undefined && question.unit !== unit)) return undefined;
  const { currency, context } = lists;
  const base = priceAt(atLevel(item.id, context.settings.basePriceLevel, lists), question.quantity);
  return present({
    ref: refTo(context, 'price', item.itemid),
    item: question.item,
    quantity: { value: question.quantity, unit },
    unit,
    unitPrice: { amount: found.price, currency },
    listPrice: base === undefined ? undefined : { amount: base, currency },
    discount: discountPercent(base, found.price),
    reason: found.reason,
    breaks: found.level === undefined ? [] : breaksOf(found.level),
    indicative: true,
  });
}
