import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { addDecimals, type Decimal } from '@headwater/kernel';
import { ERP } from '../client/erp-name';
import type { P21Context } from '../epicor-p21.context';
import { TICKET_SHAPE } from '../shipments/ticket.schema';
import { ticketLines, ticketsOfOrders } from '../shipments/tickets';
import { openTable } from '../tables/open-table';

/** What left the warehouse and is not invoiced yet, by order and line. */
export type ShippedQuantities = ReadonlyMap<string, Decimal>;

export function lineKey(order: string, line: string): string {
  return `${order.toUpperCase()}\n${line}`;
}

/**
 * Lines count what is invoiced. A pick ticket with a ship date and no invoice has left, too: rare, so that the second
 * read is mostly spared.
 */
export async function shippedNotInvoiced(
  context: P21Context,
  orders: readonly string[],
  call: ErpCall,
): Promise<ShippedQuantities> {
  if (context.settings.shippedFrom === 'lines') return new Map();
  await refuseUntoldInvoices(context, call);
  const tickets = await ticketsOfOrders(context, orders, call);
  const left = tickets.filter((ticket) => ticket.ship_date !== undefined && ticket.invoice_no === undefined);
  if (left.length === 0) return new Map();
  const orderOf = new Map(left.map((ticket) => [ticket.pick_ticket_no, ticket.order_no]));
  const quantities = new Map<string, Decimal>();
  for (const line of await ticketLines(context, [...orderOf.keys()], call)) {
    const key = lineKey(orderOf.get(line.pick_ticket_no) ?? '', line.oe_line_no);
    quantities.set(key, addDecimals(quantities.get(key) ?? '0', line.ship_quantity ?? '0'));
  }
  return quantities;
}

/** Without the invoice of a ticket, what is invoiced would be counted twice. */
async function refuseUntoldInvoices(context: P21Context, call: ErpCall): Promise<void> {
  const { source, columns } = await openTable(context, TICKET_SHAPE, call);
  if (columns.has('invoice_no')) return;
  throw new ErpError(
    'unsupported',
    `${ERP} has no column invoice_no in ${source} at this site; name it, or let the setting What has shipped be lines.`,
    { connectionId: context.connectionId },
  );
}
