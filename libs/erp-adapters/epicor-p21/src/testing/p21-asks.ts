import type { Ask } from '@headwater/erp-testing';

/** One question of each operation. */
export const P21_ASKS = {
  customerSearch: { operation: 'customers.search', query: { q: 'bright', limit: 10 } },
  customer: { operation: 'customers.get', query: { number: '100198' } },
  itemSearch: { operation: 'items.search', query: { q: 'bearing', limit: 10 } },
  item: { operation: 'items.get', query: { number: 'BRG-6204' } },
  orders: { operation: 'orders.list', query: { customer: '100198', limit: 10 } },
  order: { operation: 'orders.get', query: { number: '100231' } },
  stock: { operation: 'availability.list', query: { items: ['BRG-6204', 'HOSE-12'] } },
  prices: {
    operation: 'prices.quote',
    query: { customer: '100198', items: [{ item: 'BRG-6204', quantity: '10', unit: 'EA' }] },
  },
  shipments: { operation: 'shipments.list', query: { customer: '100198', limit: 10 } },
  invoices: { operation: 'invoices.list', query: { customer: '100198', limit: 10 } },
  credit: { operation: 'credit.get', query: { customer: '100198' } },
  openOrders: { operation: 'orders.open', query: { customers: ['100198', '100199'] } },
  credits: { operation: 'credit.list', query: { customers: ['100198', '100199'] } },
} as const satisfies Readonly<Record<string, Ask>>;
