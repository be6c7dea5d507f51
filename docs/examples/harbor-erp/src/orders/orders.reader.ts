import {
  boundedLimit,
  decodeCursor,
  encodeCursor,
  pathSegment,
  refuseUndeclaredFilters,
  supportedSort,
} from '@headwater/erp-adapter-kit';
import {
  type ErpCall,
  ErpError,
  type OrderList,
  type OrderReader,
  type SalesOrderDetailView,
  type SalesOrderView,
} from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { z } from 'zod';
import { readingOf, type HarborErpContext } from '../harbor-erp.context';
import { HARBOR_ERP_MANIFEST, ORDER_LIST } from '../harbor-erp.manifest';
import { toSalesOrderDetailView, toSalesOrderView } from './sales-order.mapper';
import { salesOrderDetailSchema, salesOrderPageSchema } from './sales-order.schema';

const DECLARED = { manifest: HARBOR_ERP_MANIFEST, list: ORDER_LIST, what: 'orders' } as const;

/** Where the ERP goes on, and in which order it was going. */
const cursorSchema = z.strictObject({ sort: z.string(), next: z.string().min(1) });

/** Reads orders and quotes, in the order and the pages the ERP makes itself. */
export function createOrderReader(context: HarborErpContext): OrderReader {
  return {
    list: (query, call) => readingOf(context, () => list(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => get(context, number, call)),
  };
}

async function list(context: HarborErpContext, query: OrderList, call: ErpCall): Promise<Page<SalesOrderView>> {
  const { customer, customerPo, open } = query;
  refuseUndeclaredFilters({ customer, customerPo, open }, DECLARED);
  const sort = supportedSort(query.sort, '-orderedOn', DECLARED);
  const parameters = {
    customer,
    sort,
    limit: String(boundedLimit(query.limit, ORDER_LIST)),
    next: nextOf(query.cursor, sort),
  };
  const page = await context.client.read(
    { path: 'orders', parameters, schema: salesOrderPageSchema, what: 'orders', notFound: 'unavailable' },
    call,
  );
  return {
    items: page.orders.map((order) => toSalesOrderView(order, context)),
    nextCursor: page.next === undefined ? null : encodeCursor({ sort, next: page.next }),
  };
}

function nextOf(cursor: string | undefined, sort: string): string | undefined {
  if (cursor === undefined) return undefined;
  const position = decodeCursor(cursor, cursorSchema);
  if (position.sort === sort) return position.next;
  throw new ErpError('invalid-request', 'The cursor belongs to another order of the list; start again without it.');
}

async function get(context: HarborErpContext, number: string, call: ErpCall): Promise<SalesOrderDetailView> {
  const path = `orders/${pathSegment(number)}`;
  const order = await context.client.read(
    { path, schema: salesOrderDetailSchema, what: 'an order', notFound: 'not-found' },
    call,
  );
  return toSalesOrderDetailView(order, context);
}
