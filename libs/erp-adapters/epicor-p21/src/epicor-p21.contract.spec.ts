import {
  describeErpAdapterContract,
  type ErpAdapterContract,
  type ReplayAnswer,
  VENDOR_WORDS,
} from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createEpicorP21Adapter } from './index';
import { ACCESS_TOKEN, envelope, isP21Read, p21Exchanges, TOKEN_PATH } from './testing/p21-exchanges';
import { notice } from './testing/p21-notices';
import { P21_SECRETS, p21Settings } from './testing/p21-settings';

function refusing(
  text: string,
  { status = 500, type }: { readonly status?: number; readonly type?: string } = {},
): ReplayAnswer {
  return { status, body: envelope(`${text} ${VENDOR_WORDS}`, type) };
}

const contract: ErpAdapterContract = {
  adapter: createEpicorP21Adapter({ clock: systemClock }),
  settings: (origin) => p21Settings(origin),
  company: 'ACME',
  secrets: [...Object.values(P21_SECRETS), ACCESS_TOKEN],
  exchanges: p21Exchanges(),
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  isRead: isP21Read,
  refusedCredentials: { status: 400, body: { error: 'invalid_grant', error_description: `${VENDOR_WORDS} is locked` } },
  refusals: [
    {
      name: 'a missing table permission, as 401',
      answer: { status: 401, body: `You are not authorized to access API ${VENDOR_WORDS}` },
      code: 'forbidden',
    },
    {
      name: 'a scope that is too small',
      answer: { status: 403, body: { error: 'insufficient_scope' } },
      code: 'forbidden',
    },
    { name: 'an empty 404', answer: { status: 404, body: '' }, code: 'bad-response' },
    {
      name: 'an unknown column, as 404',
      answer: { status: 404, body: `Could not find a property named '${VENDOR_WORDS}' on type 'dbo.y'` },
      code: 'bad-response',
    },
    {
      name: 'a literal of the wrong type, as 404',
      answer: { status: 404, body: { error: { code: '', message: `incompatible types ${VENDOR_WORDS}` } } },
      code: 'bad-response',
    },
    {
      name: 'an unknown path',
      answer: { status: 404, body: `<html><p>Endpoint not found. ${VENDOR_WORDS}</p></html>` },
      code: 'unavailable',
    },
    {
      name: 'a wrong parameter',
      answer: refusing('companyId', { type: 'System.ArgumentException' }),
      code: 'invalid-request',
    },
    { name: 'a permission in an envelope', answer: refusing('You have no permission'), code: 'forbidden' },
    { name: 'a locked session in an envelope', answer: refusing('The session pool is busy'), code: 'unavailable' },
    {
      name: 'an error envelope inside a 200',
      answer: refusing('The query is locked', { status: 200 }),
      code: 'unavailable',
    },
    {
      name: 'an OData error inside a 200',
      answer: { body: { error: { code: '1', message: VENDOR_WORDS } } },
      code: 'bad-response',
    },
    { name: 'an empty 500, as without Accept', answer: { status: 500, body: '' }, code: 'unavailable' },
  ],
  scenarios: {
    customers: {
      search: { q: 'bright', limit: 50 },
      miss: { q: 'nobody at all', limit: 50 },
      get: { number: '100198' },
      unknown: { number: '9999' },
    },
    items: {
      search: { q: 'bearing', limit: 50 },
      miss: { q: 'nothing', limit: 50 },
      get: { number: 'BRG-6204' },
      unknown: { number: 'NO-SUCH' },
    },
    orders: {
      list: { customer: '100198', limit: 50 },
      get: { number: '100231' },
      unknown: { number: '999999' },
      many: { customers: ['100198', '100199'], unknown: '9999' },
    },
    availability: { list: { items: ['BRG-6204', 'HOSE-12'] }, unknownItem: 'NO-SUCH' },
    prices: {
      quote: {
        customer: '100198',
        warehouse: '10',
        items: [
          { item: 'HOSE-12', quantity: '12.5', unit: 'FT' },
          { item: 'BRG-6204', quantity: '10', unit: 'EA' },
        ],
      },
      unknownItem: 'NO-SUCH',
      unpricedItem: 'NOPRICE-1',
    },
    shipments: { list: { customer: '100198', limit: 50 }, unknown: { order: '999999', limit: 50 } },
    invoices: { list: { customer: '100198', limit: 50 }, unknown: { customer: '9999', limit: 50 } },
    credit: {
      get: { customer: '100198' },
      unknown: { customer: '9999' },
      many: { customers: ['100198', '100199'], unknown: '9999' },
    },
  },
  events: {
    accepted: [
      {
        notice: notice({ id: 'n1', table: 'oe_hdr', key: '100231', customer: 100198 }),
        changes: [{ kind: 'order', key: '100231', customer: '100198', hard: false }],
      },
      {
        notice: notice({ id: 'n2', table: 'inv_loc', key: 'BRG-6204' }),
        changes: [{ kind: 'availability', key: 'BRG-6204', hard: false }],
      },
      { notice: notice({ id: 'n3', table: 'oe_hdr', key: '1', company: 'OTHER' }), changes: [] },
      { notice: notice({ id: 'n4', table: 'po_hdr', key: '1' }), changes: [] },
    ],
    wrongSecret: notice({ id: 'n5', table: 'oe_hdr', key: '1' }, 'not-the-secret'),
    unreadable: notice('{"table":"oe_hdr"'),
  },
};

describeErpAdapterContract(contract);
