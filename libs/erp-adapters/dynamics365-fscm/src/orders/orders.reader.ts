import { refuseUndeclaredFilters, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall, OrderList, OrderReader, SalesOrderDetailView, SalesOrderView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { knownCustomer } from '../customers/customer-row';
import { type FscmContext, readingOf } from '../dynamics365-fscm.context';
import { readEntity } from '../entities/entity-reads';
import { foldedKey } from '../entities/keys';
import { givenKey } from '../entities/key-chunks';
import { begunOrders } from './begun-orders';
import { invoicedQuantities, type PackingSlipLine, packingSlipLines, toDelivery } from './deliveries';
import { lineOfListShape, type OrderLine, orderLineShape } from './order-line.schema';
import { DECLARED, headerShape, orderPage } from './order-list';
import { byOrderNumber } from './order-number';
import { lineExpansion, type OrderWithLines, withLines } from './order-lines';
import { statusOfSymbol } from './order-status';
import { toSalesOrderDetailView } from './sales-order-detail.mapper';
import { toSalesOrderView } from './sales-order.mapper';
import type { Delivery } from './shipped-quantities';

/** Reads sales orders: headers with their lines, what was delivered from the packing slips. */
export function createOrderReader(context: FscmContext): OrderReader {
  return {
    list: (query, call) => readingOf(context, () => list(context, query, call)),
    get: ({ number }, call) =>
      readingOf(context, () => {
        const asked = { number: givenKey(number, 'order number'), format: context.settings.orderNumberFormat };
        return byOrderNumber(asked, (spelt) => orderInFull(context, spelt, call));
      }),
  };
}

async function list(context: FscmContext, query: OrderList, call: ErpCall): Promise<Page<SalesOrderView>> {
  const { customer, customerPo, open: onlyOpen } = query;
  refuseUndeclaredFilters({ customer, customerPo, open: onlyOpen }, DECLARED);
  const { rows, nextCursor } = await orderPage(context, query, call);
  if (rows.length === 0 && customer !== undefined && query.cursor === undefined) {
    // A customer that does not exist has an empty list of orders, too; only the customer itself tells the difference.
    await knownCustomer(context, customer, call);
  }
  const orders = await withLines(context, { answers: rows, shape: lineOfListShape }, call);
  const { connectionId, settings } = context;
  const open = orders.filter(({ header }) => statusOfSymbol(header.SalesOrderStatus, settings) === 'open');
  const begun = await begunOrders(
    context,
    open.map(({ header }) => header.SalesOrderNumber),
    call,
  );
  const isBegun = (number: string): boolean => begun.has(foldedKey(number));
  return {
    items: orders.map((order) =>
      toSalesOrderView({ ...order, connectionId, settings, begun: isBegun(order.header.SalesOrderNumber) }),
    ),
    nextCursor,
  };
}

async function orderInFull(context: FscmContext, number: string, call: ErpCall): Promise<SalesOrderDetailView> {
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [order, slips] = await Promise.all([
      orderWithLines(context, number, sibling),
      packingSlipLines(context, [number], sibling),
    ]);
    const known = slips === undefined ? await withoutSlips(context, order, sibling) : slipsOf(slips);
    return toSalesOrderDetailView({
      ...order,
      ...known,
      connectionId: context.connectionId,
      settings: context.settings,
    });
  });
}

async function orderWithLines(context: FscmContext, number: string, call: ErpCall): Promise<OrderWithLines<OrderLine>> {
  const query = {
    purpose: 'order-headers',
    shape: headerShape(context),
    what: 'orders',
    ...lineExpansion(context, orderLineShape),
  } as const;
  const answer = await readEntity(context, query, { key: { SalesOrderNumber: number }, call });
  const [order] = await withLines(context, { answers: [answer], shape: orderLineShape }, call);
  return order ?? { header: answer.row, lines: [] };
}

interface KnownDeliveries {
  readonly deliveries: readonly Delivery[];
  readonly begun: boolean;
}

function slipsOf(slips: readonly PackingSlipLine[]): KnownDeliveries {
  return { deliveries: slips.map(toDelivery), begun: slips.length > 0 };
}

/** Only a line that is still open can have gone in part; the status of every other line says it all. */
async function withoutSlips(
  context: FscmContext,
  { header, lines }: OrderWithLines<OrderLine>,
  call: ErpCall,
): Promise<KnownDeliveries> {
  const isOpen = (line: OrderLine): boolean => statusOfSymbol(line.SalesOrderLineStatus, context.settings) === 'open';
  if (!lines.some(isOpen)) return { deliveries: [], begun: false };
  const [deliveries, begun] = await Promise.all([
    invoicedQuantities(context, header.SalesOrderNumber, call),
    begunOrders(context, [header.SalesOrderNumber], call),
  ]);
  return { deliveries, begun: begun.size > 0 };
}
