import {
  boundedLimit,
  equalsText,
  type ODataFilter,
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
import { numberIs, sameKey } from '../client/search-words';
import { type BcContext, readingOf } from '../dynamics365-bc.context';
import { SHIPMENT_LIST, UNTRACKED_SHIPMENT_LIST } from '../dynamics365-bc.lists';
import { BC_MANIFEST } from '../dynamics365-bc.manifest';
import { ensureCustomer, ensureOrder } from '../existence';
import { isNotBlank } from '../orders/order-documents';
import type { DatedSource } from '../paging/dated-source';
import { mergedPage } from '../paging/merged-page';
import { toShipmentView } from './shipment.mapper';
import { shipmentRows } from './shipment-rows';
import type { ShipmentRow } from './shipment.schema';
import { shipmentsTracked, trackingOfShipments } from './tracking-rows';

/** Reads posted shipments of an order, of a customer, or by tracking number. */
export function createShipmentReader(context: BcContext): ShipmentReader {
  return {
    list: (query, call) =>
      readingOf(context, async () => {
        const { order, customer, trackingNumber } = query;
        const declared = context.settings.tracking === 'off' ? UNTRACKED_SHIPMENT_LIST : SHIPMENT_LIST;
        refuseUndeclaredFilters(
          { order, customer, trackingNumber },
          { manifest: BC_MANIFEST, list: declared, what: 'shipments' },
        );
        if (order === undefined && customer === undefined && trackingNumber === undefined) {
          throw new ErpError('invalid-request', 'Shipments are read by order, by customer or by tracking number.');
        }
        return withSiblings(call.signal, (signal) => list(context, query, { ...call, signal }));
      }),
  };
}

type OrderedShipment = ShipmentRow & { readonly orderNumber: string };

async function list(context: BcContext, query: ShipmentList, call: ErpCall): Promise<Page<ShipmentView>> {
  const filters = await filtersOf(context, query, call);
  if (filters === undefined) return { items: [], nextCursor: null };
  const limit = boundedLimit(query.limit, SHIPMENT_LIST);
  const source: DatedSource<OrderedShipment> = {
    name: 'shipments',
    dateField: 'postingDate',
    read: async (ask) => {
      const rows = await shipmentRows(context, { ...ask, filters: [...filters, ...ask.filters] }, call);
      return rows.map((row) => ({ date: row.sortDate, number: row.number, value: orderedOf(row) }));
    },
  };
  const page = await mergedPage({ groups: [[source]], sort: '-shippedOn', limit, cursor: query.cursor });
  if (page.items.length === 0) await ensureSubject(context, query, call);
  return { ...page, items: await viewsOf(context, page.items, call) };
}

/** A shipment that was posted without an order has nowhere to be shown. */
function orderedOf(row: ShipmentRow): OrderedShipment | undefined {
  const { orderNumber } = row;
  return orderNumber === undefined ? undefined : { ...row, orderNumber };
}

/** `undefined` where nothing can fulfil them: no shipment carries the tracking number. */
async function filtersOf(
  context: BcContext,
  { order, customer, trackingNumber }: ShipmentList,
  call: ErpCall,
): Promise<readonly ODataFilter[] | undefined> {
  const tracked = trackingNumber === undefined ? undefined : await shipmentsTracked(context, trackingNumber, call);
  if (tracked?.length === 0) return undefined;
  return [
    order === undefined ? isNotBlank('orderNumber') : equalsText('orderNumber', order),
    ...(customer === undefined ? [] : [equalsText('customerNumber', customer)]),
    ...(tracked === undefined ? [] : [numberIs('number', tracked)]),
  ];
}

async function ensureSubject(context: BcContext, { order, customer }: ShipmentList, call: ErpCall): Promise<void> {
  if (order !== undefined) await ensureOrder(context, order, call);
  else if (customer !== undefined) await ensureCustomer(context, customer, call);
}

async function viewsOf(
  context: BcContext,
  rows: readonly OrderedShipment[],
  call: ErpCall,
): Promise<readonly ShipmentView[]> {
  const tracking = await trackingOfShipments(
    context,
    rows.map(({ number }) => number),
    call,
  );
  const { connectionId, settings } = context;
  return rows.map((row) =>
    toShipmentView(row, {
      connectionId,
      unitWhereNone: settings.unitWhereNone,
      carrierLinks: settings.carrierLinks,
      tracking: tracking.filter(({ shipmentNumber }) => sameKey(shipmentNumber, row.number)),
    }),
  );
}
