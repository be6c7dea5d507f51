import type { ReplayAnswer, ReplayExchange, ReplayRequest } from '@headwater/erp-testing';
import { bcAnswer, batchAnswer, NO_ROUTE } from './bc-answers';
import { BC_SECRETS } from './bc-settings';

export const TOKEN_PATH = '/contoso.example/oauth2/v2.0/token';
export const ACCESS_TOKEN = 'eyJaccess.token-bc-71d2.sig';
export const ROOT = '/v2.0/contoso.example/Production';
export const BASIC = `Basic ${Buffer.from(`HEADWATER:${BC_SECRETS.webServiceKey}`).toString('base64')}`;

const UNAUTHORIZED: ReplayAnswer = {
  status: 401,
  body: {
    error: { code: 'Authentication_InvalidCredentials', message: 'The server has rejected the client credentials.' },
  },
};

function isSigned({ headers, path }: ReplayRequest): boolean {
  return headers['authorization'] === (path.startsWith('/BC/') ? BASIC : `Bearer ${ACCESS_TOKEN}`);
}

function signed(answer: (request: ReplayRequest) => ReplayAnswer) {
  return (request: ReplayRequest): ReplayAnswer => (isSigned(request) ? answer(request) : UNAUTHORIZED);
}

function isBelowRoot(path: string): boolean {
  return path.startsWith(`${ROOT}/`) || path.startsWith('/BC/');
}

const token: ReplayExchange = {
  name: 'token',
  matches: ({ method, path }) => method === 'POST' && path === TOKEN_PATH,
  answer: { body: { token_type: 'Bearer', expires_in: 3599, access_token: ACCESS_TOKEN } },
};

const batch: ReplayExchange = {
  name: '$batch',
  matches: ({ method, path }) => method === 'POST' && isBelowRoot(path) && path.endsWith('/$batch'),
  answer: signed(({ path, body }) =>
    path.endsWith('/api/headwater/crm/v1.0/$batch')
      ? batchAnswer(JSON.parse(body) as Parameters<typeof batchAnswer>[0])
      : NO_ROUTE,
  ),
};

const reads: ReplayExchange = {
  name: 'reads',
  matches: ({ method, path }) => method === 'GET' && isBelowRoot(path),
  answer: signed(({ path }) => bcAnswer(path)),
};

/** Business Central, online and on-premises, with a handful of customers, items and documents. */
export const BC_EXCHANGES: readonly ReplayExchange[] = [token, batch, reads];

/** A `$batch` reads where all of its parts do. */
export function isBcRead({ method, path, body }: ReplayRequest): boolean {
  if (method === 'GET') return true;
  if (method !== 'POST' || !path.endsWith('/api/headwater/crm/v1.0/$batch')) return false;
  const { requests } = JSON.parse(body) as { readonly requests: readonly { readonly method: string }[] };
  return requests.every((request) => request.method === 'GET');
}
