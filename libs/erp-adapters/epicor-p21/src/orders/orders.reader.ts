import {
  boundedLimit,
  type ODataFilter,
  parseVendor,
  refuseUndeclaredFilters,
  supportedSort,
  withSiblings,
} from '@headwater/erp-adapter-kit';
import type { ErpCall, OrderList, OrderReader, SalesOrderDetailView, SalesOrderView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { customerByNumber } from '../customers/customer-rows';
import { answered, noSuch, type P21Context, readingOf } from '../epicor-p21.context';
import { EPICOR_P21_MANIFEST, ORDER_LIST } from '../epicor-p21.manifest';
import { keyIs, living, ofCompany } from '../tables/conditions';
import { openTable, type OpenTable } from '../tables/open-table';
import { cursorAt, skipOf } from '../tables/page-cursor';
import { type Row, rowsOf } from '../tables/rows';
import { HEADER_SHAPE, type HeaderRow, headerSchema } from './order.schema';
import { openOrders } from './open-orders';
import { detailOf, viewsOf } from './order-views';
import { stillOpen } from './still-open';

const DECLARED = { manifest: EPICOR_P21_MANIFEST, list: ORDER_LIST, what: 'orders' } as const;

/** Reads orders, quotes and returns of the company. */
export function createOrderReader(context: P21Context): OrderReader {
  return {
    list: (query, call) => readingOf(context, () => list(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => order(context, number, call)),
    open: (query, call) => readingOf(context, () => openOrders(context, query, call)),
  };
}

/** With the number at the end, which tells orders of one day apart. */
const ORDER_BY: { readonly [sort: string]: readonly string[] } = {
  orderedOn: ['order_date', 'order_no'],
  '-orderedOn': ['-order_date', '-order_no'],
};

/** `undefined` where no order can fulfil them, such as a customer number that is none. */
function conditionsOf(context: P21Context, table: OpenTable, query: OrderList): readonly ODataFilter[] | undefined {
  const { customer, customerPo, open } = query;
  const asked = [
    customer === undefined ? [] : keyIs(table, 'customer_id', customer),
    customerPo === undefined ? [] : keyIs(table, 'po_no', customerPo),
  ];
  if (asked.includes(undefined)) return undefined;
  return [
    ...asked.flatMap((condition) => condition ?? []),
    ...ofCompany(table, context.settings),
    ...living(table),
    ...(open === true ? stillOpen(table) : []),
  ];
}

async function list(context: P21Context, query: OrderList, call: ErpCall): Promise<Page<SalesOrderView>> {
  const { customer, customerPo, open } = query;
  refuseUndeclaredFilters({ customer, customerPo, open }, DECLARED);
  const sort = supportedSort(query.sort, '-orderedOn', DECLARED);
  const limit = boundedLimit(query.limit, ORDER_LIST);
  const skip = skipOf(query.cursor, sort);
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const table = await openTable(context, HEADER_SHAPE, sibling);
    const conditions = conditionsOf(context, table, query);
    if (conditions === undefined) return nothing(context, query, sibling);
    const orderBy = ORDER_BY[sort] ?? [];
    const rows = await rowsOf(context, { table, where: conditions, orderBy, top: limit + 1, skip }, sibling);
    if (rows.length === 0) return nothing(context, query, sibling);
    const headers = rows.slice(0, limit).map((row) => toHeader(context, row));
    return {
      items: await viewsOf(context, headers, sibling),
      nextCursor: rows.length > limit ? cursorAt(skip + limit, sort) : null,
    };
  });
}

/** An unknown customer has no orders either: only the customer itself tells the difference. Throws `not-found`. */
async function nothing(context: P21Context, query: OrderList, call: ErpCall): Promise<Page<SalesOrderView>> {
  const { customer, cursor } = query;
  if (customer !== undefined && cursor === undefined) await customerByNumber(context, customer, call);
  return { items: [], nextCursor: null };
}

function toHeader(context: P21Context, row: Row): HeaderRow {
  return parseVendor(headerSchema(context.settings.timeZone), row, answered(context, 'orders'));
}

/** The header of an order of the company, or `undefined`. */
export async function headerOf(context: P21Context, number: string, call: ErpCall): Promise<HeaderRow | undefined> {
  const table = await openTable(context, HEADER_SHAPE, call);
  const key = number.trim() === '' ? undefined : keyIs(table, 'order_no', number);
  if (key === undefined) return undefined;
  const conditions = [key, ...ofCompany(table, context.settings), ...living(table)];
  const [row] = await rowsOf(context, { table, where: conditions, orderBy: ['order_no'], top: 2 }, call);
  return row === undefined ? undefined : toHeader(context, row);
}

async function order(context: P21Context, number: string, call: ErpCall): Promise<SalesOrderDetailView> {
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const header = await headerOf(context, number, sibling);
    if (header === undefined) throw noSuch(context, 'order');
    return detailOf(context, header, sibling);
  });
}
