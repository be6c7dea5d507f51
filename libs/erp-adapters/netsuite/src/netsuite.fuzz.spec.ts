import { describeErpAdapterFuzz } from '@headwater/erp-testing';
import { NETSUITE_ASKS } from './testing/netsuite-asks';
import { readersOver } from './testing/netsuite-readers';

describeErpAdapterFuzz('NetSuite', {
  readersOver: (spoil) => readersOver(spoil),
  asks: Object.values(NETSUITE_ASKS),
});

describeErpAdapterFuzz('the price RESTlet of NetSuite', {
  readersOver: (spoil) => readersOver(spoil, { priceScript: 'customscript_p', priceDeployment: 'customdeploy_p' }),
  asks: [NETSUITE_ASKS.prices],
});
