import { refuseLargeBatch } from '@headwater/erp-adapter-kit';
import {
  type BatchPage,
  type ErpCall,
  ErpError,
  type PriceQuery,
  type PriceReader,
  type PriceView,
} from '@headwater/erp-contracts';
import { compareDecimals, isCalendarDate, isDecimal } from '@headwater/kernel';
import { type FscmContext, readingOf, today } from '../dynamics365-fscm.context';
import { MAX_BATCH } from '../dynamics365-fscm.manifest';
import { exactPrices } from './exact-prices';
import { indicativePrices } from './indicative-prices';

/** Reads prices: computed by the tenant's own service where there is one, else out of trade agreements. */
export function createPriceReader(context: FscmContext): PriceReader {
  return { quote: (query, call) => readingOf(context, () => quote(context, query, call)) };
}

async function quote(context: FscmContext, query: PriceQuery, call: ErpCall): Promise<BatchPage<PriceView>> {
  refuseLargeBatch(query.items.length, MAX_BATCH);
  refuseUnpriceable(query);
  if (query.items.length === 0) return { items: [], nextCursor: null, notFound: [] };
  const on = query.on ?? today(context);
  const url = context.settings.priceServiceUrl;
  return url === undefined
    ? indicativePrices(context, { query, on }, call)
    : exactPrices(context, { query, on, url }, call);
}

function refuseUnpriceable({ items, on }: PriceQuery): void {
  const isPriceable = items.every(({ quantity }) => isDecimal(quantity) && compareDecimals(quantity, '0') > 0);
  if (!isPriceable) throw new ErpError('invalid-request', 'A quantity to price is a decimal above 0.');
  if (on !== undefined && !isCalendarDate(on)) throw new ErpError('invalid-request', 'A day to price for is a date.');
}
