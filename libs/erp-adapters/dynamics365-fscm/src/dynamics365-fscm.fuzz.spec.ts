import { describeErpAdapterFuzz } from '@headwater/erp-testing';
import { FSCM_ASKS } from './testing/fscm-asks';
import { readersOver } from './testing/fscm-readers';
import { PRICE_SERVICE } from './testing/fscm-settings';

describeErpAdapterFuzz('Dynamics 365', {
  readersOver: (spoil) => readersOver(spoil),
  asks: Object.values(FSCM_ASKS),
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
