import type { CapabilityReaders, ErpAdapter, ErpConnection, ErpManifest } from '@headwater/erp-contracts';
import { anAvailabilityView } from './availability-view.builder';
import { aCreditView } from './credit-view.builder';
import { aCustomerView } from './customer-view.builder';
import { anErpManifest } from './erp-manifest.builder';
import { anInvoiceView } from './invoice-view.builder';
import { aLatestOrderView, anOpenOrdersView } from './order-figures.builder';
import { anItemView } from './item-view.builder';
import { aPriceView } from './price-view.builder';
import { aBatchOf, aPageOf, aReading } from './reading.builder';
import { aSalesOrderDetailView, aSalesOrderView } from './sales-order-view.builder';
import { aShipmentView } from './shipment-view.builder';

/** Readers that answer one built view each, whatever they are asked. */
export function fakeErpReaders(): CapabilityReaders {
  return {
    customers: {
      search: async () => aReading(aPageOf(aCustomerView())),
      get: async ({ number }) => aReading(aCustomerView({ number })),
    },
    items: {
      search: async () => aReading(aPageOf(anItemView())),
      get: async ({ number }) => aReading(anItemView({ number })),
    },
    orders: {
      list: async () => aReading(aPageOf(aSalesOrderView())),
      get: async ({ number }) => aReading(aSalesOrderDetailView({ number })),
      open: async ({ customers }) => aReading(aBatchOf(customers.map((customer) => anOpenOrdersView({ customer })))),
      latest: async ({ customers }) => aReading(aBatchOf(customers.map((customer) => aLatestOrderView({ customer })))),
    },
    availability: {
      list: async ({ items }) => aReading(aBatchOf(items.map((item) => anAvailabilityView({ item })))),
    },
    prices: { quote: async ({ items }) => aReading(aBatchOf(items.map(({ item }) => aPriceView({ item })))) },
    shipments: { list: async () => aReading(aPageOf(aShipmentView())) },
    invoices: { list: async () => aReading(aPageOf(anInvoiceView())) },
    credit: {
      get: async ({ customer }) => aReading(aCreditView({ customer })),
      list: async ({ customers }) => aReading(aBatchOf(customers.map((customer) => aCreditView({ customer })))),
    },
  };
}

/** A connection without a wire; override the readers a test is about. */
export function fakeErpConnection(overrides: Partial<ErpConnection> = {}): ErpConnection {
  return {
    company: '1',
    ...fakeErpReaders(),
    probe: async () => [{ check: 'address', ok: true, detail: 'It answers.' }],
    close: async () => undefined,
    ...overrides,
  };
}

/** An adapter that hands out the given connection. */
export function fakeErpAdapter(
  connection: ErpConnection = fakeErpConnection(),
  manifest: ErpManifest = anErpManifest(),
): ErpAdapter {
  return { manifest, connect: () => connection };
}
