import {
  describeErpAdapterContract,
  type ErpAdapterContract,
  type ReplayAnswer,
  VENDOR_WORDS,
} from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createNetsuiteAdapter } from './index';
import { refusal } from './testing/fake-suiteql';
import { ACCESS_TOKEN, isNetsuiteRead, NETSUITE_EXCHANGES, TOKEN_PATH } from './testing/netsuite-exchanges';
import { EC_KEY } from './testing/netsuite-keys';
import { notice } from './testing/netsuite-notices';
import { EVENT_SECRET, netsuiteValues } from './testing/netsuite-settings';

function scriptError(code: string, status = 400): ReplayAnswer {
  return { status, body: { error: { code, message: VENDOR_WORDS } } };
}

const contract: ErpAdapterContract = {
  adapter: createNetsuiteAdapter({ clock: systemClock }),
  settings: (origin) => netsuiteValues(origin),
  company: '1234567_SB1',
  secrets: [EC_KEY.pem, ...EC_KEY.pem.split('\n').filter((line) => line.length > 40), EVENT_SECRET, ACCESS_TOKEN],
  exchanges: NETSUITE_EXCHANGES,
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  isRead: isNetsuiteRead,
  refusedCredentials: { status: 400, body: { error: 'invalid_client', error_description: VENDOR_WORDS } },
  refusals: [
    { name: 'an invalid login', answer: refusal(401, 'INVALID_LOGIN', VENDOR_WORDS), code: 'unauthorized' },
    { name: 'a missing permission', answer: refusal(403, 'INSUFFICIENT_PERMISSION', VENDOR_WORDS), code: 'forbidden' },
    {
      name: 'a missing permission with 400',
      answer: refusal(400, 'INSUFFICIENT_PERMISSION', VENDOR_WORDS),
      code: 'forbidden',
    },
    { name: 'an unknown id', answer: refusal(404, 'NONEXISTENT_ID', VENDOR_WORDS), code: 'not-found' },
    { name: 'a RESTlet over the limit', answer: scriptError('SSS_REQUEST_LIMIT_EXCEEDED'), code: 'rate-limited' },
    {
      name: 'a limit in a 200',
      answer: scriptError('SSS_REQUEST_LIMIT_EXCEEDED', 200),
      code: 'rate-limited',
    },
    {
      name: 'a limit with a hint',
      answer: { ...refusal(400, 'CONCURRENCY_LIMIT_EXCEEDED', VENDOR_WORDS), headers: { 'retry-after': '3' } },
      code: 'rate-limited',
      retryAfterMs: 3_000,
    },
    { name: 'a failed script', answer: scriptError('SSS_MISSING_REQD_ARGUMENT'), code: 'bad-response' },
    { name: 'a script out of time', answer: scriptError('SSS_TIME_LIMIT_EXCEEDED'), code: 'timeout' },
    { name: 'an error of unknown meaning in a 200', answer: scriptError('OH_NO', 200), code: 'bad-response' },
    {
      name: 'an unknown column',
      answer: refusal(400, 'INVALID_PARAMETER', `Search error occurred: Unknown identifier '${VENDOR_WORDS}'`),
      code: 'unsupported',
    },
    {
      name: 'an unknown table',
      answer: refusal(400, 'INVALID_PARAMETER', `Search error occurred: Invalid search type: ${VENDOR_WORDS}.`),
      code: 'unsupported',
    },
    {
      name: 'another language',
      answer: {
        status: 400,
        body: {
          status: 400,
          'o:errorDetails': [
            { detail: VENDOR_WORDS, 'o:errorHeader': 'Accept-Language', 'o:errorCode': 'INVALID_HEADER' },
          ],
        },
      },
      code: 'invalid-request',
    },
    { name: 'a 400 without a message', answer: { status: 400, body: VENDOR_WORDS }, code: 'invalid-request' },
    { name: 'a server error', answer: refusal(500, 'UNEXPECTED_ERROR', VENDOR_WORDS), code: 'unavailable' },
  ],
  scenarios: {
    customers: {
      search: { q: 'bright', limit: 50 },
      miss: { q: 'nobody at all', limit: 50 },
      get: { number: '1001' },
      unknown: { number: '9999' },
    },
    items: {
      search: { q: 'bearing', limit: 50 },
      miss: { q: 'nothing', limit: 50 },
      get: { number: 'BRG-6204' },
      unknown: { number: 'NO-SUCH' },
    },
    orders: {
      list: { customer: '1001', limit: 50 },
      get: { number: 'SO1001' },
      unknown: { number: 'SO9999' },
      many: { customers: ['1001', '1002', '1003'], unknown: '9999' },
    },
    availability: { list: { items: ['BRG-6204', 'HOSE-12'] }, unknownItem: 'NO-SUCH' },
    prices: {
      quote: {
        customer: '1001',
        items: [
          { item: 'HOSE-12', quantity: '12.5', unit: 'FT' },
          { item: 'BRG-6204', quantity: '10', unit: 'EA' },
        ],
      },
      unknownItem: 'NO-SUCH',
      unpricedItem: 'NOPRICE-1',
    },
    shipments: { list: { customer: '1001', limit: 50 }, unknown: { order: 'SO9999', limit: 50 } },
    invoices: { list: { customer: '1001', limit: 50 }, unknown: { customer: '9999', limit: 50 } },
    credit: {
      get: { customer: '1001' },
      unknown: { customer: '9999' },
      many: { customers: ['1001', '1002', '1003'], unknown: '9999' },
    },
  },
  events: {
    accepted: [
      {
        notice: notice({ type: 'salesorder', id: '7001', context: 'edit' }),
        changes: [
          { kind: 'order', key: '*', hard: false },
          { kind: 'availability', key: '*', hard: false },
        ],
      },
      {
        notice: notice({ type: 'invoice', id: '7201', context: 'create', number: 'INV301', customer: '1001' }),
        changes: [{ kind: 'invoice', key: 'INV301', customer: '1001', hard: false }],
      },
      { notice: notice({ type: 'supportcase', id: '1', context: 'edit' }), changes: [] },
    ],
    wrongSecret: notice({ type: 'salesorder', id: '1', context: 'edit' }, 'not-the-secret'),
    unreadable: notice('{"type":"salesorder"'),
  },
};

describeErpAdapterContract(contract);

/** With the RESTlet prices are exact, which the connection says of itself; and this account knows one currency only. */
describe('with the price RESTlet and one currency,', () => {
  describeErpAdapterContract({
    ...contract,
    settings: (origin) =>
      netsuiteValues(origin, {
        priceScript: 'customscript_hw_prices',
        priceDeployment: 'customdeploy_hw_prices',
        multiCurrency: false,
      }),
  });
});
