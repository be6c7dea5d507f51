import {
  boundedLimit,
  pageOfWhole,
  refuseUndeclaredFilters,
  supportedSort,
  withSiblings,
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
import { currencyOf } from '../customers/customer-currency';
import { readingOf, type SxeContext } from '../infor-sxe.context';
import { INFOR_SXE_MANIFEST, ORDER_LIST } from '../infor-sxe.manifest';
import { orderNumber } from '../keys';
import { openOrders } from './open-orders';
import { type ListedOrders, listOrders } from './order-groups';
import { isHeld, toSalesOrderDetailView } from './sales-order-detail.mapper';
import { firstOf, type OrderGroup, toSalesOrderView } from './sales-order.mapper';
import { readSingleOrder } from './single-order';
import { wholeOrder } from './whole-order';

const DECLARED = { manifest: INFOR_SXE_MANIFEST, list: ORDER_LIST, what: 'orders' } as const;

/** Reads orders and quotes; all suffixes of a number are one order. */
export function createOrderReader(context: SxeContext): OrderReader {
  return {
    list: (query, call) => readingOf(context, () => list(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => orderInFull(context, orderNumber(number), call)),
    open: (query, call) => readingOf(context, () => openOrders(context, query, call)),
  };
}

async function list(context: SxeContext, query: OrderList, call: ErpCall): Promise<Page<SalesOrderView>> {
  const { customer, customerPo, open } = query;
  refuseUndeclaredFilters({ customer, customerPo, open }, DECLARED);
  const order = { sort: supportedSort(query.sort, '-orderedOn', DECLARED), keyOf: keyOfOrder };
  if (customer === undefined && customerPo === undefined) {
    throw new ErpError('unsupported', 'Infor SX.e lists orders of a customer or of a customerPo; name one of them.');
  }
  const request = { ...query, limit: boundedLimit(query.limit, ORDER_LIST) };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [listed, currency] = await Promise.all([
      listOrders(context, query, sibling),
      customer === undefined ? undefined : currencyOf(context, customer, sibling),
    ]);
    // The page is cut first, so that only its own customers are asked for a currency.
    const page = pageOfWhole(listed.groups, order, request);
    return { ...page, items: await views(context, { ...listed, groups: page.items }, { currency, call: sibling }) };
  });
}

function keyOfOrder(group: OrderGroup): readonly [string, string] {
  return [firstOf(group).enterdt ?? '', group.number];
}

interface ViewSetting {
  /** Of the customer asked for; `undefined` where a PO may belong to several. */
  readonly currency: string | undefined;
  readonly call: ErpCall;
}

async function views(
  context: SxeContext,
  { groups, held }: ListedOrders,
  { currency, call }: ViewSetting,
): Promise<readonly SalesOrderView[]> {
  const customers = [...new Set(groups.map((group) => firstOf(group).custno))];
  const currencies = new Map(
    await Promise.all(
      customers.map(async (customer) => [customer, currency ?? (await currencyOf(context, customer, call))] as const),
    ),
  );
  return groups.map((group) =>
    toSalesOrderView(group, {
      connectionId: context.connectionId,
      currency: currencies.get(firstOf(group).custno) ?? context.settings.currency,
      held: held.has(group.number),
    }),
  );
}

async function orderInFull(context: SxeContext, number: number, call: ErpCall): Promise<SalesOrderDetailView> {
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const { group, isListedAsHeld } = await wholeOrder(context, number, sibling);
    const [currency, listedAsHeld, ...singles] = await Promise.all([
      currencyOf(context, firstOf(group).custno, sibling),
      isListedAsHeld(),
      ...group.suffixes.map(({ ordersuf }) => readSingleOrder(context, { order: number, suffix: ordersuf }, sibling)),
    ]);
    const order = { group, singles };
    const held = isHeld(order) || listedAsHeld;
    return toSalesOrderDetailView(order, { connectionId: context.connectionId, currency, held });
  });
}
