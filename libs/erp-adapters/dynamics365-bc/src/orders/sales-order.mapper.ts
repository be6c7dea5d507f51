import { present } from '@headwater/erp-adapter-kit';
import type {
  PostalAddressView,
  SalesOrderDetailView,
  SalesOrderLineView,
  SalesOrderView,
} from '@headwater/erp-contracts';
import type { CalendarDate, Money } from '@headwater/kernel';
import type { NamedCode } from '../names/names';
import { refTo } from '../dynamics365-bc.context';
import {
  backordersOf,
  boughtLines,
  type StagedOrder,
  type StageSetting,
  stageOfLine,
  stageOfOrder,
} from './order-stage';
import type { DocumentLine, SalesOrderRow, SalesQuoteRow } from './sales-order.schema';

export interface OrderSetting extends StageSetting {
  readonly connectionId: string;
  /** ISO code of the document. */
  readonly currency: string;
  readonly totals: 'including-tax' | 'excluding-tax';
  readonly unitWhereNone: string;
  readonly locations: ReadonlyMap<string, NamedCode>;
}

export interface ShippedTo {
  readonly shipToName?: string | undefined;
  readonly shipToAddressLine1?: string | undefined;
  readonly shipToAddressLine2?: string | undefined;
  readonly shipToCity?: string | undefined;
  readonly shipToState?: string | undefined;
  readonly shipToCountry?: string | undefined;
  readonly shipToPostCode?: string | undefined;
}

export function shipToOf(row: ShippedTo): PostalAddressView | undefined {
  const lines = [row.shipToAddressLine1, row.shipToAddressLine2].filter((line) => line !== undefined);
  const { shipToName: name, shipToCity: city, shipToState: region } = row;
  const { shipToPostCode: postalCode, shipToCountry: country } = row;
  if (lines.length === 0 && [name, city, region, postalCode, country].every((part) => part === undefined)) {
    return undefined;
  }
  return present({ kind: 'shipping' as const, name, lines, city, region, postalCode, country });
}

export interface Totalled {
  readonly totalAmountExcludingTax: string;
  readonly totalAmountIncludingTax: string;
}

export function totalOf(row: Totalled, setting: Pick<OrderSetting, 'totals' | 'currency'>): Money {
  const amount = setting.totals === 'including-tax' ? row.totalAmountIncludingTax : row.totalAmountExcludingTax;
  return { amount, currency: setting.currency };
}

/** The day the last of what is still to come is planned to leave; of everything, where nothing is. */
function promisedOf(lines: readonly DocumentLine[]): CalendarDate | undefined {
  let lastOutstanding: CalendarDate | undefined;
  let last: CalendarDate | undefined;
  for (const line of boughtLines(lines)) {
    const { shipmentDate: date } = line;
    if (date === undefined) continue;
    if (last === undefined || date > last) last = date;
    const isLater = lastOutstanding === undefined || date > lastOutstanding;
    if (isLater && isOutstanding(line)) lastOutstanding = date;
  }
  return lastOutstanding ?? last;
}

function isOutstanding(line: DocumentLine): boolean {
  const stage = stageOfLine(line);
  return stage !== 'shipped' && stage !== 'invoiced';
}

interface DocumentRow extends ShippedTo, Totalled {
  readonly number: string;
  readonly customerNumber: string;
  readonly customerName?: string | undefined;
  readonly customerPo: string | undefined;
  readonly orderDate?: string | undefined;
  readonly requestedDeliveryDate?: string | undefined;
  readonly salesperson?: string | undefined;
}

function headerOf(row: DocumentRow, order: StagedOrder, setting: OrderSetting) {
  return {
    ref: refTo(setting, 'order', row.number),
    number: row.number,
    customer: row.customerNumber,
    customerName: row.customerName,
    customerPo: row.customerPo,
    orderedOn: row.orderDate,
    requestedOn: row.requestedDeliveryDate,
    promisedOn: promisedOf(order.lines),
    total: totalOf(row, setting),
    currency: setting.currency,
    shipTo: shipToOf(row),
    salesperson: row.salesperson,
  };
}

function stagedOrder(row: SalesOrderRow): StagedOrder {
  return { status: row.status, fullyShipped: row.fullyShipped, lines: row.salesOrderLines };
}

export function toSalesOrderView(row: SalesOrderRow, setting: OrderSetting): SalesOrderView {
  const order = stagedOrder(row);
  return present({
    ...headerOf(row, order, setting),
    status: stageOfOrder(order, setting),
    vendorStatus: row.status ?? 'Open',
  });
}

export function toSalesOrderDetailView(row: SalesOrderRow, setting: OrderSetting): SalesOrderDetailView {
  const order = stagedOrder(row);
  const view = toSalesOrderView(row, setting);
  const standing = view.status === 'partly-shipped' ? 'open' : view.status;
  const backorderedOf = backordersOf(order, setting);
  const lines = boughtLines(order.lines).map((line, index) =>
    toLineView(line, {
      ...setting,
      index,
      status: stageOfLine(line) ?? standing,
      backordered: backorderedOf(line),
    }),
  );
  return { ...view, lines };
}

export function toQuoteView(row: SalesQuoteRow, setting: OrderSetting): SalesOrderView {
  const order: StagedOrder = { status: row.status, fullyShipped: false, lines: row.salesQuoteLines };
  return present({ ...headerOf(row, order, setting), status: 'quote' as const, vendorStatus: row.status ?? 'Draft' });
}

export function toQuoteDetailView(row: SalesQuoteRow, setting: OrderSetting): SalesOrderDetailView {
  const lines = boughtLines(row.salesQuoteLines).map((line, index) =>
    toLineView(line, { ...setting, index, status: 'quote', backordered: '0' }),
  );
  return { ...toQuoteView(row, setting), lines };
}

export interface LineSetting extends OrderSetting {
  /** Where the line stands in its document, should it carry no sequence of its own. */
  readonly index: number;
  readonly status: SalesOrderLineView['status'];
  readonly backordered: string;
}

export function toLineView(line: DocumentLine, setting: LineSetting): SalesOrderLineView {
  const unit = line.unitOfMeasureCode ?? setting.unitWhereNone;
  const inUnit = (value: string) => ({ value, unit });
  const money = (amount: string | undefined): Money | undefined =>
    amount === undefined ? undefined : { amount, currency: setting.currency };
  return present({
    lineNo: line.sequence ?? String(setting.index + 1),
    item: line.lineObjectNumber ?? '',
    description: line.description ?? '',
    ordered: inUnit(line.quantity ?? '0'),
    shipped: inUnit(line.shippedQuantity ?? '0'),
    backordered: inUnit(setting.backordered),
    unitPrice: money(line.unitPrice),
    priceUnit: line.unitPrice === undefined ? undefined : unit,
    lineTotal: money(line.netAmount ?? line.amountExcludingTax),
    discountPercent: line.discountPercent,
    promisedOn: line.shipmentDate,
    warehouse: setting.locations.get(line.locationId ?? '')?.code,
    status: setting.status,
  });
}
