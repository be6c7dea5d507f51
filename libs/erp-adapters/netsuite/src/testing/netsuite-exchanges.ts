import type { KeyObject } from 'node:crypto';
import type { ReplayAnswer, ReplayExchange, ReplayRequest } from '@headwater/erp-testing';
import { checkedAssertion } from './assertion-check';
import { type AskedPrices, restletAnswer } from './fake-restlet';
import { refusal, suiteQlAnswer } from './fake-suiteql';
import { SALES_ORDERS } from './fixtures';
import { EC_KEY } from './netsuite-keys';

export const TOKEN_PATH = '/services/rest/auth/oauth2/v1/token';
export const ACCESS_TOKEN = 'eyJaccess.token-3f1c9d.sig';
const SUITEQL_PATH = '/services/rest/query/v1/suiteql';
const ORDER_PATH = '/services/rest/record/v1/salesOrder/';
const RESTLET_PATH = '/app/site/hosting/restlet.nl';

const UNAUTHORIZED = refusal(
  401,
  'INVALID_LOGIN',
  'Invalid login attempt. For more details, see the Login Audit Trail.',
);

/** Whether a request may be answered. */
export type SignatureCheck = (request: ReplayRequest) => boolean;

export const byBearer: SignatureCheck = ({ headers }) => headers['authorization'] === `Bearer ${ACCESS_TOKEN}`;

/** What the token endpoint makes of an assertion, as NetSuite's would. */
export function tokenAnswer(request: ReplayRequest, key: KeyObject): ReplayAnswer {
  const form = new URLSearchParams(request.body);
  const assertion = checkedAssertion(request.body, key);
  const { iss, aud, iat, exp } = assertion?.claims ?? {};
  const isSound =
    form.get('grant_type') === 'client_credentials' &&
    form.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' &&
    assertion?.header['kid'] === 'certificate-12bd' &&
    assertion.header['typ'] === 'JWT' &&
    iss === 'client-4411' &&
    typeof aud === 'string' &&
    aud.endsWith(TOKEN_PATH) &&
    Number(exp) - Number(iat) < 3600;
  if (!isSound) return { status: 400, body: { error: 'invalid_request' } };
  // As a text, as it has been seen.
  return { body: { access_token: ACCESS_TOKEN, token_type: 'bearer', expires_in: '3600' } };
}

function signed(isSigned: SignatureCheck, answer: (request: ReplayRequest) => ReplayAnswer) {
  return (request: ReplayRequest): ReplayAnswer => (isSigned(request) ? answer(request) : UNAUTHORIZED);
}

function pathOf({ path }: ReplayRequest): string {
  return path.split('?')[0] ?? '';
}

function orderAnswer(request: ReplayRequest): ReplayAnswer {
  const id = pathOf(request).slice(ORDER_PATH.length);
  const order = SALES_ORDERS[id];
  if (order === undefined) return refusal(404, 'NONEXISTENT_ID', 'The record instance does not exist.');
  if (request.path.includes('expandSubResources=true')) return { body: order };
  return { body: { ...(order as object), item: { links: [] } } };
}

/** NetSuite with a handful of customers, items and orders; `isSigned` says who may ask. */
export function netsuiteExchanges(
  isSigned: SignatureCheck,
  key: KeyObject = EC_KEY.publicKey,
): readonly ReplayExchange[] {
  return [
    {
      name: 'token',
      matches: ({ method, path }) => method === 'POST' && path === TOKEN_PATH,
      answer: (request) => tokenAnswer(request, key),
    },
    {
      name: 'SuiteQL',
      matches: (request) => request.method === 'POST' && pathOf(request) === SUITEQL_PATH,
      answer: signed(isSigned, (request) => suiteQlAnswer(request)),
    },
    {
      name: 'sales order',
      matches: (request) => request.method === 'GET' && pathOf(request).startsWith(ORDER_PATH),
      answer: signed(isSigned, orderAnswer),
    },
    {
      name: 'price RESTlet',
      matches: (request) => request.method === 'POST' && pathOf(request) === RESTLET_PATH,
      answer: signed(isSigned, ({ body }) => restletAnswer(JSON.parse(body) as AskedPrices)),
    },
  ];
}

export const NETSUITE_EXCHANGES = netsuiteExchanges(byBearer);

/** SuiteQL and RESTlets are read by POST; of the first only what begins with SELECT. */
export function isNetsuiteRead(request: ReplayRequest): boolean {
  const path = pathOf(request);
  if (request.method === 'GET') return path.startsWith(ORDER_PATH);
  if (request.method !== 'POST') return false;
  return path === RESTLET_PATH || (path === SUITEQL_PATH && request.body.startsWith('{"q":"SELECT '));
}
