import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { Agent } from 'undici';
import type { PrivateNetworks } from '../address/base-url-check';
import { guardedLookup } from '../address/guarded-lookup';
import { redactionOf } from '../secrecy/redaction';
import { transportError } from './transport-failure';
import { undiciAxiosAdapter } from './undici-axios-adapter';

export interface ErpHttpRequest {
  /** `PATCH` only for what an adapter owns in the ERP: its own subscription to notices. */
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
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
}

const DEFAULT_MAX_BODY_BYTES = 32 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

function poolOf(options: ErpHttpOptions): Agent {
  const { clientCertificate } = options;
  return new Agent({
    allowH2: false,
    connections: options.maxConnections,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    headersTimeout: options.timeoutMs,
    bodyTimeout: options.timeoutMs,
    connect: {
      timeout: Math.min(CONNECT_TIMEOUT_MS, options.timeoutMs),
      lookup: guardedLookup(options.privateNetworks),
      ...(clientCertificate === undefined
        ? {}
        : { cert: clientCertificate.certificate, key: clientCertificate.privateKey }),
    },
  });
}

function clientOf(pool: Agent, options: ErpHttpOptions): AxiosInstance {
  return axios.create({
    adapter: undiciAxiosAdapter(pool),
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

/** The HTTP client of one ERP connection, with its own pool of keep-alive connections. Opens nothing until used. */
export function createErpHttp(options: ErpHttpOptions): ErpHttp {
  const pool = poolOf(options);
  const client = clientOf(pool, options);
  const redact = redactionOf(options.secrets);
  return {
    async send(request, callSignal) {
      const signal = AbortSignal.any([callSignal, AbortSignal.timeout(options.timeoutMs)]);
      try {
        const { method, url, headers = {}, body } = request;
        const answer = await client.request<string>({ method, url, headers, data: body, signal });
        const setCookies = setCookiesOf(answer.headers);
        return { status: answer.status, headers: headerRecord(answer.headers), setCookies, text: answer.data };
      } catch (error) {
        throw transportError(error, { erp: options.erp, connectionId: options.connectionId, signal, redact });
      }
    },
    close: () => pool.destroy(),
  };
}
