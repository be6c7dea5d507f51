import {
  createErpHttp,
  createTokenSource,
  type ErpHttp,
  type ErpHttpReply,
  type ErpHttpRequest,
  jsonOf,
  type PrivateNetworks,
  sendWithBearer,
  sharedRead,
} from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { EPICOR_P21_MANIFEST } from '../epicor-p21.manifest';
import type { EpicorP21Settings } from '../settings/epicor-p21.settings';
import { ERP } from './erp-name';
import { refusalInside, refusalOf } from './refusal';
import { followingSameHost } from './same-host-redirects';
import { signIn } from './sign-in';

/** Prophet 21 keeps tables and views apart, each with metadata of its own. */
export type Surface = 'table' | 'view';

export interface EpicorP21Client {
  /** A read of `table/name` or `view/name` with its query; the JSON with its digits. Throws `ErpError`. */
  read(source: string, query: string, call: ErpCall): Promise<unknown>;
  /** The JSON CSDL of a surface, some megabytes; there are no numbers in it to keep. Throws `ErpError`. */
  metadata(surface: Surface, call: ErpCall): Promise<unknown>;
  /** Prices a batch: a read by POST. Throws `ErpError`. */
  prices(query: string, body: readonly unknown[], call: ErpCall): Promise<unknown>;
  /** Asks for a token without a read; for the connection test. */
  authenticate(call: ErpCall): Promise<void>;
  prime(): Promise<void>;
  close(): Promise<void>;
}

export interface ClientOptions {
  readonly settings: EpicorP21Settings;
  readonly connectionId: string;
  readonly clock: Clock;
  readonly privateNetworks: PrivateNetworks;
}

function httpOf({ settings, connectionId, privateNetworks }: ClientOptions): ErpHttp {
  const { credentials, eventSecret } = settings;
  const http = createErpHttp({
    erp: ERP,
    connectionId,
    secrets: [
      credentials.kind === 'user' ? credentials.password : credentials.key,
      ...(eventSecret === undefined ? [] : [eventSecret]),
    ],
    maxConnections: settings.maxConcurrency,
    timeoutMs: settings.timeoutMs,
    privateNetworks,
    http2: EPICOR_P21_MANIFEST.limits.http2,
  });
  return followingSameHost(http, connectionId);
}

function metadataOf(reply: ErpHttpReply, connectionId: string): unknown {
  try {
    return JSON.parse(reply.text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ErpError('bad-response', `${ERP} answered its metadata in something else than JSON.`, { connectionId });
  }
}

/** The client of one connection: address, token, and Prophet 21's ways of saying no. */
export function createEpicorP21Client(options: ClientOptions): EpicorP21Client {
  const { settings, connectionId, clock } = options;
  const http = httpOf(options);
  const refusal = () => ({ connectionId, nowEpochMs: clock.now() });
  const tokens = createTokenSource({
    clock,
    timeoutMs: settings.timeoutMs,
    fetchToken: (signal) => signIn(http, { settings, ...refusal() }, signal),
  });

  async function send(
    request: ErpHttpRequest,
    { signal, turn }: Pick<ErpCall, 'signal' | 'turn'>,
  ): Promise<ErpHttpReply> {
    // Without Accept the answer is XML, and on early 2026.1 builds an empty 500.
    const headers = { ...request.headers, accept: 'application/json' };
    const reply = await sendWithBearer({ http, tokens }, { ...request, headers, turn }, signal);
    const failure = refusalOf(reply, refusal());
    if (failure !== undefined) throw failure;
    return reply;
  }

  function sound(body: unknown): unknown {
    const failure = refusalInside(body, connectionId);
    if (failure !== undefined) throw failure;
    return body;
  }

  /** Prices are read by POST, so that all that is sent here may be shared. */
  function asked(request: ErpHttpRequest, call: ErpCall): Promise<unknown> {
    return sharedRead(call, {
      question: [request.method, request.url, request.body ?? ''].join(' '),
      ask: async (asking) => {
        const reply = await send(request, asking);
        return { value: sound(jsonOf(reply, { erp: ERP, connectionId })), bytes: reply.text.length };
      },
    });
  }

  return {
    read: (source, query, call) => asked({ method: 'GET', url: `${settings.odataUrl}/${source}${query}` }, call),
    metadata: async (surface, call) => {
      const url = `${settings.odataUrl}/${surface}/$metadata`;
      return sound(metadataOf(await send({ method: 'GET', url }, call), connectionId));
    },
    prices(query, body, call) {
      // The middleware picks its reader by Content-Type, and answers 400 or 500 where it does not fit the body.
      const headers = { 'content-type': 'application/json' };
      const url = `${settings.priceUrl}?${query}`;
      return asked({ method: 'POST', url, headers, body: JSON.stringify(body) }, call);
    },
    async authenticate(call) {
      await tokens.token(call.signal);
    },
    prime: () => http.prime(settings.odataUrl),
    close: () => http.close(),
  };
}
