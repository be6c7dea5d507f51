import type { PriceView } from '@headwater/erp-contracts';
import { anErpRef } from './refs';

export function aPriceView(overrides: Partial<PriceView> = {}): PriceView {
  const item = overrides.item ?? 'BRG-6204';
  return {
    ref: anErpRef('price', item),
    item,
    quantity: { value: '10', unit: 'EA' },
    unit: 'EA',
    unitPrice: { amount: '12.4950', currency: 'USD' },
    listPrice: { amount: '15.00', currency: 'USD' },
    discount: '16.70',
    reason: 'contract',
    breaks: [{ from: '50', unitPrice: { amount: '11.9000', currency: 'USD' } }],
    validUntil: '2026-12-31',
    indicative: false,
    ...overrides,
  };
}
