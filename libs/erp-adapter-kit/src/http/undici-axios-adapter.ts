import { type AxiosAdapter, AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import type { Dispatcher } from 'undici';
import { decodeText, readBytes, UnreadableBodyError, unpack } from './body-text';
import { raceSignal } from './signals';

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
  return typeof value === 'string' ? value : value?.join(', ');
}

const CUT_SHORT = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** A connection that ends inside a body leaves a truncated answer, which is no answer; unlike one that ends before. */
async function wholeBody(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  try {
    return await readBytes(body, maxBytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error && CUT_SHORT.has(String(error.code))) {
      throw new UnreadableBodyError('the body is cut short', { cause: error });
    }
    throw error;
  }
}

async function bodyText(answer: Dispatcher.ResponseData, maxBytes: number): Promise<string> {
  const bytes = await wholeBody(answer.body, maxBytes);
  const unpacked = await unpack(bytes, singleHeader(answer.headers['content-encoding']), maxBytes);
  return decodeText(unpacked, singleHeader(answer.headers['content-type']));
}

/**
 * Lets axios speak through an undici pool: HTTP/1.1 with keep-alive, where a body cut short is an error.
 * axios' own HTTP/2 hands out truncated bodies as complete ones, and its timeout does not fire in every state.
 */
export function undiciAxiosAdapter(dispatcher: Dispatcher): AxiosAdapter {
  return async (config): Promise<AxiosResponse<string>> => {
    const signal = signalOf(config);
    const url = new URL(config.url ?? '');
    const exchange = async (): Promise<AxiosResponse<string>> => {
      const answer = await dispatcher.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: (config.method ?? 'get').toUpperCase() as Dispatcher.HttpMethod,
        headers: headersOf(config),
        body: typeof config.data === 'string' ? config.data : null,
        signal,
      });
      const headers = new AxiosHeaders();
      for (const [name, value] of Object.entries(answer.headers)) {
        // Cookies cannot be joined: their dates hold commas.
        headers.set(name, name === 'set-cookie' ? (value ?? []) : (singleHeader(value) ?? ''));
      }
      const data = await bodyText(answer, config.maxContentLength ?? 0);
      return { data, status: answer.statusCode, statusText: '', headers, config, request: undefined };
    };
    return raceSignal(exchange(), signal);
  };
}
