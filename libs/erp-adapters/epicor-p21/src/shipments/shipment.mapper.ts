import { carrierLink, present } from '@headwater/erp-adapter-kit';
import { ErpError, type ShipmentLineView, type ShipmentStatus, type ShipmentView } from '@headwater/erp-contracts';
import { isZero } from '@headwater/kernel';
import { ERP } from '../client/erp-name';
import { refTo } from '../epicor-p21.context';
import type { LineRow } from '../orders/order.schema';
import type { TicketLineRow, TicketRow } from './ticket.schema';

export interface ShipmentParts {
  readonly connectionId: string;
  readonly ticket: TicketRow;
  readonly ticketLines: readonly TicketLineRow[];
  /** Of the ticket's order. */
  readonly orderLines: readonly LineRow[];
  readonly unitOf: (line: LineRow) => string;
  /** Tracking numbers of the shipping system's table. */
  readonly parcels: readonly string[];
  readonly carrier: string | undefined;
  readonly carrierLinks: ReadonlyMap<string, string>;
}

/** A ticket without a ship date has not shipped; a printed one is being picked. */
function statusOf({ ship_date, print_date, printed_flag }: TicketRow): ShipmentStatus {
  if (ship_date !== undefined) return 'shipped';
  return print_date !== undefined || printed_flag === true ? 'picked' : 'planned';
}

/** What shipped, or of a ticket that has not, what it is to take along. */
function quantityOf(line: TicketLineRow, status: ShipmentStatus): string {
  return (status === 'shipped' ? line.ship_quantity : (line.print_quantity ?? line.ship_quantity)) ?? '0';
}

function lineView(line: TicketLineRow, status: ShipmentStatus, parts: ShipmentParts): ShipmentLineView | undefined {
  const shipped = quantityOf(line, status);
  if (isZero(shipped)) return undefined;
  const ordered = parts.orderLines.find((candidate) => candidate.line_no === line.oe_line_no);
  if (ordered === undefined) {
    const { connectionId } = parts;
    throw new ErpError('bad-response', `${ERP} names a line of a pick ticket that its order lacks.`, { connectionId });
  }
  return { item: ordered.item_id, shipped: { value: shipped, unit: parts.unitOf(ordered) } };
}

export function toShipmentView(parts: ShipmentParts): ShipmentView {
  const { connectionId, ticket, carrier, carrierLinks } = parts;
  const status = statusOf(ticket);
  // A ticket holds one number; the shipping system has one for each parcel, that one among them.
  const numbers = [...new Set([...(ticket.tracking_no === undefined ? [] : [ticket.tracking_no]), ...parts.parcels])];
  const carriers = [carrier, ticket.carrier_id];
  return present({
    ref: refTo({ connectionId }, 'shipment', ticket.pick_ticket_no),
    number: ticket.pick_ticket_no,
    order: ticket.order_no,
    status,
    shippedOn: ticket.ship_date,
    carrier: carrier ?? ticket.carrier_id,
    trackingNumbers: numbers.map((number) => present({ number, url: carrierLink(number, carriers, carrierLinks) })),
    warehouse: ticket.location_id,
    lines: parts.ticketLines.map((line) => lineView(line, status, parts)).filter((line) => line !== undefined),
  });
}
