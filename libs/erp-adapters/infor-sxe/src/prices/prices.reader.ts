import { refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import {
  type BatchPage,
  type ErpCall,
  ErpError,
  type PriceQuery,
  type PriceReader,
  type PriceView,
} from '@headwater/erp-contracts';
import { isUnknown } from '../client/business-error';
import { currencyOf } from '../customers/customer-currency';
import { readingOf, type SxeContext, today } from '../infor-sxe.context';
import { MAX_BATCH } from '../infor-sxe.manifest';
import { askPrices } from './price-call';
import type { Asked } from './price-match';

type PriceOf = (asked: Asked, currency: string) => PriceView | undefined;

/** Lets SX.e price a batch for a customer: its own price, with everything that decides it. */
export function createPriceReader(context: SxeContext): PriceReader {
  return { quote: (query, call) => readingOf(context, () => quote(context, query, call)) };
}

async function quote(context: SxeContext, query: PriceQuery, call: ErpCall): Promise<BatchPage<PriceView>> {
  refuseLargeBatch(query.items.length, MAX_BATCH);
  if (query.on !== undefined && query.on !== today(context)) {
    throw new ErpError('unsupported', 'Infor SX.e prices as of today only.');
  }
  if (query.items.length === 0) return { items: [], nextCursor: null, notFound: [] };
  const asked = query.items.map((question, index) => ({ question, seqno: index + 1, warehouse: query.warehouse }));
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [priceOf, currency] = await Promise.all([
      pricesOf(context, { query, asked }, sibling),
      currencyOf(context, query.customer, sibling),
    ]);
    const priced = asked.map((one) => ({ item: one.question.item, view: priceOf(one, currency) }));
    return {
      items: priced.map(({ view }) => view).filter((view) => view !== undefined),
      nextCursor: null,
      notFound: [...new Set(priced.filter(({ view }) => view === undefined).map(({ item }) => item))],
    };
  });
}

/**
 * Asks for all items in one call. SX.e may refuse the whole batch for one item it does not know; then each item is
 * asked for on its own, so that one wrong number does not take the prices of the others.
 */
async function pricesOf(
  context: SxeContext,
  ask: { query: PriceQuery; asked: readonly Asked[] },
  call: ErpCall,
): Promise<PriceOf> {
  try {
    return await askPrices(context, ask, call);
  } catch (error) {
    if (!isUnknown(error) || error.subject !== 'item') throw error;
  }
  const single = ask.asked.length === 1 ? [] : ask.asked;
  const answers = await Promise.all(
    single.map((one) => askPrices(context, { ...ask, asked: [one] }, call).catch(noneIfItem)),
  );
  return (one, currency) => answers[single.indexOf(one)]?.(one, currency);
}

function noneIfItem(error: unknown): undefined {
  if (isUnknown(error) && error.subject === 'item') return undefined;
  throw error;
}
