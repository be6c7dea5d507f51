import { request } from 'node:http';
import type { ErpCall } from '@headwater/erp-contracts';
import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import { PLAIN_SECRET, PLAIN_TOKEN } from './plain-erp';
import type { Sin } from './sins';

export type PlainRow = Readonly<Record<string, string | null>>;

export interface PlainWire {
  token(call: ErpCall): Promise<string>;
  rows(path: string, call: ErpCall): Promise<readonly PlainRow[]>;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly location: string | undefined;
  readonly text: string;
}

function exchange(url: string, token: string | undefined, signal: AbortSignal | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const sent = request(url, { headers, agent: false, ...(signal === undefined ? {} : { signal }) }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', reject);
      response.on('end', () => {
        const { location, 'retry-after': retryAfter } = response.headers;
        resolve({ status: response.statusCode ?? 0, retryAfter, location, text });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

const CODES: Readonly<Record<number, ErpErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  429: 'rate-limited',
  504: 'timeout',
};

function hintOf({ retryAfter }: Answer): number | undefined {
  if (retryAfter === undefined) return undefined;
  return /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
}

function statusError(answer: Answer, sins: ReadonlySet<Sin>): ErpError | undefined {
  const { status } = answer;
  if (status === 200) return undefined;
  const hint = sins.has('loses the wait hint') ? undefined : hintOf(answer);
  const limited = status === 503 && answer.retryAfter !== undefined;
  const code = limited ? 'rate-limited' : (CODES[status] ?? (status >= 500 ? 'unavailable' : 'bad-response'));
  const words = sins.has('repeats vendor words') ? answer.text : '';
  return new ErpError(code, `It refused. ${words}`, hint === undefined ? {} : { retryAfterMs: hint });
}

function parsed(text: string, sins: ReadonlySet<Sin>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (sins.has('takes cut JSON') && text.startsWith('{')) return { rows: [] };
    throw new ErpError('bad-response', 'Not JSON.');
  }
}

/** A client for the plain ERP; sins make it a bad one. */
export function createPlainWire(origin: string, sins: ReadonlySet<Sin>): PlainWire {
  let token: string | undefined;

  async function send(path: string, { signal }: ErpCall, bearer?: string): Promise<Answer> {
    if (signal.aborted && !sins.has('ignores the deadline')) throw new ErpError('timeout', 'Too late.');
    try {
      return await exchange(`${origin}${path}`, bearer, sins.has('ignores the deadline') ? undefined : signal);
    } catch (error) {
      const leak = sins.has('leaks the secret') ? ` with ${PLAIN_SECRET}` : '';
      const cause = sins.has('leaks the token in the cause') ? { cause: { headers: { bearer: PLAIN_TOKEN } } } : {};
      if (signal.aborted) throw new ErpError('timeout', 'No answer in time.', cause);
      throw new ErpError('unavailable', `Not reached${leak}: ${(error as Error).message}`, cause);
    }
  }

  async function tokenOf(call: ErpCall): Promise<string> {
    if (token !== undefined) return token;
    const answer = await send('/token', call);
    if (answer.status !== 200) throw new ErpError('unauthorized', 'Refused.');
    token = (JSON.parse(answer.text) as { readonly token: string }).token;
    return token;
  }

  async function answered(path: string, call: ErpCall): Promise<Answer> {
    const answer = await send(path, call, await tokenOf(call));
    if (answer.location !== undefined && sins.has('follows redirects')) return send(answer.location, call);
    if (answer.status !== 401 || sins.has('never renews its token')) return answer;
    token = undefined;
    return send(path, call, await tokenOf(call));
  }

  return {
    token: tokenOf,
    async rows(path, call) {
      if (sins.has('writes beside reading')) await send('/audit', call);
      const answer = await answered(path, call);
      const failure = statusError(answer, sins);
      if (failure !== undefined) throw failure;
      const body = parsed(answer.text, sins) as { readonly rows?: readonly PlainRow[] } | null;
      if (Array.isArray(body?.rows)) return body.rows;
      throw new ErpError('bad-response', 'No rows.');
    },
    close: async () => undefined,
  };
}
