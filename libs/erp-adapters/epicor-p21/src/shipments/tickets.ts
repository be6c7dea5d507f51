import { type ODataFilter, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { answered, type P21Context } from '../epicor-p21.context';
import { keyIs, living, ofCompany } from '../tables/conditions';
import { openOptional, openTable, type OpenTable } from '../tables/open-table';
import { allRows, type Row, rowsWithKeys } from '../tables/rows';
import {
  CARRIER_SHAPE,
  carrierSchema,
  PARCEL_SHAPE,
  type ParcelRow,
  parcelSchema,
  TICKET_LINE_SHAPE,
  TICKET_SHAPE,
  type TicketLineRow,
  ticketLineSchema,
  type TicketRow,
  ticketSchema,
} from './ticket.schema';

function conditions(context: P21Context, table: OpenTable): readonly ODataFilter[] {
  return [...ofCompany(table, context.settings), ...living(table)];
}

function toTickets(context: P21Context, rows: readonly Row[]): readonly TicketRow[] {
  const schema = ticketSchema(context.settings.timeZone);
  return rows.map((row) => parseVendor(schema, row, answered(context, 'pick tickets')));
}

async function ticketsBy(
  context: P21Context,
  { field, keys }: { readonly field: 'order_no' | 'pick_ticket_no'; readonly keys: readonly string[] },
  call: ErpCall,
): Promise<readonly TicketRow[]> {
  const table = await openTable(context, TICKET_SHAPE, call);
  const query = { field, keys, where: conditions(context, table), orderBy: ['pick_ticket_no'] };
  return toTickets(context, await rowsWithKeys(context, { table, ...query }, call));
}

export function ticketsOfOrders(
  context: P21Context,
  orders: readonly string[],
  call: ErpCall,
): Promise<readonly TicketRow[]> {
  return ticketsBy(context, { field: 'order_no', keys: orders }, call);
}

/** Tickets with the number of a parcel, on the ticket itself or in the shipping system's table. */
export async function ticketsWithTracking(
  context: P21Context,
  number: string,
  call: ErpCall,
): Promise<readonly TicketRow[]> {
  const [own, parcels] = await Promise.all([
    ticketsTracked(context, number, call),
    parcelsBy(context, { field: 'tracking', keys: [number] }, call),
  ]);
  const others = parcels
    .map((parcel) => parcel.pick_ticket_no)
    .filter((ticket) => !own.some((one) => one.pick_ticket_no === ticket));
  return [...own, ...(await ticketsBy(context, { field: 'pick_ticket_no', keys: others }, call))];
}

async function ticketsTracked(context: P21Context, number: string, call: ErpCall): Promise<readonly TicketRow[]> {
  const table = await openTable(context, TICKET_SHAPE, call);
  const tracked = keyIs(table, 'tracking_no', number);
  if (tracked === undefined) return [];
  const query = { where: [tracked, ...conditions(context, table)], orderBy: ['pick_ticket_no'] };
  return toTickets(context, await allRows(context, { table, ...query }, call));
}

export async function ticketLines(
  context: P21Context,
  tickets: readonly string[],
  call: ErpCall,
): Promise<readonly TicketLineRow[]> {
  const table = await openTable(context, TICKET_LINE_SHAPE, call);
  const query = { field: 'pick_ticket_no', keys: tickets, where: [], orderBy: ['oe_line_no'] };
  const rows = await rowsWithKeys(context, { table, ...query }, call);
  return rows.map((row) => parseVendor(ticketLineSchema, row, answered(context, 'pick ticket lines')));
}

async function parcelsBy(
  context: P21Context,
  { field, keys }: { readonly field: 'tracking' | 'pick_ticket_no'; readonly keys: readonly string[] },
  call: ErpCall,
): Promise<readonly ParcelRow[]> {
  const table = await openOptional(context, PARCEL_SHAPE, call);
  if (table === undefined) return [];
  const orderBy = field === 'tracking' ? ['pick_ticket_no'] : ['tracking'];
  const rows = await rowsWithKeys(context, { table, field, keys, where: living(table), orderBy }, call);
  return rows.map((row) => parseVendor(parcelSchema, row, answered(context, 'parcels')));
}

export function parcelsOfTickets(
  context: P21Context,
  tickets: readonly string[],
  call: ErpCall,
): Promise<readonly ParcelRow[]> {
  return parcelsBy(context, { field: 'pick_ticket_no', keys: tickets }, call);
}

/** Names of carriers by id; a carrier is an address. */
export async function carrierNames(
  context: P21Context,
  ids: readonly string[],
  call: ErpCall,
): Promise<ReadonlyMap<string, string>> {
  const table = await openOptional(context, CARRIER_SHAPE, call);
  if (table === undefined) return new Map();
  const rows = await rowsWithKeys(context, { table, field: 'id', keys: ids, where: [], orderBy: [] }, call);
  const carriers = rows.map((row) => parseVendor(carrierSchema, row, answered(context, 'carriers')));
  return new Map(carriers.map(({ id, name }) => [id, name ?? id]));
}
