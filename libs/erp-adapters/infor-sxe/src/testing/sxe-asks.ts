import type { Ask } from '@headwater/erp-testing';

/** One question of each operation. */
export const SXE_ASKS = {
  customerSearch: { operation: 'customers.search', query: { q: 'bright', limit: 10 } },
  customer: { operation: 'customers.get', query: { number: '1001' } },
  itemSearch: { operation: 'items.search', query: { q: 'brg', limit: 10 } },
  item: { operation: 'items.get', query: { number: 'BRG-6204' } },
  orders: { operation: 'orders.list', query: { customer: '1001', limit: 10 } },
  order: { operation: 'orders.get', query: { number: '100231' } },
  stock: { operation: 'availability.list', query: { items: ['BRG-6204', 'HOSE-12'] } },
  prices: {
    operation: 'prices.quote',
    query: { customer: '1001', items: [{ item: 'BRG-6204', quantity: '10', unit: 'EA' }] },
  },
  shipments: { operation: 'shipments.list', query: { customer: '1001', limit: 10 } },
  invoices: { operation: 'invoices.list', query: { customer: '1001', limit: 10 } },
  openOrders: { operation: 'orders.open', query: { customers: ['1001', '1002'] } },
  credit: { operation: 'credit.get', query: { customer: '1001' } },
} as const satisfies Readonly<Record<string, Ask>>;
