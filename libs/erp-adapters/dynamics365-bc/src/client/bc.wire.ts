import {
  createErpHttp,
  createTokenSource,
  type ErpHttp,
  type ErpHttpReply,
  type ErpHttpRequest,
  jsonOf,
  type PrivateNetworks,
  requestOAuthToken,
  sendWithBearer,
  sharedRead,
} from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type VendorAnswer } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { BC_MANIFEST } from '../dynamics365-bc.manifest';
import type { BcSettings, Credentials } from '../settings/dynamics365-bc.settings';
import { ERP, failureOf } from './vendor-failure';

export interface BcRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Requests in, parsed JSON out; sign-in and the vendor's ways of saying no are dealt with. */
export interface BcWire {
  /** Throws `ErpError`. */
  json(request: BcRequest, call: ErpCall): Promise<unknown>;
  /** Gets a token without a read, where sign-in has one; for the connection test. */
  authenticate(call: ErpCall): Promise<void>;
  prime(): Promise<void>;
  close(): Promise<void>;
}

export interface WireOptions {
  readonly settings: BcSettings;
  readonly connectionId: string;
  readonly clock: Clock;
  readonly privateNetworks: PrivateNetworks;
}

function secretsOf({ credentials, eventSecret }: BcSettings): readonly string[] {
  const own =
    credentials.kind === 'entra'
      ? [credentials.clientSecret]
      : [credentials.webServiceKey, `${credentials.username}:${credentials.webServiceKey}`];
  return [...own, ...(eventSecret === undefined ? [] : [eventSecret])];
}

function httpOf({ settings, connectionId, privateNetworks }: WireOptions): ErpHttp {
  return createErpHttp({
    erp: ERP,
    connectionId,
    secrets: secretsOf(settings),
    maxConnections: settings.maxConcurrency,
    timeoutMs: settings.timeoutMs,
    privateNetworks,
    http2: BC_MANIFEST.limits.http2,
  });
}

type Sender = {
  readonly send: (request: ErpHttpRequest, signal: AbortSignal) => Promise<ErpHttpReply>;
  readonly authenticate: (signal: AbortSignal) => Promise<void>;
};

function entraSender(
  http: ErpHttp,
  options: WireOptions,
  credentials: Extract<Credentials, { kind: 'entra' }>,
): Sender {
  const { connectionId, clock, settings } = options;
  const tokens = createTokenSource({
    clock,
    timeoutMs: settings.timeoutMs,
    fetchToken: (signal) =>
      requestOAuthToken(
        http,
        {
          erp: ERP,
          connectionId,
          clock,
          url: credentials.tokenUrl,
          form: { grant_type: 'client_credentials', scope: credentials.scope },
          client: { via: 'body', id: credentials.clientId, secret: credentials.clientSecret },
        },
        signal,
      ),
  });
  return {
    send: (request, signal) => sendWithBearer({ http, tokens }, request, signal),
    authenticate: async (signal) => void (await tokens.token(signal)),
  };
}

/** On-premises: user and web service access key with every call, so there is nothing to get first. */
function basicSender(http: ErpHttp, credentials: Extract<Credentials, { kind: 'basic' }>): Sender {
  const pair = Buffer.from(`${credentials.username}:${credentials.webServiceKey}`).toString('base64');
  return {
    send: (request, signal) =>
      http.send({ ...request, headers: { ...request.headers, authorization: `Basic ${pair}` } }, signal),
    authenticate: async () => undefined,
  };
}

function headersOf(request: BcRequest, readReplica: boolean): Readonly<Record<string, string>> {
  return {
    accept: 'application/json',
    // Error messages follow it; nothing reads them, and a fixed language keeps answers alike.
    'accept-language': 'en-US',
    ...(readReplica ? { 'data-access-intent': 'ReadOnly' } : {}),
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...request.headers,
  };
}

type Asking = Pick<ErpCall, 'signal' | 'turn'>;

/** Subscriptions are written and read back at once, which a replica that lags would not show, nor a shared answer. */
function isOwn({ method, url }: BcRequest): boolean {
  return method === 'PATCH' || /\/subscriptions(\(|\?|$)/.test(url);
}

/** The wire of one connection. Opens nothing until used. */
export function createBcWire(options: WireOptions): BcWire {
  const { settings, connectionId, clock } = options;
  const { credentials } = settings;
  const http = httpOf(options);
  const sender =
    credentials.kind === 'entra' ? entraSender(http, options, credentials) : basicSender(http, credentials);

  function refuseLate({ signal }: ErpCall): void {
    if (signal.aborted) throw new ErpError('timeout', `${ERP} was not asked: it was too late.`, { connectionId });
  }

  async function asked(request: BcRequest, { signal, turn }: Asking): Promise<VendorAnswer<unknown>> {
    const { method, url, body } = request;
    const headers = headersOf(request, settings.readReplica && !isOwn(request));
    const sent = { method, url, headers, turn, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const reply = await sender.send(sent, signal);
    const failure = failureOf(reply, { connectionId, clock });
    if (failure !== undefined) throw failure;
    const value = jsonOf({ ...reply, text: reply.text.replace(/^\uFEFF/, '') }, { erp: ERP, connectionId });
    return { value, bytes: reply.text.length };
  }

  return {
    async json(request, call) {
      refuseLate(call);
      if (request.method !== 'GET' || isOwn(request)) return (await asked(request, call)).value;
      return sharedRead(call, { question: `GET ${request.url}`, ask: (asking) => asked(request, asking) });
    },
    async authenticate(call) {
      refuseLate(call);
      await sender.authenticate(call.signal);
    },
    prime: () => http.prime(settings.root),
    close: () => http.close(),
  };
}
