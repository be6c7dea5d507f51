import {
  describeErpAdapterContract,
  type ErpAdapterContract,
  type ReplayAnswer,
  VENDOR_WORDS,
} from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createInforSxeAdapter } from './index';
import { notice, sxEventXml } from './testing/sxe-notices';
import { ACCESS_TOKEN, isSxeRead, SXE_EXCHANGES, TOKEN_PATH } from './testing/sxe-exchanges';
import { SXE_SECRETS, sxeSettings } from './testing/sxe-settings';

function businessError(text: string, status = 200): ReplayAnswer {
  return { status, body: { response: { cErrorMessage: `${text} ${VENDOR_WORDS}` } } };
}

const contract: ErpAdapterContract = {
  adapter: createInforSxeAdapter({ clock: systemClock }),
  settings: (origin) => sxeSettings(origin),
  company: '1',
  secrets: [...Object.values(SXE_SECRETS), ACCESS_TOKEN],
  exchanges: SXE_EXCHANGES,
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  isRead: isSxeRead,
  refusedCredentials: { status: 400, body: { error: 'invalid_grant', error_description: `${VENDOR_WORDS} is locked` } },
  refusals: [
    { name: 'a security message with 200', answer: businessError('Security Not Allowed'), code: 'forbidden' },
    { name: 'a security message with 400', answer: businessError('Security Not Allowed', 400), code: 'forbidden' },
    { name: 'an unknown company', answer: businessError('Company 7 Not Set Up in SA'), code: 'invalid-request' },
    { name: 'a locked record', answer: businessError('Record is locked by another user'), code: 'unavailable' },
    { name: 'an error of unknown meaning', answer: businessError('Something odd happened'), code: 'bad-response' },
    { name: 'a 400 without a message', answer: { status: 400, body: VENDOR_WORDS }, code: 'invalid-request' },
    { name: 'an unknown suite path', answer: { status: 404, body: VENDOR_WORDS }, code: 'unavailable' },
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
      get: { number: '100231' },
      unknown: { number: '999999' },
      many: { customers: ['1001', '1002'], unknown: '9999' },
    },
    availability: { list: { items: ['BRG-6204', 'HOSE-12'] }, unknownItem: 'NO-SUCH' },
    prices: {
      quote: {
        customer: '1001',
        warehouse: 'MAIN',
        items: [
          { item: 'HOSE-12', quantity: '12.5', unit: 'FT' },
          { item: 'BRG-6204', quantity: '10', unit: 'EA' },
        ],
      },
      unknownItem: 'NO-SUCH',
      unpricedItem: 'NOPRICE-1',
    },
    shipments: { list: { customer: '1001', limit: 50 }, unknown: { order: '999999', limit: 50 } },
    invoices: { list: { customer: '1001', limit: 50 }, unknown: { customer: '9999', limit: 50 } },
    credit: { get: { customer: '1001' }, unknown: { customer: '9999' } },
  },
  events: {
    accepted: [
      {
        notice: notice(
          sxEventXml({ table: 'oeeh', values: { cono: '1', orderno: '100231', ordersuf: '01', custno: '1001' } }),
        ),
        changes: [{ kind: 'order', key: '100231', customer: '1001', hard: false }],
      },
      {
        notice: notice(sxEventXml({ table: 'icsw', values: { cono: '1', prod: 'BRG-6204', whse: 'MAIN' } })),
        changes: [{ kind: 'availability', key: 'BRG-6204', hard: false }],
      },
      { notice: notice(sxEventXml({ table: 'icsw', values: { cono: '2', prod: 'BRG-6204' } })), changes: [] },
      { notice: notice(sxEventXml({ table: 'sastaz', values: { cono: '1' } })), changes: [] },
    ],
    wrongSecret: notice(sxEventXml({ table: 'oeeh', values: { orderno: '1' } }), 'not-the-secret'),
    unreadable: notice('<SyncSXEvent><ApplicationArea>'),
  },
};

describeErpAdapterContract(contract);
