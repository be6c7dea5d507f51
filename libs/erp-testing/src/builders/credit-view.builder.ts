import type { CreditView } from '@headwater/erp-contracts';
import { anErpRef } from './refs';

export function aCreditView(overrides: Partial<CreditView> = {}): CreditView {
  const customer = overrides.customer ?? '1001';
  return {
    ref: anErpRef('credit', customer),
    customer,
    limit: { amount: '50000.00', currency: 'USD' },
    used: { amount: '12340.75', currency: 'USD' },
    available: { amount: '37659.25', currency: 'USD' },
    pastDue: { amount: '1200.00', currency: 'USD' },
    onHold: false,
    terms: 'Net 30',
    ageing: [
      { label: 'Current', amount: { amount: '11140.75', currency: 'USD' } },
      { label: '1–30 days', amount: { amount: '1200.00', currency: 'USD' } },
    ],
    ...overrides,
  };
}
