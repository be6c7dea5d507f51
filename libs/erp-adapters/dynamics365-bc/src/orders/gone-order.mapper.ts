import { present } from '@headwater/erp-adapter-kit';
import type { SalesOrderDetailView, SalesOrderView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, sumDecimals } from '@headwater/kernel';
import { refTo } from '../dynamics365-bc.context';
import type { InvoicedOrder } from './order-history';
import { boughtLines } from './order-stage';
import { type OrderSetting, shipToOf, toLineView, totalOf } from './sales-order.mapper';
import type { DocumentLine } from './sales-order.schema';

function isCancelled(status: string | undefined): boolean {
  return ['canceled', 'cancelled'].includes(status?.toLowerCase() ?? '');
}

/** What counts: an invoice that was cancelled bills nothing, unless all were. */
function countedOf(invoices: InvoicedOrder) {
  const standing = invoices.filter(({ status }) => !isCancelled(status));
  return { counted: standing.length === 0 ? invoices : standing, cancelled: standing.length === 0 };
}

/**
 * An order that Business Central deleted when it was fully invoiced, as its invoices tell of it. The dates it was
 * ordered and wanted on went with it; nothing of it can be outstanding.
 */
export function toGoneOrderView(invoices: InvoicedOrder, setting: OrderSetting): SalesOrderView {
  const latest = invoices.at(-1) ?? invoices[0];
  const { counted, cancelled } = countedOf(invoices);
  const amounts = counted.map((invoice) => totalOf(invoice, setting).amount);
  const number = latest.orderNumber ?? '';
  return present({
    ref: refTo(setting, 'order', number),
    number,
    customer: latest.customerNumber,
    customerName: latest.customerName,
    customerPo: latest.customerPo,
    status: cancelled ? ('cancelled' as const) : ('invoiced' as const),
    vendorStatus: latest.status ?? 'Open',
    total: { amount: sumDecimals(amounts), currency: setting.currency },
    currency: setting.currency,
    shipTo: shipToOf(latest),
    salesperson: latest.salesperson,
  });
}

/** Posted lines keep the sequence of the line of the order. */
function keyOf(line: DocumentLine): string {
  return [line.sequence, line.lineObjectNumber?.toUpperCase(), line.unitOfMeasureCode].join('|');
}

function summed(lines: readonly DocumentLine[], field: 'quantity' | 'netAmount' | 'amountExcludingTax') {
  const values = lines.map((line) => line[field]).filter((value): value is Decimal => value !== undefined);
  return values.length === 0 ? undefined : sumDecimals(values);
}

function larger(left: Decimal, right: Decimal): Decimal {
  return compareDecimals(left, right) >= 0 ? left : right;
}

/** Lines that belong together over several documents, in the order in which they first appear. */
function grouped(lines: readonly DocumentLine[]): ReadonlyMap<string, readonly DocumentLine[]> {
  const groups = new Map<string, readonly DocumentLine[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return groups;
}

export interface GoneOrder {
  readonly invoices: InvoicedOrder;
  /** Lines of its shipments. */
  readonly shipped: readonly DocumentLine[];
}

export function toGoneOrderDetailView({ invoices, shipped }: GoneOrder, setting: OrderSetting): SalesOrderDetailView {
  const view = toGoneOrderView(invoices, setting);
  const { counted } = countedOf(invoices);
  const shipments = grouped(boughtLines(shipped));
  const billed = grouped(boughtLines(counted.flatMap(({ salesInvoiceLines }) => salesInvoiceLines)));
  const lines = [...billed].flatMap(([key, parts], index) => {
    const [first] = parts;
    if (first === undefined) return [];
    const invoiced = summed(parts, 'quantity') ?? '0';
    // Services are invoiced without a shipment.
    const sent = summed(shipments.get(key) ?? [], 'quantity') ?? invoiced;
    const line: DocumentLine = {
      ...first,
      quantity: larger(invoiced, sent),
      shippedQuantity: sent,
      netAmount: summed(parts, 'netAmount'),
      amountExcludingTax: summed(parts, 'amountExcludingTax'),
      shipmentDate: undefined,
    };
    return [toLineView(line, { ...setting, index, status: view.status, backordered: '0' })];
  });
  return { ...view, lines };
}
