import { boundedLimit, refuseUndeclaredFilters, withSiblings } from '@headwater/erp-adapter-kit';
import {
  type ErpCall,
  ErpError,
  type ShipmentList,
  type ShipmentReader,
  type ShipmentView,
} from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { ERP } from '../client/erp-name';
import { type P21Context, readingOf } from '../epicor-p21.context';
import { EPICOR_P21_MANIFEST, SHIPMENT_LIST } from '../epicor-p21.manifest';
import { linesOfOrders } from '../orders/order-lines';
import { unitsOfLines } from '../orders/order-views';
import { groupBy } from '../tables/values';
import {
  positionOf,
  type TicketPage,
  ticketPageOfCustomer,
  ticketPageOfOrder,
  ticketPageOfTracking,
} from './shipment-page';
import { toShipmentView } from './shipment.mapper';
import type { TicketRow } from './ticket.schema';
import { carrierNames, parcelsOfTickets, ticketLines } from './tickets';

const DECLARED = { manifest: EPICOR_P21_MANIFEST, list: SHIPMENT_LIST, what: 'shipments' } as const;

/** Reads shipments: the pick ticket is the shipment. */
export function createShipmentReader(context: P21Context): ShipmentReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

async function list(context: P21Context, query: ShipmentList, call: ErpCall): Promise<Page<ShipmentView>> {
  const { order, customer, trackingNumber } = query;
  refuseUndeclaredFilters({ order, customer, trackingNumber }, DECLARED);
  refuseSeveral(query);
  const question = { position: positionOf(query.cursor), limit: boundedLimit(query.limit, SHIPMENT_LIST) };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const page = await ticketPage(context, { ...query, ...question }, sibling);
    return { items: await viewsOf(context, page.tickets, sibling), nextCursor: page.nextCursor };
  });
}

/** Each of the filters is a read of its own; both at once would be a guess at what is meant. */
function refuseSeveral({ order, customer, trackingNumber }: ShipmentList): void {
  if ([order, customer, trackingNumber].filter((filter) => filter !== undefined).length === 1) return;
  throw new ErpError(
    'unsupported',
    `${ERP} lists shipments of an order, of a customer or of a trackingNumber; name one of them.`,
  );
}

type Question = ShipmentList & { readonly position: ReturnType<typeof positionOf> };

function ticketPage(context: P21Context, question: Question, call: ErpCall): Promise<TicketPage> {
  const { order, customer = '', trackingNumber } = question;
  if (order !== undefined) return ticketPageOfOrder(context, { ...question, order }, call);
  if (trackingNumber === undefined) return ticketPageOfCustomer(context, { ...question, customer }, call);
  return ticketPageOfTracking(context, { ...question, number: trackingNumber }, call);
}

/** What tickets lack, for a whole page in one read each: their lines, their orders' lines, carriers and parcels. */
async function viewsOf(
  context: P21Context,
  tickets: readonly TicketRow[],
  call: ErpCall,
): Promise<readonly ShipmentView[]> {
  if (tickets.length === 0) return [];
  const numbers = tickets.map((ticket) => ticket.pick_ticket_no);
  const carriers = tickets.map((ticket) => ticket.carrier_id).filter((id) => id !== undefined);
  const [lines, orderLines, names, parcels] = await Promise.all([
    ticketLines(context, numbers, call),
    linesOfOrders(
      context,
      tickets.map((ticket) => ticket.order_no),
      call,
    ),
    carrierNames(context, carriers, call),
    parcelsOfTickets(context, numbers, call),
  ]);
  const unitOf = await unitsOfLines(context, orderLines, call);
  const linesOf = groupBy(lines, (line) => line.pick_ticket_no);
  const orderLinesOf = groupBy(orderLines, (line) => line.order_no);
  const parcelsOf = groupBy(parcels, (parcel) => parcel.pick_ticket_no);
  return tickets.map((ticket) =>
    toShipmentView({
      connectionId: context.connectionId,
      ticket,
      ticketLines: linesOf.get(ticket.pick_ticket_no.toUpperCase()) ?? [],
      orderLines: orderLinesOf.get(ticket.order_no.toUpperCase()) ?? [],
      unitOf,
      parcels: (parcelsOf.get(ticket.pick_ticket_no.toUpperCase()) ?? []).map((parcel) => parcel.tracking),
      carrier: ticket.carrier_id === undefined ? undefined : names.get(ticket.carrier_id),
      carrierLinks: context.settings.carrierLinks,
    }),
  );
}
