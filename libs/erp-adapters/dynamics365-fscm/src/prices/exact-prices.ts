import { parseVendor, present, withSiblings } from '@headwater/erp-adapter-kit';
import {
  type BatchPage,
  type ErpCall,
  ErpError,
  type PriceQuery,
  type PriceQuestion,
  type PriceReason,
  type PriceView,
} from '@headwater/erp-contracts';
import { type CalendarDate, compareDecimals, type Decimal } from '@headwater/kernel';
import { knownCustomer } from '../customers/customer-row';
import { answered, type FscmContext, refTo } from '../dynamics365-fscm.context';
import { distinctKeys } from '../entities/key-chunks';
import { sameKey } from '../entities/keys';
import { itemRows } from '../items/item-rows';
import { itemUnitShape } from '../items/item.schema';
import { type ComputedPrice, computedPricesSchema } from './computed-price.schema';

/** A question with the unit it is asked in. */
interface Asked {
  readonly question: PriceQuestion;
  readonly unit: string;
}

export interface ExactQuestion {
  readonly query: PriceQuery;
  readonly on: CalendarDate;
  readonly url: string;
}

/** Prices the environment computes itself, by a custom service of the tenant. */
export async function exactPrices(
  context: FscmContext,
  { query, on, url }: ExactQuestion,
  call: ErpCall,
): Promise<BatchPage<PriceView>> {
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [asked] = await Promise.all([
      askedInUnits(context, query.items, sibling),
      // What a custom service says about an unknown customer is its own affair.
      knownCustomer(context, query.customer, sibling),
    ]);
    const prices = asked.length === 0 ? [] : await computedPrices(context, { asked, query, on, url }, sibling);
    const views = asked.map((one) => viewOf(context, one, priceFor(one, asked, prices)));
    const priced = views.filter((view) => view !== undefined);
    const unpriced = query.items.filter(
      (question) => !priced.some((view) => view.item === question.item && view.quantity.value === question.quantity),
    );
    return { items: priced, nextCursor: null, notFound: distinctKeys(unpriced.map(({ item }) => item)) };
  });
}

/** The unit of each question; the item's inventory unit where none was given. Items the ERP does not know drop out. */
async function askedInUnits(
  context: FscmContext,
  questions: readonly PriceQuestion[],
  call: ErpCall,
): Promise<readonly Asked[]> {
  const unitless = questions.filter(({ unit }) => unit === undefined).map(({ item }) => item);
  const rows = await itemRows(context, { shape: itemUnitShape, items: unitless }, call);
  return questions.flatMap((question) => {
    const row = rows.find(({ ItemNumber }) => sameKey(ItemNumber, question.item));
    const unit = question.unit ?? row?.InventoryUnitSymbol;
    return unit === undefined ? [] : [{ question, unit }];
  });
}

async function computedPrices(
  context: FscmContext,
  { asked, query, on, url }: ExactQuestion & { readonly asked: readonly Asked[] },
  call: ErpCall,
): Promise<readonly ComputedPrice[]> {
  const request = {
    dataAreaId: context.settings.company,
    customerAccount: query.customer.trim(),
    // Quantities are texts, so that no digit is lost on the way.
    items: asked.map(({ question, unit }) => ({
      itemNumber: question.item,
      quantity: question.quantity,
      unitSymbol: unit,
    })),
    date: on,
  };
  const body = await context.reads.json(
    {
      method: 'POST',
      url,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ _request: request }),
    },
    { notFound: 'unavailable', names: [] },
    call,
  );
  return parseVendor(computedPricesSchema, body, answered(context, 'prices')).items;
}

function isOf({ question, unit }: Asked, price: ComputedPrice | undefined): price is ComputedPrice {
  return price !== undefined && sameKey(price.itemNumber, question.item) && sameKey(price.unitSymbol ?? unit, unit);
}

/**
 * The answer to a question. The answer does not repeat the quantity: it is the one at the same place, or, where the
 * service answers in another order or leaves items out, the only one of that item and unit; never one of several.
 */
function priceFor(one: Asked, asked: readonly Asked[], prices: readonly ComputedPrice[]): ComputedPrice | undefined {
  const inPlace = prices.length === asked.length ? prices[asked.indexOf(one)] : undefined;
  if (isOf(one, inPlace)) return inPlace;
  const [only, ...others] = prices.filter((price) => isOf(one, price));
  const isAskedOnce = only !== undefined && asked.filter((other) => isOf(other, only)).length === 1;
  return isAskedOnce && others.length === 0 ? only : undefined;
}

const REASONS: Readonly<Record<string, PriceReason>> = {
  agreement: 'contract',
  group: 'group',
  all: 'list',
  list: 'list',
};

function positive(amount: Decimal | undefined): Decimal | undefined {
  return amount !== undefined && compareDecimals(amount, '0') > 0 ? amount : undefined;
}

function viewOf(
  context: FscmContext,
  { question, unit }: Asked,
  price: ComputedPrice | undefined,
): PriceView | undefined {
  const unitPrice = positive(price?.unitPrice);
  if (price === undefined || price.error !== undefined || unitPrice === undefined) return undefined;
  const currency = price.currencyCode;
  if (currency === undefined) {
    throw new ErpError('bad-response', 'The price service answered a price without its currency.', {
      connectionId: context.connectionId,
    });
  }
  const listPrice = positive(price.listPrice);
  return present({
    ref: refTo(context, 'price', question.item),
    item: question.item,
    quantity: { value: question.quantity, unit },
    unit,
    unitPrice: { amount: unitPrice, currency },
    listPrice: listPrice === undefined ? undefined : { amount: listPrice, currency },
    discount: positive(price.discountPercent),
    reason: REASONS[price.reason?.toLowerCase() ?? ''] ?? 'simulated',
    breaks: [],
    indicative: false,
  });
}
