import { type AxiosAdapter, AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import type { ErpCallTurn } from '@headwater/erp-contracts';
import { decodeText, unpack } from './body-text';
import type { Wire, WireAnswer, WireRequest } from './wire/wire';

/** What axios is asked with beside its own; a function, because axios copies plain objects and a turn changes. */
export interface TurnOfRequest {
  readonly turnOf?: () => ErpCallTurn | undefined;
}

/** A call without a deadline can hang for ever, so there is none. */
function signalOf(config: InternalAxiosRequestConfig): AbortSignal {
  if (config.signal instanceof AbortSignal) return config.signal;
  throw new TypeError('a call to an ERP needs an AbortSignal');
}

function headersOf(config: InternalAxiosRequestConfig): Record<string, string> {
  const headers: Record<string, string> = { 'accept-encoding': 'gzip' };
  for (const [name, value] of Object.entries(config.headers.toJSON())) {
    if (value !== null && value !== undefined) headers[name.toLowerCase()] = String(value);
  }
  return headers;
}

function singleHeader(value: string | readonly string[] | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : value.join(', ');
}

function requestOf(config: InternalAxiosRequestConfig & TurnOfRequest): WireRequest {
  return {
    url: new URL(config.url ?? ''),
    method: (config.method ?? 'get').toUpperCase() as WireRequest['method'],
    headers: headersOf(config),
    body: typeof config.data === 'string' ? config.data : undefined,
    maxBytes: config.maxContentLength ?? 0,
    signal: signalOf(config),
    turn: config.turnOf?.(),
  };
}

async function bodyText({ headers, body }: WireAnswer, maxBytes: number): Promise<string> {
  const unpacked = await unpack(body, singleHeader(headers['content-encoding']), maxBytes);
  return decodeText(unpacked, singleHeader(headers['content-type']));
}

/**
 * Lets axios speak through a wire of our own, where a body cut short is an error and a call ends with its signal.
 * axios' own HTTP/2 hands out truncated bodies as complete ones, and its timeout does not fire in every state.
 */
export function wireAxiosAdapter(wire: Wire): AxiosAdapter {
  return async (config): Promise<AxiosResponse<string>> => {
    const request = requestOf(config);
    const answer = await wire.exchange(request);
    const headers = new AxiosHeaders();
    for (const [name, value] of Object.entries(answer.headers)) {
      // Cookies cannot be joined: their dates hold commas.
      headers.set(name, name === 'set-cookie' ? [value ?? []].flat() : (singleHeader(value) ?? ''));
    }
    const data = await bodyText(answer, request.maxBytes);
    return { data, status: answer.status, statusText: '', headers, config, request: undefined };
  };
}
