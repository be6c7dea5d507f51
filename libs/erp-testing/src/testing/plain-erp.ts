import type { ReplayExchange, ReplayRequest } from '../replay/replay-server';

/** An ERP with the simplest wire format there is, to try the suite on. */
export const PLAIN_TOKEN = 'plain-access-token-8812';
export const PLAIN_SECRET = 'plain-secret-5519';

const ORDERS = [
  { number: '1', orderedOn: '2026-11-01', customer: 'C1', total: '10.00' },
  { number: '2', orderedOn: '2026-11-02', customer: 'C1', total: '20.50' },
  { number: '3', orderedOn: '2026-11-03', customer: 'C1', total: '30.00' },
  { number: '4', orderedOn: '2026-11-04', customer: 'C1', total: '0.10' },
  { number: '5', orderedOn: '2026-11-05', customer: 'C2', total: '7.00' },
];

const PRICES: Readonly<Record<string, string | null>> = { A: '1.50', B: '2.25', FREE: null };

function parameters(request: ReplayRequest): URLSearchParams {
  return new URL(request.path, 'http://erp.example').searchParams;
}

function isSigned(request: ReplayRequest): boolean {
  return request.headers['authorization'] === `Bearer ${PLAIN_TOKEN}`;
}

function exchange(name: string, path: string, body: (parameters: URLSearchParams) => unknown): ReplayExchange {
  return {
    name,
    matches: (request) => request.path.split('?')[0] === path,
    answer: (request) => (isSigned(request) ? { body: body(parameters(request)) } : { status: 401, body: {} }),
  };
}

export const PLAIN_EXCHANGES: readonly ReplayExchange[] = [
  { name: 'token', matches: ({ path }) => path === '/token', answer: { body: { token: PLAIN_TOKEN } } },
  exchange('orders', '/orders', (given) => ({
    rows: ORDERS.filter(({ customer }) => given.getAll('customer').includes(customer)),
  })),
  exchange('order', '/order', (given) => ({ rows: ORDERS.filter(({ number }) => number === given.get('number')) })),
  exchange('prices', '/prices', (given) => ({
    rows: given.getAll('item').flatMap((item) => (item in PRICES ? [{ item, price: PRICES[item] }] : [])),
  })),
  { name: 'audit', matches: ({ path }) => path === '/audit', answer: { body: { rows: [] } } },
];
