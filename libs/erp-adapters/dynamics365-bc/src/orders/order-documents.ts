import { compares, type ODataFilter, type ODataQuery, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { answered, type BcContext } from '../dynamics365-bc.context';
import type { NamedCode } from '../names/names';
import type { OrderSetting } from './sales-order.mapper';
import { type SalesOrderRow, salesOrderSchema, type SalesQuoteRow, salesQuoteSchema } from './sales-order.schema';

/** Orders that Business Central still holds, lines and all: their lines tell how far they are shipped. */
export async function orderRows(
  context: BcContext,
  query: ODataQuery,
  call: ErpCall,
): Promise<readonly SalesOrderRow[]> {
  const withLines = { ...query, expand: [{ navigation: 'salesOrderLines' }] };
  const asked = { from: 'standard', set: 'salesOrders', query: withLines, what: 'orders' } as const;
  const schema = salesOrderSchema(context.settings.customerPoField);
  const rows = (await context.client.rows(asked, call)).map((row) =>
    parseVendor(schema, row, answered(context, 'orders')),
  );
  for (const { id, number } of rows) context.numbers.learn('order', id, number);
  return rows;
}

export async function quoteRows(
  context: BcContext,
  query: ODataQuery,
  call: ErpCall,
): Promise<readonly SalesQuoteRow[]> {
  const withLines = { ...query, expand: [{ navigation: 'salesQuoteLines' }] };
  const asked = { from: 'standard', set: 'salesQuotes', query: withLines, what: 'quotes' } as const;
  const { customerPoField, quoteDateField } = context.settings;
  const schema = salesQuoteSchema(customerPoField)(quoteDateField);
  const rows = (await context.client.rows(asked, call)).map((row) =>
    parseVendor(schema, row, answered(context, 'quotes')),
  );
  for (const { id, number } of rows) context.numbers.learn('order', id, number);
  return rows;
}

export function orderSetting(
  context: BcContext,
  currency: string,
  locations: ReadonlyMap<string, NamedCode> = new Map(),
): OrderSetting {
  const { totals, unitWhereNone, orderStatuses, backorders } = context.settings;
  return { connectionId: context.connectionId, currency, totals, unitWhereNone, orderStatuses, backorders, locations };
}

/** Codes of the locations that lines name by GUID; not asked for where none is named. */
export async function locationsOf(
  context: BcContext,
  lines: readonly { readonly locationId?: string | undefined }[],
  call: ErpCall,
): Promise<ReadonlyMap<string, NamedCode>> {
  const ids = [...new Set(lines.map(({ locationId }) => locationId).filter((id) => id !== undefined))];
  return context.names.codesOf('locations', ids, call);
}

/** Conditions that must all hold; none is no filter. */
export function allOf(filters: readonly ODataFilter[]): Pick<ODataQuery, 'filter'> {
  return filters.length === 0 ? {} : { filter: { all: filters } };
}

export function isNotBlank(field: string): ODataFilter {
  return compares(field, 'ne', { text: '' });
}
