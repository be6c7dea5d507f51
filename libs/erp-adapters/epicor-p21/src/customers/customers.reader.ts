import { boundedLimit, parseVendor, withSiblings } from '@headwater/erp-adapter-kit';
import type { CustomerReader, CustomerSearch, CustomerView, ErpCall } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { answered, noSuch, type P21Context, readingOf } from '../epicor-p21.context';
import { CUSTOMER_LIST } from '../epicor-p21.manifest';
import { beginsWith, containsAll, living, ofCompany } from '../tables/conditions';
import { openOptional, openTable } from '../tables/open-table';
import { cursorAt, skipOf } from '../tables/page-cursor';
import { rowsOf, rowsWithKeys } from '../tables/rows';
import { wordsOf } from '../tables/words';
import { currencyOf, customerByNumber, openCustomers, toCustomerRow } from './customer-rows';
import { toCustomerView } from './customer.mapper';
import {
  ADDRESS_SHAPE,
  type AddressRow,
  addressRowSchema,
  type CustomerRow,
  SHIP_TO_SHAPE,
  type ShipToRow,
  shipToRowSchema,
} from './customer.schema';

const SORT = 'number';

/** Reads customers of the company by words of the name or the start of the number. */
export function createCustomerReader(context: P21Context): CustomerReader {
  return {
    search: (query, call) => readingOf(context, () => search(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => customer(context, number, call)),
  };
}

async function search(context: P21Context, query: CustomerSearch, call: ErpCall): Promise<Page<CustomerView>> {
  const limit = boundedLimit(query.limit, CUSTOMER_LIST);
  const skip = skipOf(query.cursor, SORT);
  const q = query.q.trim();
  if (q === '') return { items: [], nextCursor: null };
  const table = await openCustomers(context, call);
  const fold = context.settings.caseFolding;
  const any = [
    beginsWith(table, 'customer_id', { text: q, fold }),
    containsAll(table, 'customer_name', { words: wordsOf(q), fold }),
  ].filter((condition) => condition !== undefined);
  const where = [{ any }, ...ofCompany(table, context.settings), ...living(table)];
  // One row more than asked for tells whether there is a next page.
  const rows = await rowsOf(context, { table, where, orderBy: ['customer_id'], top: limit + 1, skip }, call);
  const page = rows.slice(0, limit).map((row) => toCustomerRow(context, row));
  const addresses = await addressesOf(context, page, call);
  return {
    items: page.map((row) => viewOf(context, row, { address: addresses.get(row.customer_id), shipTos: [] })),
    nextCursor: rows.length > limit ? cursorAt(skip + limit, SORT) : null,
  };
}

async function customer(context: P21Context, number: string, call: ErpCall): Promise<CustomerView> {
  if (number.trim() === '') throw noSuch(context, 'customer');
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const row = await customerByNumber(context, number, sibling);
    const [addresses, shipTos] = await Promise.all([
      addressesOf(context, [row], sibling),
      shipTosOf(context, row, sibling),
    ]);
    return viewOf(context, row, { address: addresses.get(row.customer_id), shipTos });
  });
}

function viewOf(
  context: P21Context,
  row: CustomerRow,
  parts: { readonly address: AddressRow | undefined; readonly shipTos: readonly ShipToRow[] },
): CustomerView {
  return toCustomerView({ connectionId: context.connectionId, row, currency: currencyOf(context, row), ...parts });
}

/** Main addresses by customer number: a customer's address has the customer's own id. */
async function addressesOf(
  context: P21Context,
  customers: readonly CustomerRow[],
  call: ErpCall,
): Promise<ReadonlyMap<string, AddressRow>> {
  const table = await openTable(context, ADDRESS_SHAPE, call);
  const keys = customers.map((row) => row.customer_id);
  const rows = await rowsWithKeys(context, { table, field: 'id', keys, where: [], orderBy: [] }, call);
  const addresses = rows.map((row) => parseVendor(addressRowSchema, row, answered(context, 'addresses')));
  return new Map(addresses.map((row) => [row.id, row]));
}

async function shipTosOf(context: P21Context, row: CustomerRow, call: ErpCall): Promise<readonly ShipToRow[]> {
  const table = await openOptional(context, SHIP_TO_SHAPE, call);
  if (table === undefined) return [];
  const where = [...ofCompany(table, context.settings), ...living(table)];
  const query = { field: 'customer_id', keys: [row.customer_id], where, orderBy: ['ship_to_id'] };
  const rows = await rowsWithKeys(context, { table, ...query }, call);
  return rows.map((one) => parseVendor(shipToRowSchema, one, answered(context, 'ship-tos')));
}
