import { createSimulators, type RunningSimulators, type SimulatorsOptions } from '../create-simulators';
import { createInforSxe } from '../infor-sxe/infor-sxe';
import { DEMO_CREDENTIALS as DEMO } from '../infor-sxe/credentials';
import type { SxeOptions } from '../infor-sxe/options';

export type Json = Readonly<Record<string, unknown>>;

export interface Reply<T> {
  readonly status: number;
  readonly text: string;
  readonly json: T;
  readonly headers: Headers;
}

/** A bare caller of the wire format for the specs: it knows the paths, and nothing of what answers mean. */
export interface SxeClient {
  readonly running: RunningSimulators;
  readonly url: string;
  token(): Promise<string>;
  call(
    name: string,
    request: Json,
    options?: { readonly base?: string; readonly token?: string },
  ): Promise<Reply<{ readonly response: Json }>>;
  fetchWhere(body: Json): Promise<Reply<Json>>;
  control<T = Json>(path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

export async function startSxe(
  overrides: Partial<SxeOptions> = {},
  options: SimulatorsOptions = {},
): Promise<SxeClient> {
  const definitions = [{ index: 0, id: 'infor-sxe', create: createInforSxe(overrides) }];
  const running = await createSimulators({ definitions, customers: 60, ...options });
  const url = running.url('infor-sxe');
  let known: string | undefined;
  const token = async (): Promise<string> => {
    known ??= await requestToken(url);
    return known;
  };
  const post = async <T>(path: string, bearer: string, body: unknown): Promise<Reply<T>> => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, text, json: JSON.parse(text) as T, headers: answer.headers };
  };
  return {
    running,
    url,
    token,
    call: async (name, request, { base = `/${DEMO.tenant}/SX/web/sxapirestservice`, token: given } = {}) =>
      post(`${base}/${name}`, given ?? (await token()), {
        request: { companyNumber: 1, operatorInit: 'sys', operatorPassword: '', ...request },
      }),
    fetchWhere: async (body) =>
      post(`/${DEMO.tenant}/SX/rest/serviceinterface/proxy/FetchWhere`, await token(), {
        CompanyNumber: 1,
        Operator: 'sys',
        ...body,
      }),
    control: async <T>(path: string, body?: unknown) => controlCall<T>(url, path, body),
    stop: () => running.stop(),
  };
}

export async function requestToken(url: string, form: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await tokenAnswer(url, { client_id: DEMO.clientId, client_secret: DEMO.clientSecret, ...form });
  const { access_token: token } = (await answer.json()) as { readonly access_token: string };
  return token;
}

export async function tokenAnswer(
  url: string,
  form: Readonly<Record<string, string>>,
  authorization?: string,
): Promise<Response> {
  const body = new URLSearchParams({
    grant_type: 'password',
    username: DEMO.accessKey,
    password: DEMO.secretKey,
    ...form,
  });
  const headers = authorization === undefined ? {} : { authorization };
  return fetch(`${url}/${DEMO.tenant}/as/token.oauth2`, { method: 'POST', headers, body });
}

async function controlCall<T>(url: string, path: string, body: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${url}/_control/${path}`, init);
  return (await answer.json()) as T;
}

/** The rows of a temp-table: the array under the only key of its container. */
export function rowsOf(response: Json, container: string): readonly Json[] {
  const table = response[container];
  const [rows] = typeof table === 'object' && table !== null ? Object.values(table) : [];
  if (!Array.isArray(rows)) throw new Error(`no table ${container} in ${Object.keys(response).join(', ')}`);
  return rows as readonly Json[];
}
