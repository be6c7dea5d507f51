import { describeErpAdapterFuzz } from '@headwater/erp-testing';
import { readersOver } from './testing/netsuite-readers';

const PRICES = {
  operation: 'prices.quote',
  query: {
    customer: '1001',
    items: [
      { item: 'BRG-6204', quantity: '60' },
      { item: 'HOSE-12', quantity: '10' },
    ],
  },
} as const;

describeErpAdapterFuzz('NetSuite', {
  readersOver: (spoil) => readersOver(spoil),
  asks: [
    { operation: 'customers.search', query: { q: 'bright', limit: 10 } },
    { operation: 'customers.get', query: { number: '1001' } },
    { operation: 'items.search', query: { q: 'bearing', limit: 10 } },
    { operation: 'items.get', query: { number: 'BRG-6204' } },
    { operation: 'orders.list', query: { customer: '1001', limit: 10 } },
    { operation: 'orders.get', query: { number: 'SO1001' } },
    { operation: 'availability.list', query: { items: ['BRG-6204', 'HOSE-12'] } },
    PRICES,
    { operation: 'shipments.list', query: { customer: '1001', limit: 10 } },
    { operation: 'invoices.list', query: { customer: '1001', limit: 10 } },
    { operation: 'credit.get', query: { customer: '1001' } },
  ],
});

describeErpAdapterFuzz('the price RESTlet of NetSuite', {
  readersOver: (spoil) => readersOver(spoil, { priceScript: 'customscript_p', priceDeployment: 'customdeploy_p' }),
  asks: [PRICES],
});
