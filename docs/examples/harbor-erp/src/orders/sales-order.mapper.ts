import { present } from '@headwater/erp-adapter-kit';
import {
  ErpError,
  type OrderStatus,
  type SalesOrderDetailView,
  type SalesOrderLineView,
  type SalesOrderView,
} from '@headwater/erp-contracts';
import { ERP } from '../harbor-erp.client';
import { refTo } from '../harbor-erp.context';
import type { VendorSalesOrder, VendorSalesOrderDetail, VendorSalesOrderLine } from './sales-order.schema';

export interface OrderSetting {
  readonly connectionId: string;
}

/** Harbor's words for how far an order is. */
const STATUSES: Readonly<Record<string, OrderStatus>> = {
  QUOTE: 'quote',
  OPEN: 'open',
  HELD: 'on-hold',
  PICKED: 'picked',
  PART_SHIPPED: 'partly-shipped',
  SHIPPED: 'shipped',
  INVOICED: 'invoiced',
  CLOSED: 'closed',
  CANCELLED: 'cancelled',
};

/** A word nobody knows is an error, never a guess: it would show an order as something it is not. */
function statusOf(word: string, { connectionId }: OrderSetting): OrderStatus {
  const status = STATUSES[word.toUpperCase()];
  if (status !== undefined) return status;
  throw new ErpError('bad-response', `${ERP} gives an order a status that Headwater does not know.`, { connectionId });
}

export function toSalesOrderView(order: VendorSalesOrder, setting: OrderSetting): SalesOrderView {
  return present({
    ref: refTo(setting, 'order', order.number),
    number: order.number,
    customer: order.customer,
    customerName: order.customerName,
    customerPo: order.customerPo,
    status: statusOf(order.status, setting),
    vendorStatus: order.status,
    orderedOn: order.orderedOn,
    promisedOn: order.promisedOn,
    total: { amount: order.total, currency: order.currency },
    currency: order.currency,
  });
}

export function toSalesOrderDetailView(order: VendorSalesOrderDetail, setting: OrderSetting): SalesOrderDetailView {
  const header = toSalesOrderView(order, setting);
  return { ...header, lines: order.lines.map((line) => toLineView(line, header)) };
}

function toLineView(line: VendorSalesOrderLine, { currency, status }: SalesOrderView): SalesOrderLineView {
  const quantity = (value: string) => ({ value, unit: line.unit });
  const money = (amount: string | undefined) => (amount === undefined ? undefined : { amount, currency });
  const unitPrice = money(line.unitPrice);
  return present({
    lineNo: line.line,
    item: line.item,
    description: line.description ?? '',
    ordered: quantity(line.ordered),
    shipped: quantity(line.shipped),
    backordered: quantity(line.backordered),
    unitPrice,
    priceUnit: unitPrice === undefined ? undefined : line.unit,
    lineTotal: money(line.lineTotal),
    status,
  });
}
