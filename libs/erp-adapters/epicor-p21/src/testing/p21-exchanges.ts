import type { ReplayAnswer, ReplayExchange, ReplayRequest } from '@headwater/erp-testing';
import { ODataRefusal } from './odata-filter';
import { METADATA, PRICES, TABLES } from './p21-fixtures';
import { csdlOf, odataAnswer, type P21Site } from './p21-odata';

export const TOKEN_PATH = '/api/security/token/v2';
export const PRICE_PATH = '/api/inventory/parts/prices';
export const ACCESS_TOKEN = 'eyJaccess.token-3f1c9d.sig';
const ODATA = /^\/odataservice\/odata\/(table|view)\/([$\w]+)$/;

export const SITE: P21Site = { metadata: METADATA, tables: TABLES };

export function envelope(text: string, type = 'P21.Business.Common.BusinessException'): unknown {
  return {
    DateTimeStamp: '/Date(1776347610527)/',
    ErrorMessage: text,
    ErrorType: type,
    HostName: 'P21-APP-01',
    InnerException: null,
  };
}

function urlOf({ path }: ReplayRequest): URL {
  return new URL(path, 'http://p21.example');
}

function signed(answer: (request: ReplayRequest) => ReplayAnswer) {
  return (request: ReplayRequest): ReplayAnswer =>
    request.headers['authorization'] === `Bearer ${ACCESS_TOKEN}` && request.headers['accept'] === 'application/json'
      ? answer(request)
      : { status: 401, body: { error: 'Unauthorized' } };
}

const token: ReplayExchange = {
  name: 'token',
  matches: ({ method, path }) => method === 'POST' && path === TOKEN_PATH,
  answer: { body: { AccessToken: ACCESS_TOKEN, RefreshToken: 'r', ExpiresInSeconds: 86400, TokenType: 'Bearer' } },
};

function read(site: P21Site, request: ReplayRequest): ReplayAnswer {
  const url = urlOf(request);
  const [, surface = '', name = ''] = ODATA.exec(decodeURIComponent(url.pathname)) ?? [];
  try {
    const body =
      name === '$metadata' ? csdlOf(site, surface) : odataAnswer(site, `${surface}/${name}`, url.searchParams);
    return { headers: { 'odata-version': '4.0' }, body };
  } catch (error) {
    if (!(error instanceof ODataRefusal)) throw error;
    return { status: 404, body: error.message };
  }
}

function odata(site: P21Site): ReplayExchange {
  return {
    name: 'OData',
    matches: (request) => request.method === 'GET' && ODATA.test(decodeURIComponent(urlOf(request).pathname)),
    answer: signed((request) => read(site, request)),
  };
}

interface PricedItem {
  readonly ItemId: string;
}

/** Fails as a whole for an item it does not know, as far as is known. */
function priceAnswer(request: ReplayRequest): ReplayAnswer {
  const missing = ['companyId', 'customerId', 'salesLocId'].find((name) => !urlOf(request).searchParams.get(name));
  if (missing !== undefined)
    return { status: 500, body: envelope(`${missing} is required`, 'System.ArgumentException') };
  const items = JSON.parse(request.body) as readonly PricedItem[];
  const rows = items.map(({ ItemId }) => PRICES.find((row) => row['ItemId'] === ItemId));
  const unknown = items.find((_, index) => rows[index] === undefined);
  if (unknown === undefined) return { body: rows };
  return { status: 500, body: envelope(`Item ${unknown.ItemId} does not exist.`) };
}

const prices: ReplayExchange = {
  name: 'prices',
  matches: ({ method, path }) => method === 'POST' && path.startsWith(`${PRICE_PATH}?`),
  answer: signed(priceAnswer),
};

/** Prophet 21 with a handful of rows, as far as the adapter asks. */
export function p21Exchanges(site: P21Site = SITE): readonly ReplayExchange[] {
  return [token, odata(site), prices];
}

/** What the adapter is known to read by; prices are read by POST. */
export function isP21Read({ method, path }: ReplayRequest): boolean {
  if (method === 'POST') return path.startsWith(`${PRICE_PATH}?`);
  return method === 'GET' && path.startsWith('/odataservice/odata/');
}
