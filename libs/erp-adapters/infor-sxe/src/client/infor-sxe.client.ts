import {
  createErpHttp,
  createTokenSource,
  type ErpHttp,
  type ErpHttpReply,
  jsonOf,
  type PrivateNetworks,
  requestOAuthToken,
  sendWithBearer,
  sharedRead,
  statusError,
} from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type VendorAnswer, type VendorRead } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { INFOR_SXE_MANIFEST } from '../infor-sxe.manifest';
import type { SxeCall } from '../settings/calls';
import type { InforSxeSettings } from '../settings/infor-sxe.settings';
import { businessError } from './business-error';
import { lowerCased } from './lower-casing';
import { isRecord, type SxeResponse } from './tables';

export const ERP = 'Infor SX.e';

export interface InforSxeClient {
  /** Calls an sxapi function and hands out what stands under `response`. Throws `ErpError`. */
  call(name: SxeCall, request: Readonly<Record<string, unknown>>, call: ErpCall): Promise<SxeResponse>;
  /** Sends a raw table read; the answer has no envelope. Throws `ErpError`. */
  fetchWhere(
    request: Readonly<Record<string, unknown>>,
    call: ErpCall,
    keeping?: Pick<VendorRead<unknown>, 'referenceMs'>,
  ): Promise<Readonly<Record<string, unknown>>>;
  /** Asks for a token without a call; for the connection test. */
  authenticate(call: ErpCall): Promise<void>;
  prime(): Promise<void>;
  close(): Promise<void>;
}

type Asking = Parameters<VendorRead<unknown>['ask']>[0];

interface Posted extends Pick<VendorRead<unknown>, 'referenceMs'> {
  readonly url: string;
  readonly body: unknown;
}

export interface ClientOptions {
  readonly settings: InforSxeSettings;
  readonly connectionId: string;
  readonly clock: Clock;
  readonly privateNetworks: PrivateNetworks;
}

function httpOf({ settings, connectionId, privateNetworks }: ClientOptions): ErpHttp {
  const { cs, saak, sask, ci } = settings.credentials;
  return createErpHttp({
    erp: ERP,
    connectionId,
    secrets: [cs, saak, sask, `${ci}:${cs}`, ...(settings.eventSecret === undefined ? [] : [settings.eventSecret])],
    maxConnections: settings.maxConcurrency,
    timeoutMs: settings.timeoutMs,
    privateNetworks,
    http2: INFOR_SXE_MANIFEST.limits.http2,
  });
}

function tokensOf(http: ErpHttp, { settings, connectionId, clock }: ClientOptions) {
  const { credentials, tokenUrl, clientAuth, timeoutMs } = settings;
  return createTokenSource({
    clock,
    timeoutMs,
    fetchToken: (signal) =>
      requestOAuthToken(
        http,
        {
          erp: ERP,
          connectionId,
          clock,
          url: tokenUrl,
          // The service account signs in by the password grant.
          form: { grant_type: 'password', username: credentials.saak, password: credentials.sask },
          client: { via: clientAuth, id: credentials.ci, secret: credentials.cs },
        },
        signal,
      ),
  });
}

/** The text of `cErrorMessage`, in or beside the envelope. */
function errorTextIn(body: unknown): string | undefined {
  if (!isRecord(body)) return undefined;
  const inner = isRecord(body['response']) ? lowerCased(body['response']) : {};
  const text = inner['cerrormessage'] ?? lowerCased(body)['cerrormessage'];
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** A 400 may carry the same body as a business error with 200; any other body of a 400 says nothing. */
function refusedBody(reply: ErpHttpReply, connectionId: string): unknown {
  try {
    return jsonOf(reply, { erp: ERP, connectionId });
  } catch (error) {
    if (error instanceof ErpError) return undefined;
    throw error;
  }
}

/** The client of one connection: address, token, company and operator, and SX.e's ways of saying no. */
export function createInforSxeClient(options: ClientOptions): InforSxeClient {
  const { settings, connectionId, clock } = options;
  const http = httpOf(options);
  const tokens = tokensOf(http, options);

  async function ask(url: string, body: string, { signal, turn }: Asking): Promise<VendorAnswer<unknown>> {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const request = { method: 'POST', url, headers, body, turn } as const;
    const reply = await sendWithBearer({ http, tokens }, request, signal);
    const failure = statusError(reply, { erp: ERP, connectionId, nowEpochMs: clock.now(), notFound: 'unavailable' });
    if (failure !== undefined && reply.status !== 400) throw failure;
    const answer = failure === undefined ? jsonOf(reply, { erp: ERP, connectionId }) : refusedBody(reply, connectionId);
    const errorText = errorTextIn(answer);
    if (errorText !== undefined) throw businessError(errorText, connectionId);
    if (failure !== undefined) throw failure;
    return { value: answer, bytes: reply.text.length };
  }

  /** Every call we send is a read, although each is a POST: none writes, and the operator stands in the body. */
  function post({ url, body, referenceMs }: Posted, call: ErpCall): Promise<unknown> {
    const text = JSON.stringify(body);
    return sharedRead(call, {
      question: `POST ${url} ${text}`,
      ...(referenceMs === undefined ? {} : { referenceMs }),
      ask: (asking) => ask(url, text, asking),
    });
  }

  function unexpected(): ErpError {
    return new ErpError('bad-response', `${ERP} answered without its envelope.`, { connectionId });
  }

  return {
    async call(name, request, call) {
      const principal = {
        companyNumber: settings.company,
        // SX.e trusts the initials in the body, so they come from the connection or the session, never from a client.
        operatorInit: call.operator ?? settings.operator,
        operatorPassword: '',
      };
      const answer = await post({ url: settings.callUrl(name), body: { request: { ...request, ...principal } } }, call);
      if (!isRecord(answer) || !isRecord(answer['response'])) throw unexpected();
      return answer['response'];
    },
    async fetchWhere(request, call, keeping) {
      const principal = { CompanyNumber: settings.company, Operator: call.operator ?? settings.operator };
      const answer = await post({ url: settings.fetchWhereUrl, body: { ...request, ...principal }, ...keeping }, call);
      if (!isRecord(answer)) throw unexpected();
      return answer;
    },
    async authenticate(call) {
      await tokens.token(call.signal);
    },
    prime: () => http.prime(settings.fetchWhereUrl),
    close: () => http.close(),
  };
}
