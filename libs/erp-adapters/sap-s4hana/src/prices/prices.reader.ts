import { refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import {
  type BatchPage,
  type ErpCall,
  ErpError,
  type PriceQuery,
  type PriceReader,
  type PriceView,
} from '@headwater/erp-contracts';
import { compareDecimals, isDecimal } from '@headwater/kernel';
import { textKey } from '../keys';
import { readingOf, type SapContext } from '../sap-s4hana.context';
import { MAX_BATCH } from '../sap-s4hana.manifest';
import { recordedPrices } from './recorded-prices';
import { simulatedPrices } from './simulated-prices';

/** Lets SAP price a batch of items for a customer, or looks up its condition records where a setting says so. */
export function createPriceReader(context: SapContext): PriceReader {
  return { quote: (query, call) => readingOf(context, () => quote(context, query, call)) };
}

async function quote(context: SapContext, query: PriceQuery, call: ErpCall): Promise<BatchPage<PriceView>> {
  refuseLargeBatch(query.items.length, MAX_BATCH);
  if (query.items.some(({ quantity }) => !isDecimal(quantity) || compareDecimals(quantity, '0') <= 0)) {
    throw new ErpError('invalid-request', 'A price needs a quantity above 0.');
  }
  textKey(query.customer);
  // No item of SAP has such a number, and none can be sent.
  const items = query.items.filter(({ item }) => item.trim() !== '' && item.isWellFormed());
  const prices = context.settings.pricing === 'simulation' ? simulatedPrices : recordedPrices;
  const priced =
    items.length === 0
      ? []
      : await withSiblings(call.signal, (signal) => prices(context, { ...query, items }, { ...call, signal }));
  const found = query.items.map((question) => ({ item: question.item, view: priced[items.indexOf(question)] }));
  return {
    items: found.flatMap(({ view }) => view ?? []),
    nextCursor: null,
    notFound: [...new Set(found.filter(({ view }) => view === undefined).map(({ item }) => item))],
  };
}
