import type { LatestOrderView, OpenOrdersView } from '@headwater/erp-contracts';
import { anErpRef } from './refs';

export function anOpenOrdersView(overrides: Partial<OpenOrdersView> = {}): OpenOrdersView {
  const customer = overrides.customer ?? '1001';
  return { ref: anErpRef('customer', customer), customer, count: { value: 3, exact: true }, ...overrides };
}

export function aLatestOrderView(overrides: Partial<LatestOrderView> = {}): LatestOrderView {
  const customer = overrides.customer ?? '1001';
  return { ref: anErpRef('customer', customer), customer, orderedOn: '2026-11-20', ...overrides };
}
