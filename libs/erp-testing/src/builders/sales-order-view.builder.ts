import type { SalesOrderDetailView, SalesOrderLineView, SalesOrderView } from '@headwater/erp-contracts';
import { aPostalAddressView } from './customer-view.builder';
import { anErpRef } from './refs';

export function aSalesOrderView(overrides: Partial<SalesOrderView> = {}): SalesOrderView {
  const number = overrides.number ?? '100234';
  return {
    ref: anErpRef('order', number),
    number,
    customer: '1001',
    customerName: 'Bright Mills',
    customerPo: 'PO-7781',
    status: 'open',
    vendorStatus: 'Ord',
    orderedOn: '2026-11-02',
    requestedOn: '2026-11-20',
    promisedOn: '2026-11-23',
    total: { amount: '1249.50', currency: 'USD' },
    currency: 'USD',
    shipTo: aPostalAddressView({ kind: 'shipping', shipTo: 'DOCK2' }),
    warehouse: 'MAIN',
    salesperson: 'mk',
    ...overrides,
  };
}

export function aSalesOrderLineView(overrides: Partial<SalesOrderLineView> = {}): SalesOrderLineView {
  return {
    lineNo: '1',
    item: 'BRG-6204',
    description: 'Ball bearing 6204, sealed',
    ordered: { value: '10', unit: 'EA' },
    shipped: { value: '6', unit: 'EA' },
    backordered: { value: '4', unit: 'EA' },
    unitPrice: { amount: '12.4950', currency: 'USD' },
    priceUnit: 'EA',
    lineTotal: { amount: '124.95', currency: 'USD' },
    promisedOn: '2026-11-23',
    warehouse: 'MAIN',
    status: 'open',
    ...overrides,
  };
}

export function aSalesOrderDetailView(overrides: Partial<SalesOrderDetailView> = {}): SalesOrderDetailView {
  return { ...aSalesOrderView(overrides), lines: [aSalesOrderLineView()], ...overrides };
}
