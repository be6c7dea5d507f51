import type { ErpHttp } from '@headwater/erp-adapter-kit';
import type { Exchange } from './answering';

const TIMEOUT_MS = 60_000;
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

export interface PlainCalls {
  readonly http: ErpHttp;
  readonly origin: string;
  readonly exchanges: readonly Exchange[];
}

/** The calls of a read once more, one after another, and nothing done with their texts but `read`. */
export async function plainCalls(
  { http, origin, exchanges }: PlainCalls,
  read: (text: string) => unknown,
): Promise<void> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  for (const { method, path, body } of exchanges) {
    const request = { method, url: `${origin}${path}`, headers: HEADERS, ...(method === 'POST' ? { body } : {}) };
    read((await http.send(request, signal)).text);
  }
}
