import { boundedLimit, refuseUndeclaredFilters, withSiblings } from '@headwater/erp-adapter-kit';
import {
  type ErpCall,
  ErpError,
  type ShipmentList,
  type ShipmentReader,
  type ShipmentView,
} from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { customerRow } from '../customers/customer-rows';
import { type NetsuiteContext, readingOf } from '../netsuite.context';
import { NETSUITE_MANIFEST, SHIPMENT_LIST } from '../netsuite.manifest';
import { ensureOrder } from '../orders/order-existence';
import { offsetPage } from '../sql/offset-page';
import { toShipmentView } from './shipment.mapper';
import { type ShipmentRow, shipmentRowSchema } from './shipment.schema';
import { packages, shipmentLines, shipmentsOf } from './shipment-rows';

const DECLARED = { manifest: NETSUITE_MANIFEST, list: SHIPMENT_LIST, what: 'shipments' } as const;

/** Reads item fulfillments of sales orders, newest first; lines and packages of a page in one query each. */
export function createShipmentReader(context: NetsuiteContext): ShipmentReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

async function list(context: NetsuiteContext, query: ShipmentList, call: ErpCall): Promise<Page<ShipmentView>> {
  const { order, customer, trackingNumber } = query;
  refuseUndeclaredFilters({ order, customer, trackingNumber }, DECLARED);
  if (order === undefined && customer === undefined && trackingNumber === undefined) {
    throw new ErpError(
      'unsupported',
      'NetSuite lists shipments of an order, of a customer or with a tracking number; name one of them.',
    );
  }
  const limit = boundedLimit(query.limit, SHIPMENT_LIST);
  const page = await offsetPage(
    context,
    {
      query: shipmentsOf(context.settings, query),
      row: shipmentRowSchema(context.settings.slashOrder),
      what: 'shipments',
      request: { sort: '-shippedOn', limit, cursor: query.cursor },
    },
    call,
  );
  if (page.items.length > 0) return { ...page, items: await inFull(context, page.items, call) };
  // An unknown order or customer has no shipments either: only itself tells the difference.
  if (order !== undefined) await ensureOrder(context, order, call);
  if (customer !== undefined) await customerRow(context, customer, call);
  return { ...page, items: [] };
}

async function inFull(
  context: NetsuiteContext,
  rows: readonly ShipmentRow[],
  call: ErpCall,
): Promise<readonly ShipmentView[]> {
  const ids = rows.map(({ id }) => id);
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [lines, parcels] = await Promise.all([shipmentLines(context, ids, sibling), packages(context, ids, sibling)]);
    return rows.map((row) => {
      const mine = <T extends { readonly shipment: string }>(all: readonly T[]) =>
        all.filter(({ shipment }) => shipment === row.id);
      return toShipmentView({ row, lines: mine(lines), packages: mine(parcels) }, context);
    });
  });
}
