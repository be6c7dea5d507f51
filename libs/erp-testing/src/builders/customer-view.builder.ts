import type { CustomerView, PostalAddressView } from '@headwater/erp-contracts';
import { anErpRef } from './refs';

export function aPostalAddressView(overrides: Partial<PostalAddressView> = {}): PostalAddressView {
  return {
    kind: 'billing',
    name: 'Bright Mills',
    lines: ['12 Quay Street'],
    city: 'Springfield',
    region: 'OH',
    postalCode: '45501',
    country: 'US',
    ...overrides,
  };
}

export function aCustomerView(overrides: Partial<CustomerView> = {}): CustomerView {
  const number = overrides.number ?? '1001';
  return {
    ref: anErpRef('customer', number),
    number,
    name: 'Bright Mills',
    addresses: [aPostalAddressView(), aPostalAddressView({ kind: 'shipping', shipTo: 'DOCK2' })],
    phone: '+1 555 0100',
    email: 'orders@bright-mills.example',
    salesperson: 'mk',
    terms: 'Net 30',
    currency: 'USD',
    blocked: false,
    ...overrides,
  };
}
