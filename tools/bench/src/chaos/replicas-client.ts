import { setTimeout } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../../../dev/seed-demo.mts';

/** What one request came to; status 0 where no replica answered, 1 where the answer did not come in time. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const PATIENCE_MS = 45_000;
const RESTING_MS = 1_000;
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * What stands before several replicas: takes them in turns, passes over one that was just found dead, and sends a read
 * on to the next where one breaks off. A write is sent on only where it was never received.
 */
export class ReplicasClient {
  readonly #deadUntil = new Map<string, number>();
  #turn = 0;
  #cookie = '';

  constructor(private readonly urls: readonly string[]) {}

  async signIn(): Promise<void> {
    const [url = ''] = this.urls;
    const answer = await fetch(`${url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email: 'rep@headwater.demo', password: DEMO_PASSWORD }),
    });
    if (!answer.ok) throw new Error(`The sign-in answered ${answer.status}.`);
    this.#cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  }

  get(path: string): Promise<Reply> {
    return this.#send(path, { method: 'GET' });
  }

  post(path: string, body: unknown): Promise<Reply> {
    const headers = { 'content-type': 'application/json' };
    return this.#send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async #send(path: string, init: RequestInit): Promise<Reply> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    for (const url of this.#inTurn()) {
      try {
        const headers = { cookie: this.#cookie, origin: url, ...init.headers };
        const answer = await fetch(`${url}${path}`, { ...init, headers, signal });
        const text = await answer.text();
        return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
      } catch (error) {
        if (signal.aborted) return { status: 1, body: undefined };
        this.#deadUntil.set(url, Date.now() + RESTING_MS);
        if (init.method !== 'GET' && !NOT_CONNECTED.has(causeOf(error))) return { status: 0, body: undefined };
      }
    }
    return { status: 0, body: undefined };
  }

  /** Whom to ask, one after the other: from the next one on, those that were just found dead last. */
  #inTurn(): readonly string[] {
    this.#turn += 1;
    const from = this.#turn % this.urls.length;
    const order = [...this.urls.slice(from), ...this.urls.slice(0, from)];
    const now = Date.now();
    const rests = (url: string): boolean => (this.#deadUntil.get(url) ?? 0) > now;
    return [...order.filter((url) => !rests(url)), ...order.filter(rests)];
  }
}

/** Reads until there is an answer below 500, as somebody does who waits for the product to come back. */
export async function whenAnswers(client: ReplicasClient, path: string, patienceMs: number): Promise<Reply> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const reply = await client.get(path);
    if ((reply.status >= 200 && reply.status < 500) || Date.now() > until) return reply;
    await setTimeout(200);
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
