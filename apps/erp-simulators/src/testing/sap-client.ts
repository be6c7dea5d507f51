import { createSimulators, type RunningSimulators, type SimulatorsOptions } from '../create-simulators';
import { DEMO_CREDENTIALS as DEMO } from '../sap-s4hana/credentials';
import type { SapOptions } from '../sap-s4hana/options';
import { createSapS4hana } from '../sap-s4hana/sap-s4hana';

export type Fields = Readonly<Record<string, unknown>>;

export interface SapReply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Of `d`: the entity, or the list's fields. */
  readonly d: Fields;
  readonly rows: readonly Fields[];
  /** The parsed body. */
  readonly json: Fields;
}

/** A bare caller of the wire format for the specs: it knows the paths, and nothing of what answers mean. */
export interface SapClient {
  readonly running: RunningSimulators;
  readonly url: string;
  /** Below `/sap/opu/odata/sap/`, as JSON and with the demo user. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<SapReply>;
  /** With a CSRF token fetched first, and the session's cookies. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<SapReply>;
  /** Below the root of the v4 sales order API. */
  getV4(path: string, headers?: Readonly<Record<string, string>>): Promise<SapReply>;
  control<T = Fields>(path: string, body?: unknown): Promise<T>;
  truth<T = Fields>(path: string): Promise<T>;
  stop(): Promise<void>;
}

export const V2 = '/sap/opu/odata/sap';
export const V4 = '/sap/opu/odata4/sap/api_salesorder/srvd_a2x/sap/salesorder/0001';

export const BASIC = `Basic ${Buffer.from(`${DEMO.user}:${DEMO.password}`).toString('base64')}`;

/** Noon of a Monday: what is late, due and promised is the same in every run. */
export const NOON = Date.parse('2026-11-23T12:00:00Z');

const STILL = { now: () => NOON, monotonic: () => 0 };

const started = new Set<RunningSimulators>();

/** A spec that fails half-way leaves no server behind, which would keep the whole run waiting. */
afterAll(() => Promise.all([...started].map((running) => running.stop())));

export async function startSap(
  overrides: Partial<SapOptions> = {},
  options: SimulatorsOptions = {},
): Promise<SapClient> {
  const definitions = [{ index: 1, id: 'sap-s4hana', create: createSapS4hana(overrides) }];
  const running = await createSimulators({ definitions, customers: 60, clock: STILL, ...options });
  started.add(running);
  const url = running.url('sap-s4hana');
  const read = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<SapReply> =>
    replyOf(
      await fetch(`${url}${path}`, { headers: { authorization: BASIC, accept: 'application/json', ...headers } }),
    );
  return {
    running,
    url,
    get: (path, headers) => read(`${V2}/${path}`, headers),
    getV4: (path, headers) => read(`${V4}/${path}`, headers),
    post: async (path, body, headers = {}) => {
      const [api = ''] = path.split('/');
      const { token, cookie } = await csrf(`${url}${V2}/${api}/`);
      const answer = await fetch(`${url}${V2}/${path}`, {
        method: 'POST',
        headers: {
          cookie,
          accept: 'application/json',
          'content-type': 'application/json',
          'x-csrf-token': token,
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return replyOf(answer);
    },
    control: async <T>(path: string, body?: unknown) => controlCall<T>(url, path, body),
    truth: async <T>(path: string) => controlCall<T>(url, `truth/${path}`, undefined),
    stop: async () => {
      started.delete(running);
      await running.stop();
    },
  };
}

/** A token and the cookies of its session. */
export async function csrf(address: string): Promise<{ readonly token: string; readonly cookie: string }> {
  const answer = await fetch(address, {
    headers: { authorization: BASIC, 'x-csrf-token': 'Fetch', accept: 'application/json' },
  });
  await answer.arrayBuffer();
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  return { token: answer.headers.get('x-csrf-token') ?? '', cookie };
}

async function controlCall<T>(url: string, path: string, body: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${url}/_control/${path}`, init);
  return (await answer.json()) as T;
}

async function replyOf(answer: Response): Promise<SapReply> {
  const text = await answer.text();
  const json = /json/.test(answer.headers.get('content-type') ?? '') ? (JSON.parse(text) as Fields) : {};
  const d = (json['d'] ?? {}) as Fields;
  const rows = (d['results'] ?? json['value'] ?? []) as readonly Fields[];
  return { status: answer.status, text, headers: answer.headers, json, d, rows };
}

/** Rows under an expanded to-many navigation. */
export function expanded(row: Fields | undefined, navigation: string): readonly Fields[] {
  const list = row?.[navigation] as { readonly results?: readonly Fields[] } | undefined;
  if (list?.results === undefined) throw new Error(`${navigation} is not expanded`);
  return list.results;
}

/** The calendar date behind `/Date(…)/`. */
export function dayOf(value: unknown): string {
  const epoch = /^\/Date\((-?\d+)\)\/$/.exec(String(value))?.[1];
  if (epoch === undefined) throw new Error(`${String(value)} is not a date`);
  return new Date(Number(epoch)).toISOString().slice(0, 10);
}
