import {
  boundedLimit,
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
import { noneIfUnknown } from '../client/business-error';
import { rowsOf } from '../client/tables';
import { customerRow } from '../customers/customer-list';
import { answered, readingOf, type SxeContext } from '../infor-sxe.context';
import { INFOR_SXE_MANIFEST, SHIPMENT_LIST } from '../infor-sxe.manifest';
import { customerNumber, orderNumber, suffixedNumber } from '../keys';
import { listSuffixes, recentOf } from '../orders/order-list';
import type { OrderSuffix } from '../orders/order-suffix.schema';
import { readSingleOrder } from '../orders/single-order';
import { hasShipped } from '../orders/stage';
import { toShipmentView } from './shipment.mapper';
import { type TrackingRow, trackingRowSchema } from './tracking.schema';

const DECLARED = { manifest: INFOR_SXE_MANIFEST, list: SHIPMENT_LIST, what: 'shipments' } as const;

/** Reads shipments: the suffixes of orders that have left the warehouse, newest first. */
export function createShipmentReader(context: SxeContext): ShipmentReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

async function list(context: SxeContext, query: ShipmentList, call: ErpCall): Promise<Page<ShipmentView>> {
  const { order, customer, trackingNumber } = query;
  refuseUndeclaredFilters({ order, customer, trackingNumber }, DECLARED);
  const limit = boundedLimit(query.limit, SHIPMENT_LIST);
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const suffixes =
      order === undefined ? await ofCustomer(context, customer, sibling) : await ofOrder(context, order, sibling);
    const mine = suffixes.filter((row) => customer === undefined || Number(row.custno) === customerNumber(customer));
    const page = pageOfWhole(
      mine.filter((row) => hasShipped(row.stagecd)),
      { sort: '-shipped', keyOf },
      { ...query, limit },
    );
    return { ...page, items: await Promise.all(page.items.map((suffix) => shipment(context, suffix, sibling))) };
  });
}

/** The list of orders holds no ship date; billing follows shipping, so its date orders shipments best. */
function keyOf(suffix: OrderSuffix): readonly [string, string] {
  const date = suffix.invoicedt ?? suffix.promisedt ?? suffix.enterdt ?? '';
  return [date, suffixedNumber(suffix.orderno, suffix.ordersuf)];
}

async function ofOrder(context: SxeContext, order: string, call: ErpCall): Promise<readonly OrderSuffix[]> {
  const rows = await listSuffixes(context, { order: orderNumber(order) }, call);
  if (rows.length > 0) return rows;
  throw new ErpError('not-found', 'Infor SX.e has no such order.', { connectionId: context.connectionId });
}

async function ofCustomer(
  context: SxeContext,
  customer: string | undefined,
  call: ErpCall,
): Promise<readonly OrderSuffix[]> {
  if (customer === undefined) {
    throw new ErpError('unsupported', 'Infor SX.e lists shipments of an order or of a customer; name one of them.');
  }
  const number = customerNumber(customer);
  // The list of all its orders, and not of the shipped ones alone, because the orders beside it ask the same.
  const rows = await listSuffixes(context, recentOf(context, number), call);
  // An unknown customer has an empty list of orders: only the customer itself tells the difference.
  if (rows.length === 0) await customerRow(context, customer, call);
  return rows;
}

async function shipment(context: SxeContext, suffix: OrderSuffix, call: ErpCall): Promise<ShipmentView> {
  const key = { order: Number(suffix.orderno), suffix: suffix.ordersuf };
  const [single, tracking] = await Promise.all([readSingleOrder(context, key, call), trackingRows(context, key, call)]);
  const { connectionId, settings } = context;
  return toShipmentView({ connectionId, suffix, single, tracking, carrierLinks: settings.carrierLinks });
}

/** SX.e may say "not found" for a shipment without tracking numbers; the shipment itself is known by then. */
async function trackingRows(
  context: SxeContext,
  key: { readonly order: number; readonly suffix: number },
  call: ErpCall,
): Promise<readonly TrackingRow[]> {
  const request = { orderNumber: key.order, orderSuffix: key.suffix };
  const response = await context.client.call('shipments.tracking', request, call).catch(noneIfUnknown);
  if (response === undefined) return [];
  return rowsOf(response, 'trackernum').map((row) =>
    parseVendor(trackingRowSchema, row, answered(context, 'tracking')),
  );
}
