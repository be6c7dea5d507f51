import { type ReplayAnswer, type ReplayRequest, startReplayServer } from '@headwater/erp-testing';
import type { AskedOfErp, ErpAnswers } from './benched-erp';

/** One call of an adapter, and the text it was answered with. */
export interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string;
  readonly text: string;
}

/** A tiny ERP over HTTP that remembers what it was asked. */
export interface Answering {
  readonly origin: string;
  /** Every exchange since the last `forget`, in turn. */
  exchanges(): readonly Exchange[];
  forget(): void;
  close(): Promise<void>;
}

const NO_ADDRESS: ReplayAnswer = { status: 404, body: '' };

function askedBy({ method, path, body }: ReplayRequest): AskedOfErp {
  const url = new URL(path, 'http://erp.example');
  return { method, path: decodeURIComponent(url.pathname), query: url.searchParams, body };
}

function keyOf({ method, path, body }: Pick<ReplayRequest, 'method' | 'path' | 'body'>): string {
  return [method, path, body].join('\n');
}

/** Serves `answers`; each is made once, so that what is asked again costs no more than sending it. */
export async function startAnswering(answers: ErpAnswers): Promise<Answering> {
  const texts = new Map<string, string>();
  const answer = (request: ReplayRequest): ReplayAnswer => {
    const key = keyOf(request);
    const made = texts.get(key) ?? textOf(answers(askedBy(request)));
    if (made === undefined) return NO_ADDRESS;
    texts.set(key, made);
    return { body: made, headers: { 'content-type': made.startsWith('<') ? 'application/xml' : 'application/json' } };
  };
  const server = await startReplayServer([{ name: 'everything', matches: () => true, answer }]);
  return {
    origin: server.origin,
    exchanges: () => server.requests.map((request) => exchangeOf(request, texts.get(keyOf(request)) ?? '')),
    forget: () => server.forget(),
    close: () => server.close(),
  };
}

function textOf(body: unknown): string | undefined {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function exchangeOf({ method, path, body }: ReplayRequest, text: string): Exchange {
  return { method: method === 'POST' ? 'POST' : 'GET', path, body, text };
}
