import {
  boundedLimit,
  equalsText,
  type ODataFilter,
  pageOfWhole,
  parseVendor,
  refuseUndeclaredFilters,
  withSiblings,
} from '@headwater/erp-adapter-kit';
import {
  type ErpCall,
  ErpError,
  type ShipmentList,
  type ShipmentReader,
  type ShipmentView,
} from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { anyInChunks } from '../client/filter-chunks';
import { inTurn } from '../client/in-turn';
import { keysetPage } from '../client/keyset';
import type { Row } from '../client/reads';
import { ERP } from '../client/sap-error';
import { ensureCustomer } from '../customers/customer-reads';
import { personText, plainKey, sameKey, textKey } from '../keys';
import { ensureOrder } from '../orders/orders.reader';
import { answered, holdsKey, readingOf, type SapContext } from '../sap-s4hana.context';
import { SAP_S4HANA_MANIFEST, SHIPMENT_LIST } from '../sap-s4hana.manifest';
import { type DeliveryHeader, deliveryHeaderSchema, type DeliveryItem, deliveryItemSchema } from './delivery.schema';
import { DELIVERY_ITEM_SHAPE, deliveryHeaderShape } from './delivery.shapes';
import { toShipmentView } from './shipment.mapper';

const DECLARED = { manifest: SAP_S4HANA_MANIFEST, list: SHIPMENT_LIST, what: 'shipments' } as const;

const CHUNK_WIDTH = 3;

/** Reads outbound deliveries, newest first. */
export function createShipmentReader(context: SapContext): ShipmentReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

async function list(context: SapContext, query: ShipmentList, call: ErpCall): Promise<Page<ShipmentView>> {
  const { order, customer, trackingNumber } = query;
  refuseUndeclaredFilters({ order, customer, trackingNumber }, DECLARED);
  const limit = boundedLimit(query.limit, SHIPMENT_LIST);
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    if (order !== undefined) return ofOrder(context, { ...query, order: textKey(order), limit }, sibling);
    if (customer !== undefined || trackingNumber !== undefined) return filtered(context, { ...query, limit }, sibling);
    throw new ErpError(
      'unsupported',
      `${ERP} lists shipments of an order, of a customer or with a tracking number; name one of them.`,
    );
  });
}

type OfOrder = ShipmentList & { readonly order: string };

/** An order has few deliveries: its items name them all, and only those of the page are read in full. */
async function ofOrder(context: SapContext, query: OfOrder, call: ErpCall): Promise<Page<ShipmentView>> {
  const { order } = query;
  const referring: ODataFilter = {
    all: [
      holdsKey(context, 'ReferenceSDDocument', { kind: 'document', value: order }),
      equalsText('ReferenceSDDocumentCategory', 'C'),
    ],
  };
  const items = await itemsOf(context, referring, call);
  if (items.length === 0) {
    await ensureOrder(context, order, call);
    return { items: [], nextCursor: null };
  }
  const deliveries = [...new Set(items.map(({ DeliveryDocument }) => DeliveryDocument))];
  const headers = await headersOf(context, deliveries, call);
  const { customer, trackingNumber } = query;
  const mine = headers.filter((header) => customer === undefined || isOf(header, customer));
  const views = shipments(context, { headers: mine, items, order }).filter(
    ({ trackingNumbers }) =>
      trackingNumber === undefined || trackingNumbers.some(({ number }) => number === trackingNumber.trim()),
  );
  return pageOfWhole(views, { sort: '-number', keyOf: ({ number }) => [number, number] }, query);
}

function isOf(header: DeliveryHeader, customer: string): boolean {
  const soldTo = header['SoldToParty'];
  return typeof soldTo === 'string' && sameKey(soldTo, customer);
}

/** Deliveries whose headers say whose they are, or hold the number. */
async function filtered(context: SapContext, query: ShipmentList, call: ErpCall): Promise<Page<ShipmentView>> {
  const { customer, trackingNumber, limit, cursor } = query;
  const shape = deliveryHeaderShape(context.settings.trackingFields);
  const filter: ODataFilter = {
    all: [
      ...(customer === undefined
        ? []
        : [holdsKey(context, 'SoldToParty', { kind: 'party', value: textKey(customer) })]),
      ...(trackingNumber === undefined ? [] : [tracked(context, personText(trackingNumber))]),
    ],
  };
  const question = { api: 'deliveries', shape, what: 'deliveries', filter } as const;
  const page = await keysetPage(
    context,
    { question, direction: '-', keyField: 'DeliveryDocument', limit, cursor },
    call,
  );
  if (page.items.length === 0 && customer !== undefined && cursor === undefined) {
    await ensureCustomer(context, textKey(customer), call);
  }
  const headers = headersIn(context, page.items);
  const deliveries = headers.map(({ DeliveryDocument }) => DeliveryDocument);
  const items = await inChunks(context, deliveries, (any) => itemsOf(context, any, call));
  return { items: shipments(context, { headers, items }), nextCursor: page.nextCursor };
}

/** Only fields of the header can be filtered by; handling units are reached from their delivery alone. */
function tracked(context: SapContext, trackingNumber: string): ODataFilter {
  const fields = context.settings.trackingFields.filter((field) => !field.startsWith('HandlingUnit'));
  if (fields.length > 0) return { any: fields.map((field) => equalsText(field, trackingNumber)) };
  throw new ErpError(
    'unsupported',
    `${ERP} cannot find shipments by the tracking numbers of handling units, where this connection keeps them.`,
    { connectionId: context.connectionId },
  );
}

interface Delivered {
  readonly headers: readonly DeliveryHeader[];
  readonly items: readonly DeliveryItem[];
  readonly order?: string;
}

function shipments(context: SapContext, { headers, items, order }: Delivered): readonly ShipmentView[] {
  const { connectionId, settings } = context;
  return headers.flatMap((header) => {
    const mine = items.filter((item) => sameKey(item.DeliveryDocument, header.DeliveryDocument));
    return toShipmentView(header, mine, { connectionId, order, ...settings }) ?? [];
  });
}

/** Runs a read for the deliveries, in as few calls as their number allows. */
async function inChunks<T>(
  context: SapContext,
  deliveries: readonly string[],
  read: (filter: ODataFilter) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const conditions = deliveries.map((value) => holdsKey(context, 'DeliveryDocument', { kind: 'document', value }));
  return (await inTurn(anyInChunks(conditions), CHUNK_WIDTH, read)).flat();
}

async function itemsOf(context: SapContext, filter: ODataFilter, call: ErpCall): Promise<readonly DeliveryItem[]> {
  const question = { api: 'deliveries', shape: DELIVERY_ITEM_SHAPE, what: 'delivery items', filter } as const;
  const rows = await context.reads.all(question, call);
  const items = rows.map((row) => parseVendor(deliveryItemSchema, row, answered(context, 'delivery items')));
  // Deliveries may also refer to purchase orders and returns; C is a sales order.
  return items.filter(({ ReferenceSDDocumentCategory: category }) => category === undefined || category === 'C');
}

async function headersOf(
  context: SapContext,
  deliveries: readonly string[],
  call: ErpCall,
): Promise<readonly DeliveryHeader[]> {
  const shape = deliveryHeaderShape(context.settings.trackingFields);
  const rows = await inChunks(context, deliveries, (filter) =>
    context.reads.all({ api: 'deliveries', shape, what: 'deliveries', filter }, call),
  );
  const headers = headersIn(context, rows);
  const known = new Set(headers.map(({ DeliveryDocument }) => plainKey(DeliveryDocument)));
  if (deliveries.every((delivery) => known.has(plainKey(delivery)))) return headers;
  throw new ErpError('bad-response', `${ERP} names a delivery that it does not know.`, {
    connectionId: context.connectionId,
  });
}

function headersIn(context: SapContext, rows: readonly Row[]): readonly DeliveryHeader[] {
  return rows.map((row) => parseVendor(deliveryHeaderSchema, row, answered(context, 'deliveries')));
}
