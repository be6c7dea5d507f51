import { compares, equalsText, type ODataFilter, parseVendor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type PriceQuery, type PriceQuestion } from '@headwater/erp-contracts';
import type { BatchPart } from '../client/bc.client';
import { sameKey } from '../client/search-words';
import { answered, type BcContext } from '../dynamics365-bc.context';
import type { PricedRow } from './price.mapper';
import { priceBreakSchema, type PriceRow, priceSchema } from './price.schema';

interface Asked {
  readonly query: PriceQuery;
  readonly question: PriceQuestion;
}

function whoAndWhat({ query, question }: Asked): readonly ODataFilter[] {
  return [
    equalsText('customerNumber', query.customer),
    equalsText('itemNumber', question.item),
    ...(question.unit === undefined ? [] : [equalsText('unitOfMeasureCode', question.unit)]),
  ];
}

/** Price and breaks of one question, two parts of a batch. */
function partsOf(context: BcContext, asked: Asked): readonly [BatchPart, BatchPart] {
  const { prices, priceBreaks } = context.settings.sets;
  const { on } = asked.query;
  const base = whoAndWhat(asked);
  const day = on === undefined ? [] : [compares('date', 'eq', { date: on })];
  const quantity = compares('quantity', 'eq', { decimal: asked.question.quantity });
  return [
    { set: prices, query: { filter: { all: [...base, quantity, ...day] } }, what: 'prices' },
    { set: priceBreaks, query: { filter: { all: base } }, what: 'quantity breaks' },
  ];
}

/** An extension may say that it does not know an item in place of answering nothing. */
async function rowsOrNone(read: Promise<readonly unknown[]>): Promise<readonly unknown[]> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof ErpError && error.code === 'not-found') return [];
    throw error;
  }
}

async function answersOf(
  context: BcContext,
  parts: readonly BatchPart[],
  call: ErpCall,
): Promise<readonly (readonly unknown[])[]> {
  if (context.settings.priceReads === 'batch') return context.client.batch(parts, call);
  return Promise.all(parts.map((part) => rowsOrNone(context.client.rows({ ...part, from: 'extension' }, call))));
}

/** The row of the item and unit asked for; rows of other items are not an answer to this question. */
function rowFor(question: PriceQuestion, rows: readonly PriceRow[]): PriceRow | undefined {
  const own = rows.filter(({ itemNumber }) => sameKey(itemNumber, question.item));
  const { unit } = question;
  return unit === undefined
    ? own[0]
    : own.find(({ unitOfMeasureCode }) => unitOfMeasureCode === undefined || sameKey(unitOfMeasureCode, unit));
}

/** What the extension says to each question, `undefined` where it has no price. */
export async function extensionPrices(
  context: BcContext,
  query: PriceQuery,
  call: ErpCall,
): Promise<readonly (PricedRow | undefined)[]> {
  const parts = query.items.flatMap((question) => partsOf(context, { query, question }));
  const answers = await answersOf(context, parts, call);
  return query.items.map((question, index) => {
    const prices = (answers[index * 2] ?? []).map((row) => parseVendor(priceSchema, row, answered(context, 'prices')));
    const breaks = (answers[index * 2 + 1] ?? []).map((row) =>
      parseVendor(priceBreakSchema, row, answered(context, 'quantity breaks')),
    );
    const price = rowFor(question, prices);
    return price === undefined ? undefined : { price, breaks };
  });
}
