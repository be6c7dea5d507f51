import { decodeCursor, encodeCursor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { z } from 'zod';
import { customerByNumber } from '../customers/customer-rows';
import { noSuch, type P21Context } from '../epicor-p21.context';
import { headerOf } from '../orders/orders.reader';
import { orderNumbersOf } from '../orders/order-numbers';
import type { TicketRow } from './ticket.schema';
import { ticketsOfOrders, ticketsWithTracking } from './tickets';

export interface TicketPage {
  readonly tickets: readonly TicketRow[];
  readonly nextCursor: string | null;
}

interface Position {
  /** Orders of the customer that are done with. */
  readonly orders: number;
  /** Tickets of the next orders that were given already. */
  readonly tickets: number;
}

const count = z.number().int().nonnegative().max(10_000_000);
const positionSchema = z.strictObject({ orders: count, tickets: count });

/** The place a list goes on from. */
export function positionOf(cursor: string | undefined): Position {
  return cursor === undefined ? { orders: 0, tickets: 0 } : decodeCursor(cursor, positionSchema);
}

const collator = new Intl.Collator('en', { numeric: true });

function newestFirst(left: TicketRow, right: TicketRow): number {
  // What has not shipped yet comes before what has.
  const [late, early] = [right.ship_date ?? '9999-12-31', left.ship_date ?? '9999-12-31'];
  return late.localeCompare(early) || collator.compare(right.pick_ticket_no, left.pick_ticket_no);
}

/** A list that is read whole: of an order or of a tracking number. */
function cut(tickets: readonly TicketRow[], position: Position, limit: number): TicketPage {
  const sorted = [...tickets].sort(newestFirst);
  const end = position.tickets + limit;
  return {
    tickets: sorted.slice(position.tickets, end),
    nextCursor: sorted.length > end ? encodeCursor({ orders: position.orders, tickets: end }) : null,
  };
}

export interface TicketQuestion {
  readonly position: Position;
  readonly limit: number;
}

export async function ticketPageOfOrder(
  context: P21Context,
  { order, position, limit }: TicketQuestion & { readonly order: string },
  call: ErpCall,
): Promise<TicketPage> {
  const [header, tickets] = await Promise.all([
    headerOf(context, order, call),
    ticketsOfOrders(context, [order.trim()], call),
  ]);
  if (header === undefined) throw noSuch(context, 'order');
  return cut(tickets, position, limit);
}

export async function ticketPageOfTracking(
  context: P21Context,
  { number, position, limit }: TicketQuestion & { readonly number: string },
  call: ErpCall,
): Promise<TicketPage> {
  return cut(await ticketsWithTracking(context, number.trim(), call), position, limit);
}

/** How often further orders are read before a page ends although it is not full. */
const MOST_ROUNDS = 20;

/**
 * A pick ticket does not name its customer, so the list goes by the customer's orders, the newest first, a chain of
 * them at a time. A page may end early where many orders have no ticket; its cursor goes on.
 */
export async function ticketPageOfCustomer(
  context: P21Context,
  { customer, position, limit }: TicketQuestion & { readonly customer: string },
  call: ErpCall,
): Promise<TicketPage> {
  const [, first] = await Promise.all([
    customerByNumber(context, customer, call),
    ordersAt(context, { customer, skip: position.orders }, call),
  ]);
  const tickets: TicketRow[] = [];
  let at = position;
  for (let round = 0, orders = first; round < MOST_ROUNDS; round += 1) {
    const found = [...(await ticketsOfOrders(context, orders, call))].sort(newestFirst);
    const given = found.slice(at.tickets, at.tickets + limit - tickets.length);
    tickets.push(...given);
    if (at.tickets + given.length < found.length) {
      return { tickets, nextCursor: encodeCursor({ ...at, tickets: at.tickets + given.length }) };
    }
    if (orders.length < context.settings.chainLength) return { tickets, nextCursor: null };
    at = { orders: at.orders + orders.length, tickets: 0 };
    orders = await ordersAt(context, { customer, skip: at.orders }, call);
  }
  return { tickets, nextCursor: encodeCursor(at) };
}

function ordersAt(
  context: P21Context,
  { customer, skip }: { readonly customer: string; readonly skip: number },
  call: ErpCall,
): Promise<readonly string[]> {
  return orderNumbersOf(context, { customer, skip, top: context.settings.chainLength }, call);
}
