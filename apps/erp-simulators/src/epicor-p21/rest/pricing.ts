import type { VendorAnswer } from '../../simulator';
import { requestError } from '../wire/pages';
import { P21Error } from '../wire/p21-error';
import { replyOf, type P21Reply } from '../wire/reply';
import { priceContextOf, quantityIn, type PriceContext, type PriceLine } from './price-context';
import { pricedItem } from './price-reply';
import { answering, argumentError, type RestAsk } from './rest-ask';

const UNREADABLE = 'System.Runtime.Serialization.SerializationException';

/** `POST /api/inventory/parts/prices`: a read by POST, for any item id. */
export function answerPriceBatch(ask: RestAsk): VendorAnswer {
  const { headers, body } = ask.request;
  // WCF chooses the reader by the Content-Type alone, and fails in two ways where the body is of another kind.
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '') && !isXml(body)) return requestError();
  return answering(ask, () => batchReply(ask));
}

function isXml(body: string): boolean {
  return body.trimStart().startsWith('<');
}

function batchReply(ask: RestAsk): P21Reply {
  const rows = rowsOf(ask.request.body);
  const context = priceContextOf(ask);
  const priced = rows.map((row) => pricedRow(ask, context, row));
  return replyOf(200, 'ItemPrice', ask.scene.options.batchReply === 'list' ? { list: priced } : priced);
}

type Row = Readonly<Record<string, unknown>>;

/** Numbers are kept as they were written. */
function rowsOf(body: string): readonly Row[] {
  const keep = (_name: string, value: unknown, context?: { readonly source?: string }): unknown =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value;
  try {
    const parsed: unknown = JSON.parse(body, keep as Parameters<typeof JSON.parse>[1]);
    if (Array.isArray(parsed)) return parsed.filter((row): row is Row => typeof row === 'object' && row !== null);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new P21Error(500, UNREADABLE, 'There was an error deserializing the object. Encountered unexpected character.');
}

function pricedRow(ask: RestAsk, context: PriceContext, row: Row): unknown {
  try {
    return pricedItem(ask, context, lineOf(ask, row));
  } catch (error) {
    if (!(error instanceof P21Error) || ask.scene.options.batchItemFailure === 'whole-call-error') throw error;
    return failedRow(row, error);
  }
}

/** .NET sends what was never set as zeros and nulls, so that a failed row looks like one that costs nothing. */
function failedRow(row: Row, { message, errorType }: P21Error): unknown {
  return {
    ItemId: textOf(row['ItemId']),
    UnitPrice: 0,
    ExtendedPrice: 0,
    PricePageUid: 0,
    UOM: null,
    CompanyId: null,
    QuantityAvailable: 0,
    ErrorMessage: message,
    ErrorType: errorType,
  };
}

function lineOf(ask: RestAsk, row: Row): PriceLine {
  return {
    itemId: textOf(row['ItemId']),
    customerPartNo: textOf(row['CustomerPartNo']),
    sourceLocId: textOf(row['SourceLocId']),
    quantity: quantityIn(ask, textOf(row['UnitQuantity'])),
    unit: textOf(row['UOM']),
    priceUnit: textOf(row['PriceUom']),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** `GET /api/inventory/parts/{ItemId}/v2/price?…`; an id with a slash never gets here. */
export function answerSinglePrice(ask: RestAsk, itemId: string): VendorAnswer {
  return answering(ask, () => {
    const { query } = ask.request;
    const context = priceContextOf(ask);
    const line: PriceLine = {
      itemId,
      customerPartNo: '',
      sourceLocId: query.get('sourceLocId') ?? '',
      quantity: quantityIn(ask, query.get('unitQuantity') ?? ''),
      unit: query.get('uom') ?? '',
      priceUnit: query.get('priceUom') ?? '',
    };
    if (itemId === '') throw argumentError(ask, 'The parameter itemId is required.');
    return replyOf(200, 'ItemPrice', pricedItem(ask, context, line));
  });
}
