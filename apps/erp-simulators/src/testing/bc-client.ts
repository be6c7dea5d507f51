import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulators, type RunningSimulators, type SimulatorsOptions } from '../create-simulators';
import { DEMO_CREDENTIALS as DEMO } from '../dynamics365-bc/credentials';
import { createDynamics365Bc } from '../dynamics365-bc/dynamics365-bc';
import { companyId } from '../dynamics365-bc/identifiers';
import type { BcOptions } from '../dynamics365-bc/options';

export type Json = Readonly<Record<string, unknown>>;

export interface BcReply {
  readonly status: number;
  readonly text: string;
  readonly json: Json;
  /** The records of a list; none where the answer is no list. */
  readonly value: readonly Json[];
  readonly headers: Headers;
}

export interface BcAsk {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly token?: string;
}

export const SCOPE = 'https://api.businesscentral.dynamics.com/.default';
export const ROOT = `/v2.0/${DEMO.tenantId}/production`;
export const COMPANY_1 = companyId('1');
export const COMPANY_2 = companyId('2');

/** A bare caller of the wire format for the specs: it knows the paths, and nothing of what answers mean. */
export interface BcClient {
  readonly running: RunningSimulators;
  readonly url: string;
  token(): Promise<string>;
  /** Below `api/v2.0`, or any path from the root where it begins with a slash; an absolute address as it is. */
  ask(path: string, ask?: BcAsk): Promise<BcReply>;
  /** A set of company 1. */
  list(set: string, query?: Readonly<Record<string, string>>, ask?: BcAsk): Promise<BcReply>;
  control<T = Json>(path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

export async function startBc(overrides: Partial<BcOptions> = {}, options: SimulatorsOptions = {}): Promise<BcClient> {
  const definitions = [{ index: 4, id: 'dynamics365-bc', create: createDynamics365Bc(overrides) }];
  const running = await createSimulators({ definitions, customers: 60, ...options });
  const url = running.url('dynamics365-bc');
  let known: string | undefined;
  const token = async (): Promise<string> => {
    known ??= await requestToken(url);
    return known;
  };
  const ask = async (path: string, { method = 'GET', headers = {}, body, token: given }: BcAsk = {}) => {
    const authorization = headers['authorization'] ?? `Bearer ${given ?? (await token())}`;
    const answer = await fetch(addressIn(url, path), {
      method,
      headers: { 'content-type': 'application/json', ...headers, authorization },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      redirect: 'manual',
    });
    return replyOf(answer);
  };
  return {
    running,
    url,
    token,
    ask,
    list: (set, query = {}, more = {}) => ask(`companies(${COMPANY_1})/${set}${queryText(query)}`, more),
    control: async <T>(path: string, body?: unknown) => controlCall<T>(url, path, body),
    stop: () => running.stop(),
  };
}

function addressIn(url: string, path: string): string {
  if (path.startsWith('http')) return path;
  return path.startsWith('/') ? `${url}${path}` : `${url}${ROOT}/api/v2.0/${path}`;
}

export function queryText(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

async function replyOf(answer: Response): Promise<BcReply> {
  const text = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json') && text !== '';
  const json = isJson ? (JSON.parse(text) as Json) : {};
  const value = Array.isArray(json['value']) ? (json['value'] as readonly Json[]) : [];
  return { status: answer.status, text, json, value, headers: answer.headers };
}

export async function requestToken(url: string, form: Readonly<Record<string, string>> = {}): Promise<string> {
  const { json } = await tokenReply(url, form);
  return String(json['access_token']);
}

export async function tokenReply(
  url: string,
  form: Readonly<Record<string, string>> = {},
  tenant: string = DEMO.tenantId,
): Promise<BcReply> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: DEMO.clientId,
    client_secret: DEMO.clientSecret,
    scope: SCOPE,
    ...form,
  });
  return replyOf(await fetch(`${url}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body }));
}

async function controlCall<T>(url: string, path: string, body: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${url}/_control/${path}`, init);
  return (await answer.json()) as T;
}

/** Code and message of a refusal. */
export function errorOf({ json }: BcReply): { readonly code: string; readonly message: string } {
  return json['error'] as { readonly code: string; readonly message: string };
}

/** The one record a spec looks for; fails where there is none. */
export function first<T>(list: readonly T[]): T {
  const [found] = list;
  if (found === undefined) throw new Error('the list is empty');
  return found;
}

export interface NotificationCall {
  readonly url: URL;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

export interface NotificationReceiver {
  readonly url: string;
  /** Every call but the handshakes. */
  readonly received: NotificationCall[];
  readonly handshakes: NotificationCall[];
  /** How notifications, and how handshakes are answered from now on. */
  answerWith(status: number): void;
  refuseHandshakes(): void;
  close(): void;
}

/** A subscriber: gives validation tokens back, and answers notifications with what it is told to. */
export async function notificationReceiver(): Promise<NotificationReceiver> {
  const [received, handshakes]: [NotificationCall[], NotificationCall[]] = [[], []];
  let [status, handshake] = [200, 200];
  const answer = (call: NotificationCall, response: ServerResponse): void => {
    const token = call.url.searchParams.get('validationToken');
    (token === null ? received : handshakes).push(call);
    response.writeHead(token === null ? status : handshake).end(token ?? '');
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://receiver');
      answer({ url, body: Buffer.concat(chunks).toString('utf8'), headers: request.headers }, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/events?key=1`,
    received,
    handshakes,
    answerWith: (next) => (status = next),
    refuseHandshakes: () => (handshake = 403),
    close: () => server.close(),
  };
}
