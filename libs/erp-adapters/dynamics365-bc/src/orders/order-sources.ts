import { compares, equalsText, type ODataFilter } from '@headwater/erp-adapter-kit';
import type { ErpCall, OrderList, SalesOrderView } from '@headwater/erp-contracts';
import { bcSortDate } from '../client/vendor-values';
import type { BcContext } from '../dynamics365-bc.context';
import type { DatedAsk, DatedSource } from '../paging/dated-source';
import { toGoneOrderView } from './gone-order.mapper';
import { allOf, isNotBlank, orderRows, orderSetting, quoteRows } from './order-documents';
import { goneOrders, orderInvoices } from './order-history';
import { toQuoteView, toSalesOrderView } from './sales-order.mapper';

export interface OrderQuestion {
  readonly context: BcContext;
  readonly query: OrderList;
  readonly local: string;
  readonly call: ErpCall;
}

export type OrderSource = DatedSource<SalesOrderView>;

/** Conditions every set of orders understands. */
function common({ context, query }: OrderQuestion): readonly ODataFilter[] {
  return [
    ...(query.customer === undefined ? [] : [equalsText('customerNumber', query.customer)]),
    ...(query.customerPo === undefined ? [] : [equalsText(context.settings.customerPoField, query.customerPo)]),
  ];
}

function asked(ask: DatedAsk, filters: readonly ODataFilter[]) {
  return { ...allOf([...filters, ...ask.filters]), orderBy: ask.orderBy, top: ask.top };
}

/** Orders that are not fully invoiced yet. */
export function heldOrders(question: OrderQuestion): OrderSource {
  const { context, query, local, call } = question;
  const onlyUnshipped = query.open === true && context.settings.openOrders === 'not-shipped';
  const filters = [...common(question), ...(onlyUnshipped ? [compares('fullyShipped', 'eq', { flag: false })] : [])];
  return {
    name: 'orders',
    dateField: 'orderDate',
    read: async (ask) =>
      (await orderRows(context, asked(ask, filters), call)).map((row) => {
        const setting = orderSetting(context, context.currencies.isoOf(row.currencyCode, local));
        return { date: bcSortDate(row.orderDate), number: row.number, value: toSalesOrderView(row, setting) };
      }),
  };
}

export function quotes(question: OrderQuestion): OrderSource {
  const { context, local, call } = question;
  return {
    name: 'quotes',
    dateField: context.settings.quoteDateField,
    read: async (ask) =>
      (await quoteRows(context, asked(ask, common(question)), call)).map((row) => {
        const setting = orderSetting(context, context.currencies.isoOf(row.currencyCode, local));
        return { date: bcSortDate(row.orderDate), number: row.number, value: toQuoteView(row, setting) };
      }),
  };
}

/** Orders that are gone, by the date of their latest invoice: the only date that is left of them. */
export function history(question: OrderQuestion): OrderSource {
  const { context, local, call } = question;
  const filters = [...common(question), isNotBlank('orderNumber')];
  return {
    name: 'history',
    dateField: 'invoiceDate',
    read: async (ask) => {
      const invoices = await orderInvoices(context, { ...ask, filters: [...filters, ...ask.filters] }, call);
      const rows = invoices.map((row) => ({ date: row.sortDate, number: row.number, value: row }));
      const gone = await goneOrders(context, rows, call);
      return rows.map((row) => {
        const found = gone.find(({ number }) => number === row.number);
        const currency = context.currencies.isoOf(row.value.currencyCode, local);
        const value =
          found === undefined ? undefined : toGoneOrderView(found.invoices, orderSetting(context, currency));
        return { date: row.date, number: row.number, value };
      });
    },
  };
}
