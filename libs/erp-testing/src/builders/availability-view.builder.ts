import type { AvailabilityView } from '@headwater/erp-contracts';
import { anErpRef } from './refs';

export function anAvailabilityView(overrides: Partial<AvailabilityView> = {}): AvailabilityView {
  const item = overrides.item ?? 'BRG-6204';
  const warehouse = overrides.warehouse ?? 'MAIN';
  return {
    ref: anErpRef('availability', `${item}@${warehouse}`),
    item,
    warehouse,
    warehouseName: 'Main warehouse',
    onHand: { value: '120', unit: 'EA' },
    allocated: { value: '20', unit: 'EA' },
    available: { value: '100', unit: 'EA' },
    onOrder: { value: '50', unit: 'EA' },
    nextReceiptOn: '2026-12-01',
    ...overrides,
  };
}
