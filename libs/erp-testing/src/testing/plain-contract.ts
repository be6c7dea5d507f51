import type { RawErpNotice } from '@headwater/erp-contracts';
import type { ErpAdapterContract } from '../contract/erp-adapter-contract';
import { plainAdapter } from './plain-adapter';
import { PLAIN_EXCHANGES, PLAIN_SECRET, PLAIN_TOKEN } from './plain-erp';
import type { Sin } from './sins';

function notice(body: string, secret = PLAIN_SECRET): RawErpNotice {
  return { method: 'POST', headers: { 'x-secret': secret }, query: {}, body };
}

/** The contract of the plain adapter, sound or sinful. */
export function plainContract(...sins: readonly Sin[]): ErpAdapterContract {
  return {
    adapter: plainAdapter(...sins),
    settings: (origin) => ({ url: origin, secret: PLAIN_SECRET }),
    company: '7',
    secrets: [PLAIN_SECRET, PLAIN_TOKEN],
    exchanges: PLAIN_EXCHANGES,
    isTokenRequest: ({ path }) => path === '/token',
    isRead: ({ method, path }) => method === 'GET' && path !== '/audit',
    refusedCredentials: { status: 401, body: {} },
    refusals: [],
    scenarios: {
      orders: {
        list: { customer: 'C1', limit: 10 },
        get: { number: '2' },
        unknown: { number: '99' },
        many: { customers: ['C1', 'C2'], unknown: 'C9' },
      },
      prices: {
        quote: { customer: 'C1', items: [{ item: 'A', quantity: '1' }] },
        unknownItem: 'ZZZ',
        unpricedItem: 'FREE',
      },
    },
    events: {
      accepted: [{ notice: notice('order 2'), changes: [{ kind: 'order', key: '2', hard: false }] }],
      wrongSecret: notice('order 2', 'wrong'),
      unreadable: notice('?'),
    },
  };
}
