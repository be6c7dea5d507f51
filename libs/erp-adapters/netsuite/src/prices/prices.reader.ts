import { refuseLargeBatch } from '@headwater/erp-adapter-kit';
import type { BatchPage, ErpCall, PriceQuery, PriceReader, PriceView } from '@headwater/erp-contracts';
import { type NetsuiteContext, readingOf } from '../netsuite.context';
import { MAX_PRICE_BATCH } from '../netsuite.manifest';
import { quoteFromLists } from './price-lists';
import { quoteByRestlet } from './restlet-prices';

/** Reads prices: the customer's own where a RESTlet is set up for it, indicative ones from price lists otherwise. */
export function createPriceReader(context: NetsuiteContext): PriceReader {
  return { quote: (query, call) => readingOf(context, () => quote(context, query, call)) };
}

async function quote(context: NetsuiteContext, query: PriceQuery, call: ErpCall): Promise<BatchPage<PriceView>> {
  refuseLargeBatch(query.items.length, MAX_PRICE_BATCH);
  if (query.items.length === 0) return { items: [], nextCursor: null, notFound: [] };
  const { priceScript: script } = context.settings;
  const items =
    script === undefined
      ? await quoteFromLists(context, query, call)
      : await quoteByRestlet(context, { script, query }, call);
  const priced = new Set(items.map(({ item }) => item));
  const asked = new Set(query.items.map(({ item }) => item));
  return { items, nextCursor: null, notFound: [...asked].filter((item) => !priced.has(item)) };
}
