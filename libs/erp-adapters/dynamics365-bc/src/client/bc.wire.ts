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
} from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
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

  return {
    async json(request, call) {
      refuseLate(call);
      // Subscriptions are written and read back at once, which a replica that lags would not show.
      const isOwn = request.method === 'PATCH' || /\/subscriptions(\(|\?|$)/.test(request.url);
      const reply = await sender.send(
        {
          method: request.method,
          url: request.url,
          headers: headersOf(request, settings.readReplica && !isOwn),
          ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        },
        call.signal,
      );
      const failure = failureOf(reply, { connectionId, clock });
      if (failure !== undefined) throw failure;
      return jsonOf({ ...reply, text: reply.text.replace(/^\uFEFF/, '') }, { erp: ERP, connectionId });
    },
    async authenticate(call) {
      refuseLate(call);
      await sender.authenticate(call.signal);
    },
    prime: () => http.prime(settings.root),
    close: () => http.close(),
  };
}
