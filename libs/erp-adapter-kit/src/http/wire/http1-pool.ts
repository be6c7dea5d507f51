import { type buildConnector, type Dispatcher, Pool } from 'undici';
import { readBytes, UnreadableBodyError } from '../body-text';
import { raceSignal } from '../signals';
import type { WireAnswer, WireRequest } from './wire';

export interface Http1PoolOptions {
  readonly connections: number;
  readonly timeoutMs: number;
  readonly connect: buildConnector.connector;
}

const KEEP_ALIVE_MS = 30_000;
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

/** Keep-alive connections of HTTP/1.1 to one origin, a request at a time on each. */
export class Http1Pool {
  readonly #pool: Pool;

  constructor(origin: string, { connections, timeoutMs, connect }: Http1PoolOptions) {
    this.#pool = new Pool(origin, {
      connect,
      connections,
      allowH2: false,
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
  }

  exchange(request: WireRequest): Promise<WireAnswer> {
    return raceSignal(this.#exchange(request), request.signal);
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  async #exchange({ url, method, headers, body, maxBytes, signal }: WireRequest): Promise<WireAnswer> {
    const path = `${url.pathname}${url.search}`;
    const options: Dispatcher.RequestOptions = { path, method, headers, body: body ?? null, signal };
    const answer = await this.#pool.request(options);
    return { status: answer.statusCode, headers: answer.headers, body: await wholeBody(answer.body, maxBytes) };
  }
}
