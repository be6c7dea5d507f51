import { type ODataQuery, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { numberIs, ofNumber } from '../client/search-words';
import { answered, type BcContext, unknownTo } from '../dynamics365-bc.context';
import { type CustomerRow, customerSchema } from './customer.schema';

export async function customerRows(
  context: BcContext,
  query: ODataQuery,
  call: ErpCall,
): Promise<readonly CustomerRow[]> {
  const rows = await context.client.rows({ from: 'standard', set: 'customers', query, what: 'customers' }, call);
  const parsed = rows.map((row) => parseVendor(customerSchema, row, answered(context, 'customers')));
  for (const { id, number } of parsed) context.numbers.learn('customer', id, number);
  return parsed;
}

/** The customer of a number. Throws `ErpError` `not-found`. */
export async function customerOf(context: BcContext, number: string, call: ErpCall): Promise<CustomerRow> {
  const rows = await customerRows(context, { filter: numberIs('number', [number]) }, call);
  const row = ofNumber(rows, number);
  if (row === undefined) throw unknownTo(context, 'customer');
  return row;
}
