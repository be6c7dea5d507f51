import type { Ask } from '@headwater/erp-testing';

/** One question of each operation. */
export const NETSUITE_ASKS = {
  customerSearch: { operation: 'customers.search', query: { q: 'bright', limit: 10 } },
  customer: { operation: 'customers.get', query: { number: '1001' } },
  itemSearch: { operation: 'items.search', query: { q: 'bearing', limit: 10 } },
  item: { operation: 'items.get', query: { number: 'BRG-6204' } },
  orders: { operation: 'orders.list', query: { customer: '1001', limit: 10 } },
  order: { operation: 'orders.get', query: { number: 'SO1001' } },
  stock: { operation: 'availability.list', query: { items: ['BRG-6204', 'HOSE-12'] } },
  prices: {
    operation: 'prices.quote',
    query: {
      customer: '1001',
      items: [
        { item: 'BRG-6204', quantity: '60' },
        { item: 'HOSE-12', quantity: '10' },
      ],
    },
  },
  shipments: { operation: 'shipments.list', query: { customer: '1001', limit: 10 } },
  invoices: { operation: 'invoices.list', query: { customer: '1001', limit: 10 } },
  credit: { operation: 'credit.get', query: { customer: '1001' } },
  openOrders: { operation: 'orders.open', query: { customers: ['1001', '1002'] } },
  latestOrders: { operation: 'orders.latest', query: { customers: ['1001', '1002'] } },
  credits: { operation: 'credit.list', query: { customers: ['1001', '1002'] } },
} as const satisfies Readonly<Record<string, Ask>>;
