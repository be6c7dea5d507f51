import { describeErpAdapterContract, type ErpAdapterContract } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createHarborErpAdapter } from './index';
import { HARBOR_ERP_EXCHANGES, HARBOR_ERP_KEY } from './testing/harbor-erp-exchanges';

const contract: ErpAdapterContract = {
  adapter: createHarborErpAdapter({ clock: systemClock }),
  settings: (origin) => ({ baseUrl: origin, apiKey: HARBOR_ERP_KEY }),
  company: '1',
  secrets: [HARBOR_ERP_KEY],
  exchanges: HARBOR_ERP_EXCHANGES,
  // A fixed key travels with every request; an ERP that issues tokens names its token request here instead.
  isTokenRequest: () => false,
  signsEveryRequest: true,
  isRead: ({ method }) => method === 'GET',
  refusedCredentials: { status: 401, body: {} },
  // Each way the ERP refuses although the exchange went well, for example an error inside a 200.
  refusals: [],
  scenarios: {
    // A customer with at least three orders on different days, one of them, and a number that does not exist.
    orders: { list: { customer: 'C-1', limit: 50 }, get: { number: 'SO-1' }, unknown: { number: 'SO-0' } },
  },
};

if (HARBOR_ERP_EXCHANGES.length === 0) {
  it('has answers of Harbor ERP to be read from', () => {
    throw new Error(
      'The contract of Harbor ERP is not filled in: put its answers into src/testing/harbor-erp-exchanges.ts and the keys to ask for into the scenarios of src/harbor-erp.contract.spec.ts (docs/add-an-erp-adapter.md).',
    );
  });
} else {
  describeErpAdapterContract(contract);
}
