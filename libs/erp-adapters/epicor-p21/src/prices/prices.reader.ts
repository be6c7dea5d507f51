import { refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import {
  type BatchPage,
  type ErpCall,
  ErpError,
  type PriceQuery,
  type PriceQuestion,
  type PriceReader,
  type PriceView,
} from '@headwater/erp-contracts';
import { P21BusinessError } from '../client/envelope';
import { ERP } from '../client/erp-name';
import { currencyOf, customerByNumber } from '../customers/customer-rows';
import { type P21Context, readingOf } from '../epicor-p21.context';
import { EPICOR_P21_MANIFEST, MAX_BATCH } from '../epicor-p21.manifest';
import { sameKey } from '../tables/values';
import { today } from '../today';
import { type AnsweredPrice, askPrices, isAboutItem, type PricedRow } from './price-call';
import { toPriceView } from './price.mapper';

/** Lets Prophet 21 price a batch for a customer: the price it would put on an order today. */
export function createPriceReader(context: P21Context): PriceReader {
  return { quote: (query, call) => readingOf(context, () => quote(context, query, call)) };
}

function refuseWhatItCannot(context: P21Context, query: PriceQuery): void {
  refuseLargeBatch(query.items.length, MAX_BATCH);
  if (query.on !== undefined && query.on !== today(context)) {
    throw new ErpError('unsupported', `${EPICOR_P21_MANIFEST.name} prices as of today only.`);
  }
  if (query.shipTo !== undefined && context.settings.shipToParameter === undefined) {
    throw new ErpError('unsupported', `${ERP} is set up without a parameter for a ship-to in its price call.`);
  }
}

async function quote(context: P21Context, query: PriceQuery, call: ErpCall): Promise<BatchPage<PriceView>> {
  refuseWhatItCannot(context, query);
  if (query.items.length === 0) return { items: [], nextCursor: null, notFound: [] };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, rows] = await Promise.all([
      // Tells an unknown customer from an unknown item, which the price call does not always do.
      customerByNumber(context, query.customer, sibling),
      rowsOf(context, query, sibling),
    ]);
    const { connectionId, settings } = context;
    const setting = { connectionId, settings, currency: currencyOf(context, customer) };
    const priced = query.items.map((question, index) => {
      const row = rows[index];
      return { item: question.item, view: row === undefined ? undefined : toPriceView(question, row, setting) };
    });
    return {
      items: priced.map(({ view }) => view).filter((view) => view !== undefined),
      nextCursor: null,
      notFound: [...new Set(priced.filter(({ view }) => view === undefined).map(({ item }) => item))],
    };
  });
}

/**
 * A row for each question. Whether one bad item fails the whole batch or only its own row is not known of Prophet 21:
 * where the batch fails, each item is asked for by itself, so that one wrong number does not take the others' prices.
 */
async function rowsOf(context: P21Context, query: PriceQuery, call: ErpCall): Promise<readonly PricedRow[]> {
  try {
    return matched(query.items, await askPrices(context, { query, questions: query.items }, call));
  } catch (error) {
    if (!mayBeOneItem(error)) throw error;
    if (query.items.length === 1) return [noneIfItem(error)];
  }
  return Promise.all(query.items.map((question) => rowOf(context, { query, question }, call)));
}

/** An error that one item may have caused; not of the customer, the location, the credentials or the wire. */
function mayBeOneItem(error: unknown): boolean {
  const isOfBatch = error instanceof P21BusinessError && ['item', 'other'].includes(error.subject);
  return isOfBatch && ['not-found', 'invalid-request', 'bad-response'].includes(error.code);
}

async function rowOf(
  context: P21Context,
  { query, question }: { readonly query: PriceQuery; readonly question: PriceQuestion },
  call: ErpCall,
): Promise<PricedRow> {
  const answers = await askPrices(context, { query, questions: [question] }, call).catch((error: unknown) => {
    noneIfItem(error);
    return [];
  });
  return matched([question], answers)[0];
}

function noneIfItem(error: unknown): undefined {
  if (isAboutItem(error)) return undefined;
  throw error;
}

/** By place where the answer has a row for each question, else by item number, each row once. */
function matched(questions: readonly PriceQuestion[], answers: readonly AnsweredPrice[]): readonly PricedRow[] {
  const inOrder =
    answers.length === questions.length &&
    questions.every(({ item }, index) => answers[index]?.item === '' || sameKey(answers[index]?.item ?? '', item));
  if (inOrder) return answers.map(({ priced }) => priced);
  const left = [...answers];
  return questions.map(({ item }) => {
    const at = left.findIndex((answer) => sameKey(answer.item, item));
    return at < 0 ? undefined : left.splice(at, 1)[0]?.priced;
  });
}
