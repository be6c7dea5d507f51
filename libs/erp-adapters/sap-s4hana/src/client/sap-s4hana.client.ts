import {
  createErpHttp,
  type ErpHttpOptions,
  type ErpHttpReply,
  jsonOf,
  type PrivateNetworks,
  sharedRead,
} from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type { CsrfTicket } from '../auth/csrf-source';
import { createSessions, type SapSession } from '../auth/sessions';
import { SAP_S4HANA_MANIFEST } from '../sap-s4hana.manifest';
import type { SapSettings } from '../settings/sap-s4hana.settings';
import { secretsOf } from '../settings/sign-in';
import { type ApiName, sapApi } from './apis';
import { createExchange, type Exchange } from './exchange';
import { ERP, type FailedRead, isLogonPage, sapError } from './sap-error';

export interface SapGet {
  readonly api: ApiName;
  /** Absolute. */
  readonly url: string;
  /** What a 404 in SAP's own words means. */
  readonly missing: FailedRead['missing'];
  /** How many rounds of calls wait for its answer. */
  readonly followedBy?: number;
}

export interface SapPost {
  readonly api: ApiName;
  /** Below the API. */
  readonly path: string;
  readonly body: unknown;
}

export interface SapClient {
  /** The JSON of an answer, digits intact. Throws `ErpError`. */
  json(get: SapGet, call: ErpCall): Promise<unknown>;
  /** The EDMX of an API. Throws `ErpError`. */
  metadata(api: ApiName, call: ErpCall): Promise<string>;
  /** A call that reads by POST, with the CSRF token SAP wants for it. Throws `ErpError`. */
  post(post: SapPost, call: ErpCall): Promise<unknown>;
  /** Whether SAP takes the credentials; for the connection test. Throws `ErpError`. */
  signIn(call: ErpCall): Promise<void>;
  prime(): Promise<void>;
  close(): Promise<void>;
}

export interface ClientOptions {
  readonly settings: SapSettings;
  readonly connectionId: string;
  readonly clock: Clock;
  readonly privateNetworks: PrivateNetworks;
}

/** A client certificate signs in while the connection is set up; everything else does with each call. */
export function httpOptions({ settings, connectionId, privateNetworks }: ClientOptions): ErpHttpOptions {
  const { signIn, eventSecret } = settings;
  return {
    erp: ERP,
    connectionId,
    secrets: [...secretsOf(signIn), ...(eventSecret === undefined ? [] : [eventSecret])],
    maxConnections: settings.maxConcurrency,
    timeoutMs: settings.timeoutMs,
    privateNetworks,
    http2: SAP_S4HANA_MANIFEST.limits.http2,
    ...(signIn.kind === 'x509' ? { clientCertificate: signIn.pair } : {}),
  };
}

const JSON_TYPE = 'application/json';
/** Without it, v4 sends decimals as JSON numbers. */
const ACCEPT = { v2: JSON_TYPE, v4: `${JSON_TYPE};IEEE754Compatible=true` } as const;

/** `sap-client` and language as SAP's own URL parameters, which every release knows. */
export function sapParameters({ sapClient, language }: SapSettings): Readonly<Record<string, string>> {
  return sapClient === undefined ? {} : { 'sap-client': sapClient, 'sap-language': language };
}

/** Turns the failures among replies into errors. */
function createJudge({ connectionId, clock }: ClientOptions) {
  const logonPage = (): ErpError =>
    new ErpError('unauthorized', `${ERP} answered with a page to sign in on.`, { connectionId });

  function refuse(reply: ErpHttpReply, read: Pick<FailedRead, 'api' | 'missing'>): void {
    const failure = sapError(reply, { ...read, connectionId, nowEpochMs: clock.now() });
    if (failure !== undefined) throw failure;
    if (isLogonPage(reply.text)) throw logonPage();
  }

  return {
    refuse,
    jsonIn(reply: ErpHttpReply, read: Pick<FailedRead, 'api' | 'missing'>): unknown {
      refuse(reply, read);
      return jsonOf(reply, { erp: ERP, connectionId });
    },
  };
}

function isStaleToken({ status, headers }: ErpHttpReply): boolean {
  return status === 403 && /^required$/i.test(headers['x-csrf-token']?.trim() ?? '');
}

interface GetWay {
  readonly session: SapSession;
  readonly exchange: Exchange;
  readonly judge: ReturnType<typeof createJudge>;
}

/** Of all that is sent only these may be shared: a simulation is a POST, and holds by its session's CSRF token. */
function sharedGet(
  { api, url, missing, followedBy = 0 }: SapGet,
  { session, exchange, judge }: GetWay,
  call: ErpCall,
): Promise<unknown> {
  const headers = { accept: ACCEPT[sapApi(api).version] };
  return sharedRead(call, {
    // A 404 may mean one thing to this reader and another to that one.
    question: `GET ${url} ${missing}`,
    followedBy,
    ask: async ({ signal, turn }) => {
      const reply = await exchange({ session, request: { method: 'GET', url, headers, turn } }, signal);
      return { value: judge.jsonIn(reply, { api, missing }), bytes: reply.text.length };
    },
  });
}

/** The client of one connection: address, sign-in, sessions, CSRF, and SAP's ways of saying no. */
export function createSapS4hanaClient(options: ClientOptions): SapClient {
  const { settings, connectionId } = options;
  const http = createErpHttp(httpOptions(options));
  const exchange = createExchange(http, settings);
  const judge = createJudge(options);
  const parameters = new URLSearchParams(sapParameters(settings)).toString();
  const addressOf = (api: ApiName, path: string): string =>
    `${settings.apiUrl(api)}/${path}${parameters === '' ? '' : `?${parameters}`}`;
  const sessionOf = createSessions({ ...options, http, fetchTicket });

  /** SAP hands out the token with any answer, an error included; only its absence is a failure. */
  async function fetchTicket(session: SapSession): Promise<CsrfTicket> {
    const headers = { accept: JSON_TYPE, 'x-csrf-token': 'Fetch' };
    const request = { method: 'GET', url: addressOf('simulation', ''), headers } as const;
    const reply = await exchange({ session, request }, AbortSignal.timeout(settings.timeoutMs));
    const token = reply.headers['x-csrf-token']?.trim() ?? '';
    if (reply.status !== 401 && token !== '' && !/^required$/i.test(token)) {
      return { token, cookie: session.jar.header() };
    }
    judge.refuse(reply, { api: 'simulation', missing: 'unavailable' });
    throw new ErpError('bad-response', `${ERP} answered without the CSRF token it was asked for.`, { connectionId });
  }

  return {
    json: (read, call) => sharedGet(read, { session: sessionOf(call.operator), exchange, judge }, call),
    async metadata(api, { signal, operator }) {
      const request = {
        method: 'GET',
        url: addressOf(api, '$metadata'),
        headers: { accept: 'application/xml' },
      } as const;
      const reply = await exchange({ session: sessionOf(operator), request }, signal);
      judge.refuse(reply, { api, missing: 'unavailable' });
      return reply.text;
    },
    async post({ api, path, body }, { signal, operator }) {
      const session = sessionOf(operator);
      const send = ({ token, cookie }: CsrfTicket): Promise<ErpHttpReply> => {
        const headers = { accept: JSON_TYPE, 'content-type': JSON_TYPE, 'x-csrf-token': token };
        const request = { method: 'POST', url: addressOf(api, path), headers, body: JSON.stringify(body) } as const;
        return exchange({ session, request, cookie }, signal);
      };
      const ticket = await session.csrf.ticket(signal);
      const first = await send(ticket);
      const reply = isStaleToken(first) ? await send(await session.csrf.renewed(ticket, signal)) : first;
      return judge.jsonIn(reply, { api, missing: 'not-found' });
    },
    async signIn({ signal, operator }) {
      const api = settings.orderApi;
      const request = { method: 'GET', url: addressOf(api, ''), headers: { accept: JSON_TYPE } } as const;
      const reply = await exchange({ session: sessionOf(operator), request }, signal);
      // That an API is closed says nothing of the credentials.
      if (reply.status === 403 || reply.status === 404) return;
      judge.refuse(reply, { api, missing: 'unavailable' });
    },
    prime: () => http.prime(settings.baseUrl),
    close: () => http.close(),
  };
}
