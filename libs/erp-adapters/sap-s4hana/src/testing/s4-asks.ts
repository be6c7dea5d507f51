import type { Ask } from '@headwater/erp-testing';

/** One question of each operation. */
export const S4_ASKS = {
  customerSearch: { operation: 'customers.search', query: { q: 'bright', limit: 10 } },
  customer: { operation: 'customers.get', query: { number: '1001' } },
  itemSearch: { operation: 'items.search', query: { q: 'bearing', limit: 10 } },
  item: { operation: 'items.get', query: { number: 'TG10' } },
  orders: { operation: 'orders.list', query: { customer: '1001', limit: 10 } },
  order: { operation: 'orders.get', query: { number: '4500' } },
  stock: { operation: 'availability.list', query: { items: ['TG10', '21'] } },
  prices: {
    operation: 'prices.quote',
    query: { customer: '1001', items: [{ item: 'TG10', quantity: '10', unit: 'EA' }] },
  },
  shipments: { operation: 'shipments.list', query: { customer: '1001', limit: 10 } },
  invoices: { operation: 'invoices.list', query: { customer: '1001', limit: 10 } },
  credit: { operation: 'credit.get', query: { customer: '1001' } },
} as const satisfies Readonly<Record<string, Ask>>;
