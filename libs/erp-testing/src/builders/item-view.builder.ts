import type { ItemView } from '@headwater/erp-contracts';
import { anErpRef } from './refs';

export function anItemView(overrides: Partial<ItemView> = {}): ItemView {
  const number = overrides.number ?? 'BRG-6204';
  return {
    ref: anErpRef('item', number),
    number,
    description: 'Ball bearing 6204, sealed',
    unit: 'EA',
    units: [
      { unit: 'EA', factor: '1' },
      { unit: 'BX', factor: '10' },
    ],
    active: true,
    ...overrides,
  };
}
