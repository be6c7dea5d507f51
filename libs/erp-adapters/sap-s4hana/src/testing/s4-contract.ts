import type { SettingValues } from '@headwater/erp-contracts';
import { type ErpAdapterContract, type ReplayAnswer, VENDOR_WORDS } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createSapS4hanaAdapter } from '../sap-s4hana.adapter';
import { ACCESS_TOKEN, CSRF_TOKEN, isS4Read, s4Exchanges, TOKEN_PATH } from './s4-exchanges';
import { s4Error } from './s4-gateway';
import { structured } from './s4-notices';
import { S4_KEY_LINE, S4_SECRETS, s4Settings } from './s4-settings';

function html(text: string, status = 200): ReplayAnswer {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<html><body>${text} ${VENDOR_WORDS}</body></html>`,
  };
}

function odata(status: number, code: string, text: string): ReplayAnswer {
  return { status, body: s4Error(code, `${text} ${VENDOR_WORDS}`) };
}

const ATOM_ERROR = `<?xml version="1.0"?><error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><code>/IWBEP/CM_MGW_RT/026</code><message xml:lang="en">No service found ${VENDOR_WORDS}</message></error>`;

const order = 'sap.s4.beh.salesorder.v1.SalesOrder.Changed.v1';

/** What the contract suite asks of this adapter; settings say otherwise where a version differs. */
export function s4Contract(overrides: SettingValues = {}): ErpAdapterContract {
  return {
    adapter: createSapS4hanaAdapter({ clock: systemClock }),
    settings: (origin) => s4Settings(origin, overrides),
    company: '1710',
    secrets: [...Object.values(S4_SECRETS), S4_KEY_LINE, ACCESS_TOKEN, CSRF_TOKEN],
    exchanges: s4Exchanges(),
    isTokenRequest: ({ path }) => path === TOKEN_PATH,
    isRead: isS4Read,
    refusedCredentials: {
      status: 401,
      headers: { 'content-type': 'text/html' },
      body: `<html>Logon failed ${VENDOR_WORDS}</html>`,
    },
    refusals: [
      { name: 'an API nobody activated', answer: odata(403, '/IWFND/MED/170', 'No service'), code: 'unsupported' },
      { name: 'an unknown API in Atom', answer: { status: 404, body: ATOM_ERROR }, code: 'unsupported' },
      { name: 'an unknown API as a page', answer: html('No service found for namespace', 404), code: 'unsupported' },
      { name: 'a missing authorization', answer: odata(403, 'SY/530', 'You are not authorized'), code: 'forbidden' },
      { name: 'an unknown property', answer: odata(400, '/IWBEP/CM_MGW_RT/170', 'Property'), code: 'invalid-request' },
      { name: 'a page to sign in on', answer: html('<input type="password">'), code: 'unauthorized' },
      { name: 'a failed logon as a page', answer: html('Logon failed', 401), code: 'unauthorized' },
      { name: 'maintenance as a page', answer: html('Down for maintenance', 503), code: 'unavailable' },
      { name: 'a 404 of a proxy', answer: html('Not Found', 404), code: 'unavailable' },
      { name: 'an error body with 200', answer: odata(200, 'SY/530', 'An exception'), code: 'bad-response' },
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
        get: { number: 'TG10' },
        unknown: { number: 'NO-SUCH' },
      },
      orders: { list: { customer: '1001', limit: 50 }, get: { number: '4500' }, unknown: { number: '999999' } },
      availability: { list: { items: ['TG10', '21'] }, unknownItem: 'NO-SUCH' },
      prices: {
        quote: {
          customer: '1001',
          warehouse: '1710',
          items: [
            { item: '21', quantity: '12.5', unit: 'FT' },
            { item: 'TG10', quantity: '10', unit: 'EA' },
          ],
        },
        unknownItem: 'NO-SUCH',
        unpricedItem: 'TG14',
      },
      shipments: { list: { customer: '1001', limit: 50 }, unknown: { order: '999999', limit: 50 } },
      invoices: { list: { customer: '1001', limit: 50 }, unknown: { customer: '9999', limit: 50 } },
      credit: { get: { customer: '1001' }, unknown: { customer: '9999' } },
    },
    events: {
      accepted: [
        {
          notice: structured({ type: order, data: { SalesOrder: '0000004500', SoldToParty: '1001' } }),
          changes: [{ kind: 'order', key: '4500', customer: '1001', hard: false }],
        },
        {
          notice: structured({ type: 'sap.s4.beh.supplierinvoice.v1.SupplierInvoice.Posted.v1', data: { A: '1' } }),
          changes: [],
        },
      ],
      wrongSecret: structured({ type: order, data: { SalesOrder: '1' } }, 'not-the-secret'),
      unreadable: { ...structured({ type: order, data: {} }), body: '{"specversion":' },
    },
  };
}
