import { refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import {
  type BatchPage,
  type ErpCall,
  ErpError,
  type PriceQuery,
  type PriceReader,
  type PriceView,
} from '@headwater/erp-contracts';
import { compareDecimals, isCalendarDate, isDecimal } from '@headwater/kernel';
import { numberIs, ofNumber } from '../client/search-words';
import { type BcContext, readingOf, today } from '../dynamics365-bc.context';
import { MAX_BATCH } from '../dynamics365-bc.lists';
import { ERP } from '../client/vendor-failure';
import { itemRows } from '../items/item-rows';
import { extensionPrices } from './extension-prices';
import { toListPriceView, toPriceView } from './price.mapper';

/** Prices a batch of items: the customer's own price through the tenant's extension, else the list price. */
export function createPriceReader(context: BcContext): PriceReader {
  return {
    quote: (query, call) =>
      readingOf(context, async () => {
        refuseLargeBatch(query.items.length, MAX_BATCH);
        refuseUnfit(query);
        if (query.items.length === 0) return { items: [], nextCursor: null, notFound: [] };
        return withSiblings(call.signal, (signal) => quote(context, query, { ...call, signal }));
      }),
  };
}

function refuseUnfit({ items, on }: PriceQuery): void {
  if (!items.every(({ quantity }) => isDecimal(quantity) && compareDecimals(quantity, '0') > 0)) {
    throw new ErpError('invalid-request', 'A price is asked for a quantity above 0.');
  }
  if (on !== undefined && !isCalendarDate(on)) {
    throw new ErpError('invalid-request', 'A price is asked as of a day, such as 2026-11-23.');
  }
}

async function quote(context: BcContext, query: PriceQuery, call: ErpCall): Promise<BatchPage<PriceView>> {
  const read = context.settings.prices === 'extension' ? ownPrices : listPrices;
  const views = await read(context, query, call);
  const missing = query.items.filter((_, index) => views[index] === undefined).map(({ item }) => item);
  return {
    items: views.filter((view) => view !== undefined),
    nextCursor: null,
    notFound: [...new Set(missing)],
  };
}

type Views = readonly (PriceView | undefined)[];

async function ownPrices(context: BcContext, query: PriceQuery, call: ErpCall): Promise<Views> {
  const { connectionId, currencies, settings } = context;
  const [rows, local] = await Promise.all([extensionPrices(context, query, call), currencies.local(call)]);
  return query.items.map((question, index) => {
    const row = rows[index];
    if (row === undefined) return undefined;
    const currency = currencies.isoOf(row.price.currencyCode, local);
    return toPriceView(question, row, { connectionId, currency, unitWhereNone: settings.unitWhereNone });
  });
}

async function listPrices(context: BcContext, query: PriceQuery, call: ErpCall): Promise<Views> {
  if (query.on !== undefined && query.on !== today(context)) {
    throw new ErpError('unsupported', `${ERP} tells list prices as of today only.`);
  }
  const { connectionId, currencies, settings } = context;
  const filter = numberIs('number', [...new Set(query.items.map(({ item }) => item))]);
  const [rows, currency] = await Promise.all([itemRows(context, { filter }, call), currencies.local(call)]);
  return query.items.map((question) => {
    const row = ofNumber(rows, question.item);
    if (row === undefined) return undefined;
    return toListPriceView(question, row, { connectionId, currency, unitWhereNone: settings.unitWhereNone });
  });
}
