import { boundedLimit, refuseUndeclaredFilters, supportedSort, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall, OrderList, OrderReader, SalesOrderDetailView, SalesOrderView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { numberIs, ofNumber } from '../client/search-words';
import { type BcContext, readingOf, unknownTo } from '../dynamics365-bc.context';
import { ORDER_LIST } from '../dynamics365-bc.lists';
import { BC_MANIFEST } from '../dynamics365-bc.manifest';
import { ensureCustomer } from '../existence';
import { mergedPage } from '../paging/merged-page';
import { shipmentRows } from '../shipments/shipment-rows';
import { toGoneOrderDetailView } from './gone-order.mapper';
import { locationsOf, orderRows, orderSetting, quoteRows } from './order-documents';
import { invoicedOrder, orderInvoices } from './order-history';
import { heldOrders, history, type OrderQuestion, type OrderSource, quotes } from './order-sources';
import { toQuoteDetailView, toSalesOrderDetailView } from './sales-order.mapper';
import type { DocumentLine } from './sales-order.schema';

const DECLARED = { manifest: BC_MANIFEST, list: ORDER_LIST, what: 'orders' } as const;

/** Reads orders Business Central holds, quotes, and orders that are gone as their invoices tell of them. */
export function createOrderReader(context: BcContext): OrderReader {
  return {
    list: (query, call) => readingOf(context, () => list(context, query, call)),
    get: ({ number }, call) =>
      readingOf(context, () => withSiblings(call.signal, (signal) => get(context, number, { ...call, signal }))),
  };
}

async function list(context: BcContext, query: OrderList, call: ErpCall): Promise<Page<SalesOrderView>> {
  const { customer, customerPo, open } = query;
  refuseUndeclaredFilters({ customer, customerPo, open }, DECLARED);
  const sort = supportedSort(query.sort, '-orderedOn', DECLARED);
  const limit = boundedLimit(query.limit, ORDER_LIST);
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const local = await context.currencies.local(sibling);
    const groups = groupsOf({ context, query, local, call: sibling }, sort);
    const page = await mergedPage({ groups, sort, limit, cursor: query.cursor });
    // An unknown customer has no orders either: only the customer itself tells the difference.
    if (page.items.length === 0 && customer !== undefined && query.cursor === undefined) {
      await ensureCustomer(context, customer, sibling);
    }
    return page;
  });
}

/**
 * Orders that are gone have lost the date they were ordered on, so they cannot be merged by it: they follow the dated
 * ones, as an absent date sorts after every other when descending and before when ascending.
 */
function groupsOf(question: OrderQuestion, sort: string): readonly (readonly OrderSource[])[] {
  const held = heldOrders(question);
  if (question.query.open === true) return [[held]];
  const dated = question.context.settings.quotes === 'included' ? [held, quotes(question)] : [held];
  const gone = [history(question)];
  return sort.startsWith('-') ? [dated, gone] : [gone, dated];
}

async function get(context: BcContext, number: string, call: ErpCall): Promise<SalesOrderDetailView> {
  const filter = numberIs('number', [number]);
  const [local, orders] = await Promise.all([context.currencies.local(call), orderRows(context, { filter }, call)]);
  const order = ofNumber(orders, number);
  if (order === undefined) return notHeld(context, { number, local }, call);
  return toSalesOrderDetailView(
    order,
    await settingOf(context, { row: order, lines: order.salesOrderLines, local }, call),
  );
}

interface Documented {
  readonly row: { readonly currencyCode?: string | undefined };
  readonly lines: readonly DocumentLine[];
  readonly local: string;
}

async function settingOf(context: BcContext, { row, lines, local }: Documented, call: ErpCall) {
  const currency = context.currencies.isoOf(row.currencyCode, local);
  return orderSetting(context, currency, await locationsOf(context, lines, call));
}

interface Wanted {
  readonly number: string;
  readonly local: string;
}

/** A quote, or an order that is gone. */
async function notHeld(context: BcContext, { number, local }: Wanted, call: ErpCall): Promise<SalesOrderDetailView> {
  const byOrder = [numberIs('orderNumber', [number])];
  const [offered, invoices, shipments] = await Promise.all([
    context.settings.quotes === 'included' ? quoteRows(context, { filter: numberIs('number', [number]) }, call) : [],
    orderInvoices(context, { filters: byOrder, lines: 'included' }, call),
    shipmentRows(context, { filters: byOrder }, call),
  ]);
  const quote = ofNumber(offered, number);
  if (quote !== undefined) {
    return toQuoteDetailView(
      quote,
      await settingOf(context, { row: quote, lines: quote.salesQuoteLines, local }, call),
    );
  }
  const gone = invoicedOrder(invoices, number);
  if (gone === undefined) throw unknownTo(context, 'order');
  const lines = gone.flatMap(({ salesInvoiceLines }) => salesInvoiceLines);
  const shipped = shipments.flatMap(({ salesShipmentLines }) => salesShipmentLines);
  return toGoneOrderDetailView(
    { invoices: gone, shipped },
    await settingOf(context, { row: gone[0], lines, local }, call),
  );
}
