import type { ReplayAnswer, ReplayExchange, ReplayRequest } from '@headwater/erp-testing';
import { CALL_ANSWERS, type SxeRequest } from './sxe-calls';
import { tableAnswer } from './sxe-tables';

export const TOKEN_PATH = '/ACME_TRN/as/token.oauth2';
export const ACCESS_TOKEN = 'eyJaccess.token-3f1c9d.sig';
const CALL_PATH = '/ACME_TRN/SX/web/sxapirestservice/';
const FETCH_WHERE_PATH = '/ACME_TRN/SX/rest/serviceinterface/proxy/FetchWhere';

/** Fields of a request body, envelope removed. */
function bodyOf(request: ReplayRequest): SxeRequest {
  const body = JSON.parse(request.body) as { readonly request?: SxeRequest } & SxeRequest;
  return body.request ?? body;
}

function isSigned(request: ReplayRequest): boolean {
  return request.headers['authorization'] === `Bearer ${ACCESS_TOKEN}`;
}

const UNAUTHORIZED: ReplayAnswer = { status: 401, body: { error: 'Unauthorized' } };

const token: ReplayExchange = {
  name: 'token',
  matches: ({ method, path }) => method === 'POST' && path === TOKEN_PATH,
  answer: { body: { access_token: ACCESS_TOKEN, token_type: 'Bearer', expires_in: 7200 } },
};

const fetchWhere: ReplayExchange = {
  name: 'FetchWhere',
  matches: ({ method, path }) => method === 'POST' && path === FETCH_WHERE_PATH,
  answer: (request) => (isSigned(request) ? { body: tableAnswer(bodyOf(request)) } : UNAUTHORIZED),
};

const calls: readonly ReplayExchange[] = Object.entries(CALL_ANSWERS).map(([name, answer]) => ({
  name,
  matches: ({ method, path }) => method === 'POST' && path === `${CALL_PATH}${name}`,
  answer: (request) =>
    isSigned(request) ? { body: { response: { cErrorMessage: '', ...answer(bodyOf(request)) } } } : UNAUTHORIZED,
}));

/** SX.e with a handful of customers, items and orders, as far as the adapter asks. */
export const SXE_EXCHANGES: readonly ReplayExchange[] = [token, fetchWhere, ...calls];

/** The calls the adapter is known to read by; SX.e reads by POST. */
export function isSxeRead({ method, path }: ReplayRequest): boolean {
  if (method !== 'POST') return false;
  return path === FETCH_WHERE_PATH || Object.keys(CALL_ANSWERS).some((name) => path === `${CALL_PATH}${name}`);
}
