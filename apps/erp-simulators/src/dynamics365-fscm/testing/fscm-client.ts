import type { Clock } from '@headwater/kernel';
import { createSimulators, type RunningSimulators, type SimulatorsOptions } from '../../create-simulators';
import { DEMO_CREDENTIALS as DEMO } from '../credentials';
import { createDynamics365Fscm } from '../dynamics365-fscm';
import type { FscmOptions } from '../options';

export type Json = Readonly<Record<string, unknown>>;

export interface Reply<T = Json> {
  readonly status: number;
  readonly text: string;
  readonly json: T;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly token?: string;
}

/** A bare caller of the wire format for the specs: it knows the paths, and nothing of what answers mean. */
export interface FscmClient {
  readonly running: RunningSimulators;
  readonly url: string;
  token(): Promise<string>;
  /** Below the root, with a token. */
  call<T = Json>(path: string, options?: CallOptions): Promise<Reply<T>>;
  /** `/data/{set}` with query options, across companies. */
  list(set: string, query?: Readonly<Record<string, string>>, options?: CallOptions): Promise<Reply<ListBody>>;
  /** The rows of a list; throws where it is none. */
  rows(set: string, query?: Readonly<Record<string, string>>): Promise<readonly Json[]>;
  control<T = Json>(path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

export interface ListBody {
  readonly value: readonly Json[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.count'?: number;
  readonly '@odata.context'?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly innererror: Json };
}

/** Specs see the same world on whatever day they run. */
export const TODAY = '2026-11-23';

const clock: Clock = { now: () => Date.parse(`${TODAY}T12:00:00Z`), monotonic: () => performance.now() };

export async function startFscm(
  overrides: Partial<FscmOptions> = {},
  options: SimulatorsOptions = {},
): Promise<FscmClient> {
  const definitions = [{ index: 3, id: 'dynamics365-fscm', create: createDynamics365Fscm(overrides) }];
  const running = await createSimulators({ definitions, customers: 60, clock, ...options });
  const url = running.url('dynamics365-fscm');
  let known: string | undefined;
  const token = async (): Promise<string> => (known ??= await requestToken(url));
  const call = async <T>(path: string, asked: CallOptions = {}): Promise<Reply<T>> => {
    const { method = 'GET', headers = {}, body, token: given } = asked;
    const authorization = `Bearer ${given ?? (await token())}`;
    const init = { method, headers: { authorization, ...headers }, ...(body === undefined ? {} : { body }) };
    return replyOf<T>(await fetch(path.startsWith('http') ? path : `${url}${path}`, init));
  };
  const list = (set: string, query: Readonly<Record<string, string>> = {}, asked: CallOptions = {}) =>
    call<ListBody>(`/data/${set}?${new URLSearchParams({ 'cross-company': 'true', ...query }).toString()}`, asked);
  return {
    running,
    url,
    token,
    call,
    list,
    rows: async (set, query) => rowsOf(await list(set, query)),
    control: async <T>(path: string, body?: unknown) => controlCall<T>(url, path, body),
    stop: () => running.stop(),
  };
}

function rowsOf({ json, text }: Reply<ListBody>): readonly Json[] {
  if (!('value' in json)) throw new Error(`no list: ${text.slice(0, 500)}`);
  return json.value;
}

async function replyOf<T>(answer: Response): Promise<Reply<T>> {
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return { status: answer.status, text, json: (isJson ? JSON.parse(text) : {}) as T, headers: answer.headers };
}

export const TOKEN_PATH = `/${DEMO.tenant}/oauth2/v2.0/token`;

export async function tokenAnswer(
  url: string,
  form: Readonly<Record<string, string>> = {},
  path = TOKEN_PATH,
): Promise<Reply> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: DEMO.clientId,
    client_secret: DEMO.clientSecret,
    ...(path === TOKEN_PATH ? { scope: `${url}/.default` } : {}),
    ...form,
  });
  return replyOf(await fetch(`${url}${path}`, { method: 'POST', body }));
}

export async function requestToken(url: string, form: Readonly<Record<string, string>> = {}): Promise<string> {
  const { json, text } = await tokenAnswer(url, form);
  const token = json['access_token'];
  if (typeof token !== 'string') throw new Error(`no token: ${text}`);
  return token;
}

async function controlCall<T>(url: string, path: string, body: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${url}/_control/${path}`, init);
  return (await answer.json()) as T;
}

/** What the ERP really says: its outer message is always the same. */
export function innerMessage({ json }: Reply<ListBody>): string {
  const message = json.error?.innererror['message'];
  return typeof message === 'string' ? message : '';
}
