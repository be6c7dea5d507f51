import { parseVendor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type PriceQuery, type PriceQuestion } from '@headwater/erp-contracts';
import { type Decimal, isDecimal } from '@headwater/kernel';
import { businessError, envelopeIn, P21BusinessError } from '../client/envelope';
import { ERP } from '../client/erp-name';
import { isRecord } from '../client/is-record';
import { answered, type P21Context } from '../epicor-p21.context';
import { type PriceRow, priceRowSchema } from './price.schema';

/** A row of the answer: a price, or `undefined` for an item Prophet 21 does not price. */
export type PricedRow = PriceRow | undefined;

function queryOf({ settings }: P21Context, { customer, shipTo }: PriceQuery): string {
  const { companyId, salesLocation, shipToParameter } = settings;
  const parameters = new URLSearchParams({ companyId, customerId: customer.trim(), salesLocId: salesLocation });
  if (shipTo !== undefined && shipToParameter !== undefined) parameters.set(shipToParameter, shipTo);
  return parameters.toString();
}

const { rawJSON } = JSON as unknown as { readonly rawJSON: (source: string) => unknown };

/** A JSON number with all its digits, which a JavaScript number would lose. */
function jsonNumber(quantity: Decimal): unknown {
  if (isDecimal(quantity)) return rawJSON(quantity.replace(/^(-?)0+(?=\d)/, '$1'));
  throw new ErpError('invalid-request', 'A quantity to price is a decimal number.');
}

/** An item number goes in the body: in a path `%2F` is a 404. */
function bodyOf({ settings }: P21Context, query: PriceQuery, questions: readonly PriceQuestion[]) {
  return questions.map(({ item, quantity, unit }) => ({
    ItemId: item.trim(),
    SourceLocId: query.warehouse ?? settings.salesLocation,
    UnitQuantity: jsonNumber(quantity),
    ...(unit === undefined ? {} : { UOM: unit }),
  }));
}

/** Rows may come bare or in a list, as the REST families wrap theirs. */
function rowsIn(context: P21Context, body: unknown): readonly unknown[] {
  const wrapped = isRecord(body) ? (body['list'] ?? body['List'] ?? body['value']) : body;
  if (Array.isArray(wrapped)) return wrapped;
  throw new ErpError('bad-response', `${ERP} answered prices in an unexpected shape.`, {
    connectionId: context.connectionId,
  });
}

/** An error in place of a row: about the item it is an answer, about anything else it is the whole call's. */
function toRow(context: P21Context, row: unknown): { readonly item: string; readonly priced: PricedRow } | undefined {
  const envelope = envelopeIn(row);
  if (envelope === undefined) {
    const priced = parseVendor(priceRowSchema, row, answered(context, 'prices'));
    return { item: priced.ItemId, priced };
  }
  const error = businessError(envelope, context.connectionId);
  if (!isAboutItem(error)) throw error;
  const item = isRecord(row) && typeof row['ItemId'] === 'string' ? row['ItemId'] : '';
  return { item, priced: undefined };
}

/** Whether an error says of an item that it is unknown or cannot be priced. */
export function isAboutItem(error: unknown): boolean {
  return error instanceof P21BusinessError && error.subject === 'item' && error.code !== 'forbidden';
}

export interface AnsweredPrice {
  readonly item: string;
  readonly priced: PricedRow;
}

/** Prices the questions in one call; answers stand in the order of the questions, as far as there are any. */
export async function askPrices(
  context: P21Context,
  { query, questions }: { readonly query: PriceQuery; readonly questions: readonly PriceQuestion[] },
  call: ErpCall,
): Promise<readonly AnsweredPrice[]> {
  const body = await context.client.prices(queryOf(context, query), bodyOf(context, query, questions), call);
  return rowsIn(context, body).flatMap((row) => toRow(context, row) ?? []);
}
