import type { ErpCall } from '@headwater/erp-contracts';
import { addDecimals, type Decimal } from '@headwater/kernel';
import type { P21Context } from '../epicor-p21.context';
import { ticketLines, ticketsOfOrders } from '../shipments/tickets';

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
