import type { ReplayAnswer, ReplayExchange, ReplayRequest } from '@headwater/erp-testing';
import { type Environment, ENVIRONMENT, environmentAnswer } from './fscm-environment';
import { FIXTURES } from './fscm-fixtures';
import { priceServiceAnswer } from './fscm-pricing';
import { PRICE_SERVICE, TENANT } from './fscm-settings';

export const TOKEN_PATH = `/${TENANT}/oauth2/v2.0/token`;
export const ACCESS_TOKEN = 'eyJ0eXAi.environment-token.sig';
export const VISIBILITY_ASSERTION = 'eyJ0eXAi.visibility-assertion.sig';
export const VISIBILITY_TOKEN = 'eyJ0eXAi.visibility-token.sig';
export const VISIBILITY_SCOPE = '0cdb527f-a8d1-4bf8-9436-b352c68682b2/.default';
export const INDEX_QUERY_PATH = '/api/environment/env-77/onhand/indexquery';

const UNAUTHORIZED: ReplayAnswer = { status: 401, body: '' };

function urlOf({ path, headers }: ReplayRequest): URL {
  return new URL(path, `http://${headers['host'] ?? 'localhost'}`);
}

function isSigned(request: ReplayRequest, token: string): boolean {
  return request.headers['authorization'] === `Bearer ${token}`;
}

/** One token for the environment, another to be exchanged for one of the micro-service. */
const token: ReplayExchange = {
  name: 'Entra token',
  matches: ({ method, path }) => method === 'POST' && path === TOKEN_PATH,
  answer: ({ body }) => {
    const isForVisibility = new URLSearchParams(body).get('scope') === VISIBILITY_SCOPE;
    const access_token = isForVisibility ? VISIBILITY_ASSERTION : ACCESS_TOKEN;
    return { body: { token_type: 'Bearer', expires_in: 3599, access_token } };
  },
};

/** Sends everyone on to a region once, as the real one does. */
const securityService: readonly ReplayExchange[] = [
  {
    name: 'security service',
    matches: ({ method, path }) => method === 'POST' && path === '/token',
    answer: { status: 307, headers: { location: '/region/token' }, body: '' },
  },
  {
    name: 'regional security service',
    matches: ({ method, path }) => method === 'POST' && path === '/region/token',
    answer: ({ body }) => {
      const { client_assertion } = JSON.parse(body) as { readonly client_assertion?: string };
      if (client_assertion !== VISIBILITY_ASSERTION) return UNAUTHORIZED;
      return { body: { access_token: VISIBILITY_TOKEN, token_type: 'Bearer', expires_in: 3600 } };
    },
  },
];

const visibility: ReplayExchange = {
  name: 'index query',
  matches: ({ method, path }) => method === 'POST' && path === INDEX_QUERY_PATH,
  answer: (request) => (isSigned(request, VISIBILITY_TOKEN) ? { body: visibleRows(request.body) } : UNAUTHORIZED),
};

/** Site and location are mandatory: without them nothing is found. */
function visibleRows(body: string): unknown {
  const { filters } = JSON.parse(body) as { readonly filters: Readonly<Record<string, readonly string[] | undefined>> };
  return FIXTURES.visible.filter((row) => {
    const dimensions = Object.entries(row['dimensions'] as Readonly<Record<string, string>>);
    const location = dimensions.find(([name]) => name.toLowerCase() === 'locationid')?.[1] ?? '';
    const isPlaced = filters['siteId']?.includes('1') === true && filters['locationId']?.includes(location) === true;
    return isPlaced && filters['productId']?.includes(String(row['productId'])) === true;
  });
}

const priceService: ReplayExchange = {
  name: 'price service',
  matches: ({ method, path }) => method === 'POST' && path === `/${PRICE_SERVICE}`,
  answer: (request) =>
    isSigned(request, ACCESS_TOKEN) ? { body: priceServiceAnswer(JSON.parse(request.body)) } : UNAUTHORIZED,
};

function entities(environment: Environment): ReplayExchange {
  return {
    name: 'entities',
    matches: ({ method, path }) => method === 'GET' && path.startsWith('/data/'),
    answer: (request) =>
      isSigned(request, ACCESS_TOKEN) ? environmentAnswer(environment, urlOf(request)) : UNAUTHORIZED,
  };
}

/** An environment with a handful of customers, items and orders, as far as the adapter asks. */
export function fscmExchanges(environment: Environment = ENVIRONMENT): readonly ReplayExchange[] {
  return [token, ...securityService, visibility, priceService, entities(environment)];
}

/** Reads: every GET below /data/, and the two questions that are asked by POST. */
export function isFscmRead({ method, path }: ReplayRequest): boolean {
  if (method === 'GET') return path.startsWith('/data/');
  return method === 'POST' && [INDEX_QUERY_PATH, `/${PRICE_SERVICE}`].includes(path);
}

export function isTokenRequest({ path }: ReplayRequest): boolean {
  return [TOKEN_PATH, '/token', '/region/token'].includes(path);
}
