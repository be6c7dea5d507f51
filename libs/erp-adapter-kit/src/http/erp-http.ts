import type { ErpCallTurn } from '@headwater/erp-contracts';
import axios, { type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import type { PrivateNetworks } from '../address/base-url-check';
import { redactionOf } from '../secrecy/redaction';
import { transportError } from './transport-failure';
import { createOriginWire } from './wire/origin-wire';
import type { Timers } from './wire/timers';
import type { Wire } from './wire/wire';
import { type TurnOfRequest, wireAxiosAdapter } from './wire-axios-adapter';

export interface ErpHttpRequest {
  /** `PATCH` only for what an adapter owns in the ERP: its own subscription to notices. */
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Where it stands in line while as many are in flight as may be. */
  readonly turn?: ErpCallTurn | undefined;
}

/** An answer of any status; its body is complete, or there would be an error in its place. */
export interface ErpHttpReply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Each `set-cookie` header, unfolded. */
  readonly setCookies: readonly string[];
  readonly text: string;
}

export interface ErpHttp {
  /** Throws `ErpError` where no complete answer came. */
  send(request: ErpHttpRequest, signal: AbortSignal): Promise<ErpHttpReply>;
  /**
   * Opens the connection that requests to this address will use, so that the first of them need not wait for it.
   * Never rejects: what stands in the way is told by the request that meets it.
   */
  prime(url: string): Promise<void>;
  /** Ends every connection; calls in flight fail. */
  close(): Promise<void>;
}

export interface ErpHttpOptions {
  /** Name of the ERP in error messages. */
  readonly erp: string;
  readonly connectionId: string;
  /** Never let these show in an error. */
  readonly secrets: readonly string[];
  /** Calls in flight to one host; more wait in line, and leave the line at their deadline. */
  readonly maxConnections: number;
  /** Longest time one exchange may take, whatever the reader's own deadline. */
  readonly timeoutMs: number;
  readonly privateNetworks: PrivateNetworks;
  readonly maxBodyBytes?: number;
  /** For ERPs that know their callers by a TLS certificate; both in PEM. */
  readonly clientCertificate?: { readonly certificate: string; readonly privateKey: string };
  /**
   * HTTP/2 is spoken with every host that offers it in the TLS handshake, unless the adapter's manifest has it `off`.
   */
  readonly http2?: 'off' | undefined;
  /** Of pings; for tests. */
  readonly timers?: Timers;
}

const DEFAULT_MAX_BODY_BYTES = 32 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

function wireOf({ maxConnections, ...options }: ErpHttpOptions): Wire {
  const connectTimeoutMs = Math.min(CONNECT_TIMEOUT_MS, options.timeoutMs);
  return createOriginWire({ ...options, maxCalls: maxConnections, connectTimeoutMs });
}

function clientOf(wire: Wire, options: ErpHttpOptions): AxiosInstance {
  return axios.create({
    adapter: wireAxiosAdapter(wire),
    // Otherwise a malformed JSON body comes back as a string, as if all were well.
    transitional: { silentJSONParsing: false, forcedJSONParsing: false, clarifyTimeoutError: true },
    transformResponse: [(body: unknown) => body],
    transformRequest: [(body: unknown) => body],
    responseType: 'text',
    maxRedirects: 0,
    validateStatus: (status) => status >= 200 && status < 600,
    maxContentLength: options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    proxy: false,
  });
}

function headerRecord(headers: object): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function setCookiesOf(headers: AxiosResponse['headers']): readonly string[] {
  const cookies: unknown = headers['set-cookie'];
  return Array.isArray(cookies) ? cookies.map(String) : typeof cookies === 'string' ? [cookies] : [];
}

/**
 * The HTTP client of one ERP connection, with connections of its own: HTTP/2 where the host offers it, a pool of
 * keep-alive HTTP/1.1 connections otherwise. Opens nothing until used.
 */
export function createErpHttp(options: ErpHttpOptions): ErpHttp {
  const wire = wireOf(options);
  const client = clientOf(wire, options);
  const redact = redactionOf(options.secrets);
  return {
    async send(request, callSignal) {
      const signal = AbortSignal.any([callSignal, AbortSignal.timeout(options.timeoutMs)]);
      try {
        const { method, url, headers = {}, body, turn } = request;
        const asked: AxiosRequestConfig & TurnOfRequest = {
          method,
          url,
          headers,
          data: body,
          signal,
          turnOf: () => turn,
        };
        const answer = await client.request<string>(asked);
        const setCookies = setCookiesOf(answer.headers);
        return { status: answer.status, headers: headerRecord(answer.headers), setCookies, text: answer.data };
      } catch (error) {
        throw transportError(error, { erp: options.erp, connectionId: options.connectionId, signal, redact });
      }
    },
    async prime(url) {
      await Promise.allSettled([wire.prime(new URL(url))]);
    },
    close: () => wire.close(),
  };
}
