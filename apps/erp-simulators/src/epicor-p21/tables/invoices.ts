import { isZero, subtractDecimals, type Decimal } from '@headwater/kernel';
import { amountOf, lineOf } from '../../world/orders/order-amounts';
import type { InvoiceFacts, Order, OrderLine, Release, ReleaseLine } from '../../world/model/order';
import { carrierOf, termsOf } from '../../world/organisation';
import { addressIdOf, COMPANY_IDS, invoiceNo, locationId, orderUid, releaseOfInvoice } from '../p21-keys';
import { amount, day, flag, id, moment, quantity, text, uid, type Column, type Scene } from './column';
import { counted } from './order-line-rows';
import { ordersIn } from './orders';
import { tableOf, type P21Table, type Pins } from './table';

interface InvoiceRow {
  readonly order: Order;
  readonly release: Release;
  readonly invoice: InvoiceFacts;
}

function invoiceRowsIn(scene: Scene, pins: Pins): readonly InvoiceRow[] {
  const numbers = pins('invoice_no');
  const keys = numbers === undefined ? undefined : [...numbers].flatMap((number) => releaseOfInvoice(number) ?? []);
  const orders =
    keys === undefined
      ? ordersIn(scene, pins)
      : [...new Set(keys.map((key) => key.order))].flatMap((number) => scene.world.orders.get(number) ?? []);
  return orders.flatMap((order) =>
    order.releases.flatMap((release) =>
      release.invoice === null ? [] : [{ order, release, invoice: release.invoice }],
    ),
  );
}

function numberOf({ order, release }: InvoiceRow): string {
  return invoiceNo({ order: order.number, release: release.index });
}

/** On sites that round while they post, every 40th settled invoice lacks less than half a cent. */
function paidOf({ order, invoice }: InvoiceRow, { options }: Scene): Decimal {
  const settled = invoice.total === invoice.paid && !isZero(invoice.total);
  const rest = options.roundingRests === 'some' && settled && orderUid(order.number) % 40 === 0;
  return rest ? subtractDecimals(invoice.paid, '0.0040') : invoice.paid;
}

function remainingOf(row: InvoiceRow, scene: Scene): Decimal {
  return subtractDecimals(row.invoice.total, paidOf(row, scene));
}

/** The customer is text here and a number in `customer`; the company is `company_no` here and `company_id` there. */
const keyColumns: readonly Column<InvoiceRow>[] = [
  text('invoice_no', 10, numberOf),
  text('customer_id', 10, ({ order }) => order.customer),
  text('company_no', 8, ({ order }) => COMPANY_IDS[order.company]),
];

const amounts: readonly Column<InvoiceRow>[] = [
  amount('total_amount', ({ invoice }) => invoice.total),
  amount('amount_paid', paidOf),
];

export const invoiceHdr = tableOf<InvoiceRow>({
  surface: 'table',
  name: 'invoice_hdr',
  key: ['invoice_no'],
  columns: [
    ...keyColumns,
    text('order_no', 8, ({ order }) => order.number),
    day('invoice_date', ({ invoice }) => invoice.issuedOn),
    day('net_due_date', ({ invoice }) => invoice.dueOn),
    text('terms_id', 8, ({ order }) => order.terms),
    text('terms_desc', 40, ({ order }) => termsOf(order.terms).description),
    ...amounts,
    amount('freight', () => '0'),
    flag('paid_in_full_flag', (row, scene) => isZero(remainingOf(row, scene))),
    text('invoice_type', 2, ({ order }, { options }) => (order.kind === 'return' ? options.creditMemoType : 'IN')),
    text('po_no', 50, ({ order }) => (order.customerPo === '' ? null : order.customerPo)),
    id('ship_to_id', ({ order }, { world }) => addressIdOf(world, order)),
    text('bill2_name', 50, ({ order }, { world }) => world.customers.get(order.customer)?.name ?? null),
    text('carrier_name', 50, ({ release }) => carrierOf(release.carrier).name),
    text('salesrep_id', 16, ({ order }) => order.salesperson),
    id('sales_location_id', ({ order }) => locationId(order.warehouse)),
    day('date_created', ({ invoice }) => invoice.issuedOn),
    moment('date_last_modified', ({ order, release }, { modified }) => modified.release(order, release)),
  ],
  entities: invoiceRowsIn,
});

/** What is open of each invoice; sites name the amount differently. */
export function amountRemainingView(amountColumn: string): P21Table {
  return tableOf<InvoiceRow>({
    surface: 'view',
    name: 'p21_invoice_amt_remaining_view',
    key: ['invoice_no'],
    columns: [...keyColumns, ...amounts, amount(amountColumn, remainingOf)],
    entities: invoiceRowsIn,
  });
}

interface InvoiceLineRow extends InvoiceRow {
  readonly shipped: ReleaseLine;
  readonly line: OrderLine;
}

function invoiceLineRowsIn(scene: Scene, pins: Pins): readonly InvoiceLineRow[] {
  return invoiceRowsIn(scene, pins).flatMap((row) =>
    row.release.lines
      .filter(({ shipped }) => !isZero(shipped))
      .map((shipped) => ({ ...row, shipped, line: lineOf(row.order, shipped.lineNo) })),
  );
}

export const invoiceLine = tableOf<InvoiceLineRow>({
  surface: 'table',
  name: 'invoice_line',
  key: ['invoice_no', 'line_no'],
  columns: [
    text('invoice_no', 10, numberOf),
    id('line_no', ({ shipped }) => String(shipped.lineNo)),
    text('order_no', 8, ({ order }) => order.number),
    id('oe_line_number', ({ line }) => String(line.lineNo)),
    uid('inv_mast_uid', ({ line }, { keys }) => keys.itemUid(line.item)),
    text('item_id', 40, ({ line }) => line.item),
    text('item_desc', 40, ({ line }) => line.description),
    quantity('qty_shipped', ({ order, line, shipped }, scene) =>
      counted({ order, line, component: undefined }, shipped.shipped, scene),
    ),
    text('unit_of_measure', 8, ({ line }) => line.unit),
    quantity('unit_size', ({ line }) => String(line.unitFactor)),
    quantity('unit_price', ({ line }) => line.unitPrice),
    amount('extended_price', ({ order, line, shipped }) => amountOf(shipped.shipped, line.unitPrice, order.currency)),
    moment('date_last_modified', ({ order, release }, { modified }) => modified.release(order, release)),
  ],
  entities: invoiceLineRowsIn,
});
