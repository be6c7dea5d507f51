import type { ReplayAnswer, ReplayExchange, ReplayRequest } from '@headwater/erp-testing';
import { sapApi } from '../client/apis';
import { availabilityCheck } from './s4-availability-check';
import { type GatewayOptions, S4Gateway } from './s4-gateway';
import { simulated } from './s4-simulation';

export const TOKEN_PATH = '/sap/bc/sec/oauth2/token';
export const ACCESS_TOKEN = 'a-saml-bearer-token-3f1c9d';
export const CSRF_TOKEN = 'csrf-1-77aa==';
export const SESSION_COOKIE = 'SAP_SESSIONID_ABC_100=session%2d1';
/** A 401 comes as a page of the ICF, whatever was asked for. */
const LOGON_FAILED: ReplayAnswer = {
  status: 401,
  headers: { 'content-type': 'text/html', 'www-authenticate': 'Basic realm="SAP NetWeaver"' },
  body: '<html><head><title>Logon Error Message</title></head></html>',
};

const SIMULATION = `${sapApi('simulation').path}/A_SalesOrderSimulation`;

function pathOf(request: ReplayRequest): string {
  return request.path.split('?')[0] ?? '';
}

function urlOf({ headers, path }: ReplayRequest): URL {
  return new URL(path, `http://${headers['host'] ?? 'localhost'}`);
}

export interface S4Options extends GatewayOptions {
  /** Whose calls are taken; those with the token, unless told. */
  readonly authorization?: string;
}

function reading(gateway: S4Gateway, request: ReplayRequest): ReplayAnswer {
  const url = urlOf(request);
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  const api = gateway.apiOf(url);
  const fetched: Readonly<Record<string, string>> =
    request.headers['x-csrf-token'] === 'Fetch' ? { 'x-csrf-token': CSRF_TOKEN } : {};
  const headers = { 'set-cookie': `${SESSION_COOKIE}; path=/; secure; HttpOnly`, ...fetched };
  if (api !== undefined && name === '$metadata') {
    return { headers: { ...headers, 'content-type': 'application/xml' }, body: gateway.metadata(api) };
  }
  if (name === '') return { headers, body: { d: { EntitySets: [] } } };
  const answer = api === 'atp' ? availabilityCheck(name, url.searchParams) : gateway.answer(url);
  return answer === undefined ? { status: 404, body: '' } : { ...answer, headers };
}

/** A token holds only together with the session it was fetched in. */
function writing(request: ReplayRequest): ReplayAnswer {
  const isKnown = request.headers['x-csrf-token'] === CSRF_TOKEN;
  const inSession = (request.headers['cookie'] ?? '').includes(SESSION_COOKIE);
  if (isKnown && inSession) return simulated(request.body);
  return {
    status: 403,
    headers: { 'x-csrf-token': 'Required', 'content-type': 'text/plain' },
    body: 'CSRF token validation failed',
  };
}

/** SAP S/4HANA with a handful of customers, items and documents, as far as the adapter asks. */
export function s4Exchanges(options: S4Options = {}): readonly ReplayExchange[] {
  const gateway = new S4Gateway(options);
  const authorization = options.authorization ?? `Bearer ${ACCESS_TOKEN}`;
  const signed =
    (answer: (request: ReplayRequest) => ReplayAnswer) =>
    (request: ReplayRequest): ReplayAnswer =>
      request.headers['authorization'] === authorization ? answer(request) : LOGON_FAILED;
  return [
    {
      name: 'token',
      matches: ({ method, path }) => method === 'POST' && path === TOKEN_PATH,
      answer: { body: { access_token: ACCESS_TOKEN, token_type: 'Bearer', expires_in: 3600, scope: 'A' } },
    },
    {
      name: 'simulation',
      matches: (request) => request.method === 'POST' && pathOf(request) === SIMULATION,
      answer: signed(writing),
    },
    {
      name: 'reads',
      matches: (request) => request.method === 'GET' && gateway.apiOf(urlOf(request)) !== undefined,
      answer: signed((request) => reading(gateway, request)),
    },
  ];
}

/** What the adapter is known to read by: GET, and the simulation that is never saved. */
export function isS4Read(request: ReplayRequest): boolean {
  return request.method === 'GET' || (request.method === 'POST' && pathOf(request) === SIMULATION);
}
