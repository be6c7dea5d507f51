import { createSimulators, type RunningSimulators, type SimulatorsOptions } from '../create-simulators';
import { DEMO_CLIENT_SECRET, DEMO_USER } from '../epicor-p21/credentials';
import { createEpicorP21 } from '../epicor-p21/epicor-p21';
import type { P21Options } from '../epicor-p21/options';

export type Json = Readonly<Record<string, unknown>>;

export interface P21Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

export interface Rows {
  readonly value: readonly Json[];
  readonly '@odata.count'?: number;
}

export interface P21Ask {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** No `Authorization` where empty. */
  readonly token?: string;
}

/** A bare caller of the wire format for the specs: it knows the paths, and nothing of what answers mean. */
export interface P21Client {
  readonly running: RunningSimulators;
  readonly url: string;
  token(): Promise<string>;
  ask(path: string, ask?: P21Ask): Promise<P21Answer>;
  /** `rows('table/oe_hdr', { $top: '5' })`; fails where it is not answered with rows. */
  rows(path: string, query?: Readonly<Record<string, string>>): Promise<readonly Json[]>;
  odata(path: string, query?: Readonly<Record<string, string>>): Promise<P21Answer>;
  control<T = Json>(path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

const JSON_HEADERS = { accept: 'application/json', 'content-type': 'application/json' } as const;

export async function startP21(
  overrides: Partial<P21Options> = {},
  options: SimulatorsOptions = {},
): Promise<P21Client> {
  const definitions = [{ index: 5, id: 'epicor-p21', create: createEpicorP21(overrides) }];
  const running = await createSimulators({ definitions, customers: 60, ...options });
  const url = running.url('epicor-p21');
  let known: string | undefined;
  const token = async (): Promise<string> => {
    known ??= await keyToken(url);
    return known;
  };
  const ask = async (path: string, asked: P21Ask = {}): Promise<P21Answer> => {
    const bearer = asked.token ?? (await token());
    const headers = {
      ...JSON_HEADERS,
      ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }),
      ...asked.headers,
    };
    const { method = 'GET', body } = asked;
    return answerOf(
      await fetch(`${url}${path}`, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) }),
    );
  };
  const odata = (path: string, query: Readonly<Record<string, string>> = {}): Promise<P21Answer> =>
    ask(`/odataservice/odata/${path}${searchOf(query)}`);
  return {
    running,
    url,
    token,
    ask,
    odata,
    rows: async (path, query) => rowsIn(await odata(path, query)),
    control: async <T>(path: string, body?: unknown) => controlCall<T>(url, path, body),
    stop: () => running.stop(),
  };
}

export function rowsIn({ status, text }: P21Answer): readonly Json[] {
  if (status !== 200) throw new Error(`${status} ${text}`);
  return (JSON.parse(text) as Rows).value;
}

function searchOf(query: Readonly<Record<string, string>>): string {
  const entries = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return entries.length === 0 ? '' : `?${entries.join('&')}`;
}

export function tokenAnswer(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<P21Answer> {
  const init = { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(body) };
  return fetch(`${url}/api/security/token/v2`, init).then(answerOf);
}

export async function keyToken(url: string, clientSecret: string = DEMO_CLIENT_SECRET): Promise<string> {
  return tokenIn(await tokenAnswer(url, { ClientSecret: clientSecret, GrantType: 'client_credentials' }));
}

export async function userToken(
  url: string,
  { username, password }: Pick<typeof DEMO_USER, 'username' | 'password'> = DEMO_USER,
): Promise<string> {
  return tokenIn(await tokenAnswer(url, { username, password }));
}

function tokenIn({ text }: P21Answer): string {
  return (JSON.parse(text) as { readonly AccessToken: string }).AccessToken;
}

async function answerOf(answer: Response): Promise<P21Answer> {
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

async function controlCall<T>(url: string, path: string, body: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${url}/_control/${path}`, init);
  return (await answer.json()) as T;
}
