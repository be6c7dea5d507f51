import type { Order, OrderLine, Release, ReleaseLine } from '../../world/model/order';
import { hasShipped, lineOf } from '../../world/orders/order-amounts';
import { carrierId, COMPANY_IDS, invoiceNo, locationId, pickTicketNo, releaseOfPickTicket } from '../p21-keys';
import { day, flag, id, moment, quantity, text, uid, type Column, type Scene } from './column';
import { counted } from './order-line-rows';
import { ordersIn } from './orders';
import { tableOf, type P21Table, type Pins } from './table';

interface TicketRow {
  readonly order: Order;
  readonly release: Release;
}

/** A ticket is printed when the picking begins: what only waits has none, and what was cancelled later has a deleted one. */
function ticketRowsIn(scene: Scene, pins: Pins): readonly TicketRow[] {
  const tickets = pins('pick_ticket_no');
  const numbers =
    tickets === undefined
      ? undefined
      : new Set([...tickets].flatMap((ticket) => releaseOfPickTicket(ticket)?.order ?? []));
  const orders =
    numbers === undefined
      ? ordersIn(scene, pins)
      : [...numbers].flatMap((number) => scene.world.orders.get(number) ?? []);
  return orders.flatMap((order) =>
    order.releases.filter(({ pickedOn }) => pickedOn !== null).map((release) => ({ order, release })),
  );
}

function ticketNoOf({ order, release }: TicketRow): string {
  return pickTicketNo({ order: order.number, release: release.index });
}

function invoiceNoOf({ order, release }: TicketRow): string | null {
  return release.invoice === null ? null : invoiceNo({ order: order.number, release: release.index });
}

const columns: readonly Column<TicketRow>[] = [
  id('pick_ticket_no', ticketNoOf),
  text('order_no', 8, ({ order }) => order.number),
  text('company_id', 8, ({ order }) => COMPANY_IDS[order.company]),
  id('location_id', ({ order }) => locationId(order.warehouse)),
  id('carrier_id', ({ release }) => carrierId(release.carrier)),
  /** One column, one number: the others of a shipment in several packages stand in the shipping system's table. */
  text('tracking_no', 40, ({ release }) => release.trackingNumbers[0] ?? null),
  /** Null is not shipped. */
  day('ship_date', ({ release }) => (hasShipped(release) ? release.shippedOn : null)),
  day('print_date', ({ release }) => release.pickedOn),
  flag('printed_flag', () => true),
  flag('delete_flag', ({ release }) => release.state === 'cancelled'),
  flag('direct_shipment', () => false),
  day('date_created', ({ release }) => release.pickedOn),
];

const modified: Column<TicketRow>['read'] = ({ order, release }, scene) => scene.modified.release(order, release);
const dateLastModified: Column<TicketRow> = moment('date_last_modified', (row, scene) => Number(modified(row, scene)));
const maxDateLastModified: Column<TicketRow> = { ...dateLastModified, name: 'max_date_last_modified' };

/** The base table has the invoice under another name than the view. */
export const oePickTicket = tableOf<TicketRow>({
  surface: 'table',
  name: 'oe_pick_ticket',
  key: ['pick_ticket_no'],
  columns: [...columns, text('invoice_id_when_shipped', 10, invoiceNoOf), dateLastModified],
  entities: ticketRowsIn,
});

export const oePickTicketView = tableOf<TicketRow>({
  surface: 'view',
  name: 'p21_view_oe_pick_ticket',
  key: ['pick_ticket_no'],
  columns: [...columns, text('invoice_no', 10, invoiceNoOf), dateLastModified],
  entities: ticketRowsIn,
});

export const esPickTicketHdr = tableOf<TicketRow>({
  surface: 'view',
  name: 'p21_view_es_pick_ticket_hdr',
  key: ['unique_id'],
  columns: [
    text('unique_id', 255, ticketNoOf),
    ...columns,
    text('invoice_no', 10, invoiceNoOf),
    id('customer_id', ({ order }) => order.customer),
    maxDateLastModified,
  ],
  entities: ticketRowsIn,
});

interface TicketLineRow extends TicketRow {
  readonly picked: ReleaseLine;
  readonly line: OrderLine;
}

function ticketLineRowsIn(scene: Scene, pins: Pins): readonly TicketLineRow[] {
  return ticketRowsIn(scene, pins).flatMap((row) =>
    row.release.lines.map((picked) => ({ ...row, picked, line: lineOf(row.order, picked.lineNo) })),
  );
}

const asLine = ({ order, line }: TicketLineRow) => ({ order, line, component: undefined });

const lineColumns: readonly Column<TicketLineRow>[] = [
  id('pick_ticket_no', ticketNoOf),
  id('line_number', ({ picked }) => String(picked.lineNo)),
  /** Leads to `oe_line.line_no`. */
  id('oe_line_no', ({ line }) => String(line.lineNo)),
  uid('inv_mast_uid', ({ line }, { keys }) => keys.itemUid(line.item)),
  text('company_id', 8, ({ order }) => COMPANY_IDS[order.company]),
  quantity('ship_quantity', (row, scene) => counted(asLine(row), row.picked.shipped, scene)),
  quantity('print_quantity', (row, scene) => counted(asLine(row), row.picked.ordered, scene)),
  text('unit_of_measure', 8, ({ line }) => line.unit),
  quantity('unit_size', ({ line }) => String(line.unitFactor)),
];

export const oePickTicketDetailView = tableOf<TicketLineRow>({
  surface: 'view',
  name: 'p21_view_oe_pick_ticket_detail',
  key: ['pick_ticket_no', 'line_number'],
  columns: [...lineColumns, dateLastModified],
  entities: ticketLineRowsIn,
});

export const esPickTicketLine = tableOf<TicketLineRow>({
  surface: 'view',
  name: 'p21_view_es_pick_ticket_line',
  key: ['unique_id'],
  columns: [
    text('unique_id', 255, (row) => `${ticketNoOf(row)}--${row.picked.lineNo}`),
    ...lineColumns,
    text('order_no', 8, ({ order }) => order.number),
    maxDateLastModified,
  ],
  entities: ticketLineRowsIn,
});

interface PackageRow extends TicketRow {
  readonly tracking: string;
  readonly at: number;
}

/** What the shipping system wrote back: a row for each package. */
export function clipperShipReturn(trackingColumn: string): P21Table {
  return tableOf<PackageRow>({
    surface: 'table',
    name: 'clippership_return_10004',
    key: ['pick_ticket_no', 'package_no'],
    columns: [
      id('pick_ticket_no', ticketNoOf),
      id('package_no', ({ at }) => String(at)),
      text('invoice_no', 10, invoiceNoOf),
      day('shipped_date', ({ release }) => release.shippedOn),
      text(trackingColumn, 40, ({ tracking }) => tracking),
      dateLastModified,
    ],
    entities: (scene, pins) =>
      ticketRowsIn(scene, pins)
        .filter(({ release }) => hasShipped(release))
        .flatMap((row) => row.release.trackingNumbers.map((tracking, at) => ({ ...row, tracking, at: at + 1 }))),
  });
}
