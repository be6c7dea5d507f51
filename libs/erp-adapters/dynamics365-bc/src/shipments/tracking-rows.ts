import { equalsText, type ODataFilter, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { numberIs } from '../client/search-words';
import { answered, type BcContext } from '../dynamics365-bc.context';
import { type TrackingRow, trackingSchema } from './shipment.schema';

async function trackingRows(context: BcContext, filter: ODataFilter, call: ErpCall): Promise<readonly TrackingRow[]> {
  const asked = { from: 'extension', set: context.settings.sets.tracking, what: 'tracking numbers' } as const;
  const rows = await context.client.rows({ ...asked, query: { filter } }, call);
  return rows.map((row) => parseVendor(trackingSchema, row, answered(context, 'tracking numbers')));
}

/** Numbers in one question; more would make an address that servers refuse. */
const MOST_NUMBERS = 40;

/** Tracking of these shipments; none where the tenant has no extension that tells. */
export async function trackingOfShipments(
  context: BcContext,
  shipments: readonly string[],
  call: ErpCall,
): Promise<readonly TrackingRow[]> {
  if (context.settings.tracking === 'off' || shipments.length === 0) return [];
  const portions = Array.from({ length: Math.ceil(shipments.length / MOST_NUMBERS) }, (_, index) =>
    shipments.slice(index * MOST_NUMBERS, (index + 1) * MOST_NUMBERS),
  );
  const found = await Promise.all(
    portions.map((portion) => trackingRows(context, numberIs('shipmentNumber', portion), call)),
  );
  return found.flat();
}

/** Numbers of the shipments a parcel belongs to. */
export async function shipmentsTracked(
  context: BcContext,
  trackingNumber: string,
  call: ErpCall,
): Promise<readonly string[]> {
  const rows = await trackingRows(context, equalsText('trackingNumber', trackingNumber), call);
  return [...new Set(rows.filter((row) => row.trackingNumber === trackingNumber).map((row) => row.shipmentNumber))];
}
