import type { InvoiceView } from '@headwater/erp-contracts';
import { anErpRef } from './refs';

export function anInvoiceView(overrides: Partial<InvoiceView> = {}): InvoiceView {
  const number = overrides.number ?? '100234-00';
  return {
    ref: anErpRef('invoice', number),
    number,
    order: '100234',
    customer: '1001',
    issuedOn: '2026-11-10',
    dueOn: '2026-12-10',
    total: { amount: '749.70', currency: 'USD' },
    open: { amount: '749.70', currency: 'USD' },
    status: 'open',
    ...overrides,
  };
}
