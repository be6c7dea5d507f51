import type { BoundedCount, CalendarDate, Decimal, ErpRef, Money, Quantity } from '@headwater/kernel';
import type { PostalAddressView } from '../customers/customers.view';

export const ORDER_STATUSES = [
  'quote',
  'open',
  'on-hold',
  'released',
  'picked',
  'shipped',
  'partly-shipped',
  'invoiced',
  'closed',
  'cancelled',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** A sales order as a list shows it. Back-orders and releases of one number are one order here. */
export interface SalesOrderView {
  readonly ref: ErpRef;
  readonly number: string;
  /** Customer number. */
  readonly customer: string;
  readonly customerName?: string;
  readonly customerPo?: string;
  readonly status: OrderStatus;
  /** The ERP's own word or code for the status, as it said it. */
  readonly vendorStatus: string;
  readonly orderedOn?: CalendarDate;
  readonly requestedOn?: CalendarDate;
  readonly promisedOn?: CalendarDate;
  readonly total: Money;
  /** ISO 4217. */
  readonly currency: string;
  readonly shipTo?: PostalAddressView;
  readonly warehouse?: string;
  readonly salesperson?: string;
}

export interface SalesOrderLineView {
  readonly lineNo: string;
  readonly item: string;
  readonly description: string;
  readonly ordered: Quantity;
  readonly shipped: Quantity;
  readonly backordered: Quantity;
  /** Absent where the ERP has not priced the line. */
  readonly unitPrice?: Money;
  /** What `unitPrice` is for: a unit, or a number of units (`"100 EA"`). */
  readonly priceUnit?: string;
  readonly lineTotal?: Money;
  /** Discount in percent. */
  readonly discountPercent?: Decimal;
  readonly promisedOn?: CalendarDate;
  readonly warehouse?: string;
  readonly status: OrderStatus;
}

export interface SalesOrderDetailView extends SalesOrderView {
  readonly lines: readonly SalesOrderLineView[];
}

/** How many orders of a customer have something still to come; a lower bound where the ERP was not asked for all. */
export interface OpenOrdersView {
  /** The customer. */
  readonly ref: ErpRef;
  readonly customer: string;
  readonly count: BoundedCount;
}

/** When a customer ordered last; without a day where the ERP tells none. */
export interface LatestOrderView {
  /** The customer. */
  readonly ref: ErpRef;
  readonly customer: string;
  readonly orderedOn?: CalendarDate;
}
