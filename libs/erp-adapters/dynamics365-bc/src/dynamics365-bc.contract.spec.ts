import { ANY_KEY } from '@headwater/erp-contracts';
import {
  describeErpAdapterContract,
  type ErpAdapterContract,
  type ReplayAnswer,
  VENDOR_WORDS,
} from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createDynamics365BcAdapter } from './index';
import { COMPANY_ID } from './testing/bc-answers';
import { ACCESS_TOKEN, BC_EXCHANGES, isBcRead, TOKEN_PATH } from './testing/bc-exchanges';
import { aChange, notice } from './testing/bc-notices';
import { BC_SECRETS, bcOnline } from './testing/bc-settings';

function vendorError(status: number, code: string): ReplayAnswer {
  return { status, body: { error: { code, message: `${VENDOR_WORDS}  CorrelationId:  7c1f.` } } };
}

const contract: ErpAdapterContract = {
  adapter: createDynamics365BcAdapter({ clock: systemClock }),
  settings: (origin) => bcOnline(origin),
  company: COMPANY_ID,
  secrets: [BC_SECRETS.clientSecret, BC_SECRETS.eventSecret, ACCESS_TOKEN],
  exchanges: BC_EXCHANGES,
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  isRead: isBcRead,
  refusedCredentials: {
    status: 401,
    body: { error: 'invalid_client', error_description: `AADSTS7000215: ${VENDOR_WORDS}` },
  },
  refusals: [
    { name: 'a wrong audience', answer: vendorError(401, 'Authentication_InvalidCredentials'), code: 'unauthorized' },
    {
      name: 'missing permissions with 400',
      answer: vendorError(400, 'Authorization_RequestDenied'),
      code: 'forbidden',
    },
    { name: 'a row that is gone', answer: vendorError(404, 'Internal_RecordNotFound'), code: 'not-found' },
    { name: 'a missing route', answer: vendorError(404, 'BadRequest_NotFound'), code: 'unavailable' },
    { name: 'an unknown company', answer: vendorError(404, 'Internal_CompanyNotFound'), code: 'invalid-request' },
    { name: 'a sleeping tenant', answer: vendorError(400, 'Internal_TenantUnavailable'), code: 'unavailable' },
    {
      name: 'a refused filter with 400',
      answer: vendorError(400, 'BadRequest_MethodNotAllowed'),
      code: 'invalid-request',
    },
    {
      name: 'a refused filter with 501',
      answer: vendorError(501, 'BadRequest_MethodNotImplemented'),
      code: 'unsupported',
    },
    { name: 'a page that is too large', answer: { status: 413, body: VENDOR_WORDS }, code: 'invalid-request' },
    { name: 'an operation of eight minutes', answer: { status: 408, body: VENDOR_WORDS }, code: 'timeout' },
    { name: 'a changed row', answer: vendorError(409, 'Request_EntityChanged'), code: 'conflict' },
  ],
  scenarios: {
    customers: {
      search: { q: 'bright', limit: 50 },
      miss: { q: 'nobody at all', limit: 50 },
      get: { number: '10000' },
      unknown: { number: '99999' },
    },
    items: {
      search: { q: 'bearing', limit: 50 },
      miss: { q: 'nothing', limit: 50 },
      get: { number: 'BRG-6204' },
      unknown: { number: 'NO-SUCH' },
    },
    orders: { list: { customer: '10000', limit: 50 }, get: { number: '101001' }, unknown: { number: '999999' } },
    availability: { list: { items: ['BRG-6204', 'HOSE-12'] }, unknownItem: 'NO-SUCH' },
    prices: {
      quote: {
        customer: '10000',
        items: [
          { item: 'HOSE-12', quantity: '12.5', unit: 'FT' },
          { item: 'BRG-6204', quantity: '10', unit: 'EA' },
        ],
      },
      unknownItem: 'NO-SUCH',
      unpricedItem: 'FREE-1',
    },
    shipments: { list: { customer: '10000', limit: 50 }, unknown: { order: '999999', limit: 50 } },
    invoices: { list: { customer: '10000', limit: 50 }, unknown: { customer: '99999', limit: 50 } },
    credit: { get: { customer: '10000' }, unknown: { customer: '99999' } },
  },
  events: {
    accepted: [
      { notice: notice([aChange({ set: 'salesOrders' })]), changes: [{ kind: 'order', key: ANY_KEY, hard: false }] },
      {
        notice: notice([aChange({ set: 'items' }), aChange({ set: 'customers' }), aChange({ set: 'items', id: 2 })]),
        changes: [
          { kind: 'item', key: ANY_KEY, hard: false },
          { kind: 'customer', key: ANY_KEY, hard: false },
        ],
      },
      { notice: notice([aChange({ set: 'vendors' })]), changes: [] },
    ],
    wrongSecret: notice([aChange({ set: 'items' })], 'not-the-secret'),
    unreadable: { ...notice([]), body: '{"value": [' },
  },
};

describeErpAdapterContract(contract);
