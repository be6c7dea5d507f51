import { boundedLimit, refuseUndeclaredFilters, supportedSort } from '@headwater/erp-adapter-kit';
import type { ErpCall, OrderList, OrderReader, SalesOrderView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { customerRow } from '../customers/customer-rows';
import { type NetsuiteContext, readingOf } from '../netsuite.context';
import { NETSUITE_MANIFEST, ORDER_LIST } from '../netsuite.manifest';
import { offsetPage } from '../sql/offset-page';
import { type Sql, sql } from '../sql/sql';
import { statusIn } from '../sql/transactions';
import { orderInFull } from './order-detail';
import { latestOrders, openOrders } from './order-figures';
import { orderRowSchema } from './order-row.schema';
import { ordersWhere } from './order-rows';
import { toSalesOrderView } from './sales-order.mapper';

const DECLARED = { manifest: NETSUITE_MANIFEST, list: ORDER_LIST, what: 'orders' } as const;

/** Reads sales orders: lists by SuiteQL, one order in full by the record API as well. */
export function createOrderReader(context: NetsuiteContext): OrderReader {
  return {
    list: (query, call) => readingOf(context, () => list(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => orderInFull(context, number, call)),
    open: (query, call) => readingOf(context, () => openOrders(context, query, call)),
    latest: (query, call) => readingOf(context, () => latestOrders(context, query, call)),
  };
}

async function list(context: NetsuiteContext, query: OrderList, call: ErpCall): Promise<Page<SalesOrderView>> {
  const { customer, customerPo, open } = query;
  refuseUndeclaredFilters({ customer, customerPo, open }, DECLARED);
  const sort = supportedSort(query.sort, '-orderedOn', DECLARED);
  const limit = boundedLimit(query.limit, ORDER_LIST);
  const { settings } = context;
  const page = await offsetPage(
    context,
    {
      query: ordersWhere(settings, conditions(context, query), orderOf(sort)),
      row: orderRowSchema(settings.slashOrder),
      what: 'orders',
      request: { sort, limit, cursor: query.cursor },
    },
    call,
  );
  // An unknown customer has no orders either: only the customer itself tells the difference.
  if (page.items.length === 0 && customer !== undefined) await customerRow(context, customer, call);
  return { ...page, items: page.items.map((row) => toSalesOrderView(row, context)) };
}

function conditions({ settings }: NetsuiteContext, { customer, customerPo, open }: OrderList): readonly Sql[] {
  return [
    ...(customer === undefined ? [] : [sql`c.entityid = ${customer.trim()}`]),
    ...(customerPo === undefined ? [] : [sql`t.otherrefnum = ${customerPo.trim()}`]),
    ...(open === true ? [statusIn('SalesOrd', settings.openOrderStatuses)] : []),
  ];
}

/** The internal id makes the order unique, without which pages repeat and skip. */
function orderOf(sort: string): Sql {
  return sort.startsWith('-') ? sql`t.trandate DESC, t.id DESC` : sql`t.trandate, t.id`;
}
