import type { SettingValues } from '@headwater/erp-contracts';
import { type ErpAdapterContract, type ReplayAnswer, VENDOR_WORDS, type VendorRefusal } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createDynamics365FscmAdapter } from '../dynamics365-fscm.adapter';
import { odataError } from './fscm-environment';
import {
  ACCESS_TOKEN,
  fscmExchanges,
  isFscmRead,
  isTokenRequest,
  VISIBILITY_ASSERTION,
  VISIBILITY_TOKEN,
} from './fscm-exchanges';
import { businessEvent, executionContext, notice, webhook } from './fscm-notices';
import { FSCM_SECRETS } from './fscm-settings';

function hidden(status: number, message: string, type?: string): ReplayAnswer {
  return odataError(status, `${message} ${VENDOR_WORDS}`, type);
}

const THROTTLED: ReplayAnswer = {
  status: 429,
  headers: { 'retry-after': '12' },
  body: {
    Message: `Number of requests exceeded the limit of 6000 over the time window of 300 seconds. ${VENDOR_WORDS}`,
  },
};

/** Every way in which Dynamics 365 says no while the exchange itself goes well. */
const REFUSALS: readonly VendorRefusal[] = [
  { name: 'too many requests', answer: THROTTLED, code: 'rate-limited', retryAfterMs: 12_000 },
  {
    name: 'too many requests at once, told with 500',
    answer: hidden(500, 'Number of concurrent requests exceeded the limit of 52.'),
    code: 'rate-limited',
  },
  {
    name: 'high resource utilization, told in a bare message',
    answer: {
      status: 400,
      headers: { 'retry-after': '3' },
      body: { Message: `could not be processed due to system experiencing high resource utilization ${VENDOR_WORDS}` },
    },
    code: 'rate-limited',
    retryAfterMs: 3_000,
  },
  {
    name: 'missing rights, hidden with 400',
    answer: hidden(400, 'Access denied to table CustTable.'),
    code: 'forbidden',
  },
  { name: 'missing rights, hidden with 500', answer: hidden(500, 'The user is not authorized.'), code: 'forbidden' },
  { name: 'a deadlock', answer: hidden(500, 'Cannot select a record. A deadlock occurred.'), code: 'unavailable' },
  { name: 'a time-out of the database', answer: hidden(500, 'Execution Timeout Expired.'), code: 'timeout' },
  {
    name: 'a fault of the query layer with 500',
    answer: hidden(500, 'Something about a type.'),
    code: 'invalid-request',
  },
  {
    name: 'a business fault of unknown meaning',
    answer: hidden(
      500,
      'Something odd happened.',
      'Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException',
    ),
    code: 'bad-response',
  },
  {
    name: 'a 500 that explains nothing',
    answer: { status: 500, body: { Message: 'An error has occurred.' } },
    code: 'unavailable',
  },
  {
    name: 'an error inside a 200',
    answer: { ...hidden(200, 'Something odd happened.', ''), status: 200 },
    code: 'bad-response',
  },
  { name: 'a 400 without a reason', answer: { status: 400, body: VENDOR_WORDS }, code: 'invalid-request' },
  {
    name: 'a page of the web server',
    answer: { status: 200, body: `<html>${VENDOR_WORDS}</html>` },
    code: 'bad-response',
  },
];

export interface ContractOptions {
  readonly settings: (origin: string) => SettingValues;
}

/** The contract of the adapter against the replayed environment, by whatever settings. */
export function fscmContract({ settings }: ContractOptions): ErpAdapterContract {
  return {
    adapter: createDynamics365FscmAdapter({ clock: systemClock }),
    settings,
    company: 'usmf',
    secrets: [...Object.values(FSCM_SECRETS), ACCESS_TOKEN, VISIBILITY_ASSERTION, VISIBILITY_TOKEN],
    exchanges: fscmExchanges(),
    isTokenRequest,
    isRead: isFscmRead,
    refusedCredentials: {
      status: 401,
      body: { error: 'invalid_client', error_description: `AADSTS7000215 ${VENDOR_WORDS}`, error_codes: [7000215] },
    },
    refusals: REFUSALS,
    scenarios: {
      customers: {
        search: { q: 'contoso', limit: 50 },
        miss: { q: 'nobody at all', limit: 50 },
        get: { number: 'US-001' },
        unknown: { number: 'NOPE' },
      },
      items: {
        search: { q: 'bearing', limit: 50 },
        miss: { q: 'nothing', limit: 50 },
        get: { number: 'BRG-6204' },
        unknown: { number: 'NO-SUCH' },
      },
      orders: { list: { customer: 'US-001', limit: 50 }, get: { number: '000002' }, unknown: { number: '999999' } },
      availability: { list: { items: ['BRG-6204', 'HOSE 12'] }, unknownItem: 'NO-SUCH' },
      prices: {
        quote: {
          customer: 'US-001',
          items: [
            { item: 'HOSE 12', quantity: '12.5' },
            { item: 'BRG-6204', quantity: '10', unit: 'EA' },
          ],
        },
        unknownItem: 'NO-SUCH',
        unpricedItem: 'NOPRICE-1',
      },
      shipments: { list: { customer: 'US-001', limit: 50 }, unknown: { order: '999999', limit: 50 } },
      invoices: { list: { customer: 'US-001', limit: 50 }, unknown: { customer: 'NOPE', limit: 50 } },
      credit: { get: { customer: 'US-001' }, unknown: { customer: 'NOPE' } },
    },
    events: {
      accepted: [
        {
          notice: notice(
            businessEvent('SalesInvoicePostedBusinessEvent', {
              InvoiceAccount: 'US-001',
              InvoiceId: 'CIV-003',
              SalesId: '000002',
            }),
          ),
          changes: [{ kind: 'invoice', key: 'CIV-003', customer: 'US-001', order: '000002', hard: false }],
        },
        {
          notice: webhook(
            executionContext('mserp_salesorderheaderv2entity', {
              mserp_salesordernumber: '000002',
              mserp_orderingcustomeraccountnumber: 'US-001',
            }),
          ),
          changes: [{ kind: 'order', key: '000002', customer: 'US-001', hard: false }],
        },
        { notice: notice(businessEvent('SalesInvoicePostedBusinessEvent', { LegalEntity: 'dat' })), changes: [] },
        { notice: notice(businessEvent('PurchaseOrderConfirmedBusinessEvent')), changes: [] },
      ],
      wrongSecret: notice(businessEvent('SalesInvoicePostedBusinessEvent'), 'not-the-secret'),
      unreadable: notice('{"BusinessEventId": '),
    },
  };
}
