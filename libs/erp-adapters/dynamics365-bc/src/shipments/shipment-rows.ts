import { type ODataFilter, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { answered, type BcContext } from '../dynamics365-bc.context';
import { allOf } from '../orders/order-documents';
import { type ShipmentRow, shipmentSchema } from './shipment.schema';

export interface ShipmentAsk {
  readonly filters: readonly ODataFilter[];
  readonly orderBy?: readonly string[];
  readonly top?: number;
}

/** Posted shipments with their lines. */
export async function shipmentRows(
  context: BcContext,
  ask: ShipmentAsk,
  call: ErpCall,
): Promise<readonly ShipmentRow[]> {
  const { orderBy, top } = ask;
  const query = {
    ...allOf(ask.filters),
    ...(orderBy === undefined ? {} : { orderBy }),
    ...(top === undefined ? {} : { top }),
    expand: [{ navigation: 'salesShipmentLines' }],
  };
  const rows = await context.client.rows({ from: 'standard', set: 'salesShipments', query, what: 'shipments' }, call);
  return rows.map((row) => parseVendor(shipmentSchema, row, answered(context, 'shipments')));
}
