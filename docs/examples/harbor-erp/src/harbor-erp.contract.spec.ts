import {
  describeErpAdapterContract,
  type ErpAdapterContract,
  type ReplayAnswer,
  VENDOR_WORDS,
} from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createHarborErpAdapter } from './index';
import { HARBOR_ERP_EXCHANGES, HARBOR_ERP_KEY } from './testing/harbor-erp-exchanges';

/** Harbor refuses with 200 and words for its own users. */
function refusal(code: string, more: object = {}): ReplayAnswer {
  return { body: { error: { code, message: VENDOR_WORDS, ...more } } };
}

const contract: ErpAdapterContract = {
  adapter: createHarborErpAdapter({ clock: systemClock }),
  settings: (origin) => ({ baseUrl: origin, apiKey: HARBOR_ERP_KEY }),
  company: '1',
  secrets: [HARBOR_ERP_KEY],
  exchanges: HARBOR_ERP_EXCHANGES,
  isTokenRequest: () => false,
  signsEveryRequest: true,
  isRead: ({ method }) => method === 'GET',
  refusedCredentials: { status: 401, body: {} },
  refusals: [
    { name: 'too many calls', answer: refusal('BUSY', { retryIn: 5 }), code: 'rate-limited', retryAfterMs: 5_000 },
    { name: 'too many calls, without a hint', answer: refusal('BUSY'), code: 'rate-limited' },
    { name: 'a key without the scope', answer: refusal('KEY_SCOPE'), code: 'forbidden' },
    { name: 'the nightly backup', answer: refusal('CLOSED_FOR_BACKUP', { retryIn: 900 }), code: 'unavailable' },
    { name: 'an error of unknown meaning', answer: refusal('E-4711'), code: 'bad-response' },
  ],
  scenarios: {
    orders: { list: { customer: 'C-100', limit: 50 }, get: { number: 'SO-1002' }, unknown: { number: 'SO-0' } },
    items: {
      search: { q: 'o', limit: 50 },
      miss: { q: 'nothing at all', limit: 50 },
      get: { number: 'BOLT/M8' },
      unknown: { number: 'NO-SUCH' },
    },
    availability: { list: { items: ['ROPE-10', 'CLEAT 6"'] }, unknownItem: 'NO-SUCH' },
  },
};

describeErpAdapterContract(contract);
