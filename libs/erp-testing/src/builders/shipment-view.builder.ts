import type { ShipmentView } from '@headwater/erp-contracts';
import { anErpRef } from './refs';

export function aShipmentView(overrides: Partial<ShipmentView> = {}): ShipmentView {
  const number = overrides.number ?? '100234-00';
  return {
    ref: anErpRef('shipment', number),
    number,
    order: '100234',
    status: 'shipped',
    shippedOn: '2026-11-10',
    promisedOn: '2026-11-09',
    carrier: 'UPS Ground',
    trackingNumbers: [{ number: '1Z999AA10123456784', url: 'https://carrier.example/track/1Z999AA10123456784' }],
    warehouse: 'MAIN',
    lines: [{ item: 'BRG-6204', shipped: { value: '6', unit: 'EA' } }],
    ...overrides,
  };
}
