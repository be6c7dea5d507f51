import { importPKCS8, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { createSimulators, type RunningSimulators, type SimulatorsOptions } from '../create-simulators';
import { createNetsuite } from '../netsuite/netsuite';
import type { NetsuiteOverrides } from '../netsuite/options';
import type { Json, Reply } from './sxe-client';

export interface MachineSheet {
  readonly clientId: string;
  readonly certificateId: string;
  readonly algorithm: string;
  readonly privateKey: string;
}

/** What `/_control/credentials` hands out, as far as specs use it. */
export interface NetsuiteSheet {
  readonly accountId: string;
  readonly machine: MachineSheet;
  readonly machineRsa: MachineSheet;
  readonly tokenBased: Readonly<Record<'consumerKey' | 'consumerSecret' | 'token' | 'tokenSecret' | 'realm', string>>;
  readonly consent: Readonly<Record<'clientId' | 'clientSecret' | 'refreshToken', string>>;
  readonly priceScript: { readonly script: string; readonly deployment: string };
  readonly sharedSecretHeader: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A bare caller of the wire format for the specs: it knows paths and signatures, and nothing of what answers mean. */
export interface NetsuiteClient {
  readonly running: RunningSimulators;
  readonly url: string;
  sheet(): Promise<NetsuiteSheet>;
  token(): Promise<string>;
  /** With a bearer token, unless `headers` hold another authorization. */
  ask<T = Json>(path: string, asking?: Asking): Promise<Reply<T>>;
  /** `search` is the query of the URL, as `?limit=5`. */
  suiteql(q: string, params?: readonly unknown[], search?: string): Promise<Reply<Json>>;
  /** Only the rows, without their links; throws with the answer where it is no 200. */
  rows(q: string, params?: readonly unknown[]): Promise<readonly Json[]>;
  record(path: string): Promise<Reply<Json>>;
  prices(body: unknown): Promise<Reply<Json>>;
  control<T = Json>(path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

export const TOKEN_PATH = '/services/rest/auth/oauth2/v1/token';
export const SUITEQL_PATH = '/services/rest/query/v1/suiteql';
export const RECORD_PATH = '/services/rest/record/v1';

export async function startNetsuite(
  overrides: NetsuiteOverrides = {},
  options: SimulatorsOptions = {},
): Promise<NetsuiteClient> {
  const definitions = [{ index: 2, id: 'netsuite', create: createNetsuite(overrides) }];
  const running = await createSimulators({ definitions, customers: 60, ...options });
  const url = running.url('netsuite');
  const control = async <T>(path: string, body?: unknown): Promise<T> => controlCall<T>(url, path, body);
  let sheet: Promise<NetsuiteSheet> | undefined;
  let known: Promise<string> | undefined;
  const sheetOnce = (): Promise<NetsuiteSheet> => (sheet ??= control<NetsuiteSheet>('credentials'));
  const token = (): Promise<string> => (known ??= sheetOnce().then(({ machine }) => requestToken(url, machine)));
  const ask = async <T>(path: string, asking: Asking = {}): Promise<Reply<T>> => {
    const authorization = asking.headers?.['authorization'] ?? `Bearer ${await token()}`;
    return send<T>(`${url}${path}`, { ...asking, headers: { ...asking.headers, authorization } });
  };
  const suiteql: NetsuiteClient['suiteql'] = (q, params, search = '') =>
    ask(`${SUITEQL_PATH}${search}`, {
      method: 'POST',
      headers: { prefer: 'transient' },
      body: params === undefined ? { q } : { q, params },
    });
  return {
    running,
    url,
    sheet: sheetOnce,
    token,
    ask,
    suiteql,
    rows: async (q, params) => rowsOf(await suiteql(q, params)),
    record: (path) => ask(`${RECORD_PATH}/${path}`),
    prices: async (body) => {
      const { priceScript } = await sheetOnce();
      const query = `script=${priceScript.script}&deploy=${priceScript.deployment}`;
      return ask(`/app/site/hosting/restlet.nl?${query}`, { method: 'POST', body });
    },
    control,
    stop: () => running.stop(),
  };
}

async function send<T>(address: string, { method = 'GET', headers = {}, body }: Asking): Promise<Reply<T>> {
  const answer = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    redirect: 'manual',
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: (text === '' ? {} : JSON.parse(text)) as T, headers: answer.headers };
}

function rowsOf({ status, json, text }: Reply<Json>): readonly Json[] {
  if (status !== 200) throw new Error(`${status}: ${text}`);
  return (json['items'] as readonly Json[]).map(({ links: _, ...row }) => row);
}

async function controlCall<T>(url: string, path: string, body: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${url}/_control/${path}`, init);
  return (await answer.json()) as T;
}

export interface AssertionParts {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly payload?: JWTPayload;
}

/** A good assertion, or one with parts replaced. */
export async function assertionFor(url: string, machine: MachineSheet, parts: AssertionParts = {}): Promise<string> {
  const header = { alg: machine.algorithm, typ: 'JWT', kid: machine.certificateId, ...parts.header };
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: machine.clientId,
    scope: 'rest_webservices,restlets',
    aud: `${url}${TOKEN_PATH}`,
    iat: now,
    exp: now + 300,
    ...parts.payload,
  };
  return new SignJWT(payload).setProtectedHeader(header).sign(await importPKCS8(machine.privateKey, header.alg));
}

export async function tokenAnswer(url: string, form: Readonly<Record<string, string>>): Promise<Reply<Json>> {
  return send(`${url}${TOKEN_PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
}

export function machineForm(assertion: string): Readonly<Record<string, string>> {
  return {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  };
}

export async function requestToken(url: string, machine: MachineSheet, parts: AssertionParts = {}): Promise<string> {
  const answer = await tokenAnswer(url, machineForm(await assertionFor(url, machine, parts)));
  return String(answer.json['access_token']);
}
