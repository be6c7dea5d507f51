import { describeErpAdapterFuzz } from '@headwater/erp-testing';
import { readersOver } from './testing/fscm-readers';
import { PRICE_SERVICE } from './testing/fscm-settings';

describeErpAdapterFuzz('Dynamics 365', {
  readersOver: (spoil) => readersOver(spoil),
  asks: [
    { operation: 'customers.search', query: { q: 'contoso', limit: 10 } },
    { operation: 'customers.get', query: { number: 'US-001' } },
    { operation: 'items.search', query: { q: 'bearing', limit: 10 } },
    { operation: 'items.get', query: { number: 'BRG-6204' } },
    { operation: 'orders.list', query: { customer: 'US-001', limit: 10 } },
    { operation: 'orders.get', query: { number: '000002' } },
    { operation: 'availability.list', query: { items: ['BRG-6204', 'HOSE 12'] } },
    {
      operation: 'prices.quote',
      query: { customer: 'US-001', items: [{ item: 'BRG-6204', quantity: '10', unit: 'EA' }] },
    },
    { operation: 'shipments.list', query: { customer: 'US-001', limit: 10 } },
    { operation: 'invoices.list', query: { customer: 'US-001', open: true, limit: 10 } },
    { operation: 'credit.get', query: { customer: 'US-001' } },
  ],
});

/** The same for what the settings can put in the place of the usual sources. */
describeErpAdapterFuzz('Dynamics 365 by its other sources', {
  readersOver: (spoil) =>
    readersOver(spoil, {
      priceService: PRICE_SERVICE,
      orderLinesNavigation: '-',
      orderTotals: 'header',
      entitySets: 'packing-slip-lines=-',
      availabilitySource: 'inventory-visibility',
      visibilityUrl: 'https://inventory.example',
      visibilityEnvironmentId: 'env-77',
      visibilityLocations: '11=1\n12=1',
    }),
  asks: [
    { operation: 'orders.list', query: { customer: 'US-001', limit: 10 } },
    { operation: 'orders.get', query: { number: '000002' } },
    { operation: 'availability.list', query: { items: ['BRG-6204', 'HOSE 12'] } },
    {
      operation: 'prices.quote',
      query: { customer: 'US-001', items: [{ item: 'BRG-6204', quantity: '10' }] },
    },
    { operation: 'invoices.list', query: { customer: 'US-001', limit: 10 } },
  ],
});
