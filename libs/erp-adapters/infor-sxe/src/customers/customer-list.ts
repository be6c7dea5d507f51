import { parseVendor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { ERP } from '../client/infor-sxe.client';
import { optionalRows, rowsOf, type SxeResponse, type SxeRow } from '../client/tables';
import { bagOf } from '../client/value-bag';
import { answered, type SxeContext } from '../infor-sxe.context';
import { customerNumber } from '../keys';
import { customerExtraSchema, type CustomerRow, customerRowSchema } from './customer.schema';

export interface CustomerListRequest {
  readonly number?: number;
  readonly words?: readonly string[];
  readonly limit: number;
}

const MOST_KEYWORDS = 5;

function requestOf({ number = 0, words = [], limit }: CustomerListRequest): Readonly<Record<string, unknown>> {
  const keywords = Array.from({ length: MOST_KEYWORDS }, (_, index) => [
    `keyWord${String(index + 1)}`,
    words[index] ?? '',
  ]);
  return {
    customerNumber: number,
    ...Object.fromEntries(keywords),
    postalCode: '',
    includeInactiveCustomers: false,
    recordLimit: limit,
  };
}

/** Site-defined fields of each customer, by customer number. */
function extrasOf(context: SxeContext, response: SxeResponse): ReadonlyMap<string, SxeRow> {
  const expected = answered(context, 'customer fields');
  const rows = (optionalRows(response, 'outfieldvalue') ?? []).map((row) =>
    parseVendor(customerExtraSchema, row, expected),
  );
  const levels = new Set(rows.map((row) => row.level ?? ''));
  return new Map([...levels].map((level) => [level, bagOf(rows.filter((row) => (row.level ?? '') === level))]));
}

/** The customers of an answer, each once: rows of ship-tos follow the customer they belong to. */
function customersIn(context: SxeContext, response: SxeResponse): readonly CustomerRow[] {
  const expected = answered(context, 'customers');
  const extras = extrasOf(context, response);
  const byNumber = new Map<string, CustomerRow>();
  for (const raw of rowsOf(response, 'custlst')) {
    const { custno } = parseVendor(customerRowSchema, raw, expected);
    const row = parseVendor(customerRowSchema, { ...extras.get(custno), ...raw }, expected);
    const known = byNumber.get(custno);
    if (known === undefined || (known.shipto !== undefined && row.shipto === undefined)) byNumber.set(custno, row);
  }
  return [...byNumber.values()];
}

export async function listCustomers(
  context: SxeContext,
  request: CustomerListRequest,
  call: ErpCall,
): Promise<readonly CustomerRow[]> {
  return customersIn(context, await context.client.call('customers.list', requestOf(request), call));
}

/** The row of one customer. Throws `not-found`. */
export async function customerRow(context: SxeContext, key: string, call: ErpCall): Promise<CustomerRow> {
  const number = customerNumber(key);
  const rows = await listCustomers(context, { number, limit: 0 }, call);
  const row = rows.find((candidate) => Number(candidate.custno) === number);
  if (row !== undefined) return row;
  throw new ErpError('not-found', `${ERP} has no such customer.`, { connectionId: context.connectionId });
}
