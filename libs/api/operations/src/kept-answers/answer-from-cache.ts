import type { AnsweredRequest } from '@headwater/api/edge';
import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { type KeptAnswer, KeptAnswers } from './kept-answers';

/** What every answer of the server has, whoever gives it. */
export interface EveryAnswer {
  /** Headers that every answer of the server carries. */
  readonly headers: Readonly<Record<string, string>>;
  /** Shorter ones are not worth packing. */
  readonly packedFrom: number;
  /** Told of every request that was answered here. */
  readonly answered: (request: AnsweredRequest) => void;
}

/**
 * Answers what is kept before the server's framework even looks at the request. Whatever is not answered here goes
 * its whole way, refusals included, so that there is one place that says no.
 */
export function answerFromCache(server: Server, app: INestApplicationContext, every: EveryAnswer): void {
  const kept = app.get(KeptAnswers);
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const startedAt = performance.now();
    const { method, url = '', headers } = request;
    // A server that is closing says so in its own way.
    const answer = method === 'GET' && server.listening ? kept.find(url, headers) : undefined;
    if (answer === undefined) {
      for (const other of others) other.call(server, request, response);
      return;
    }
    response.once('finish', () => {
      const ms = performance.now() - startedAt;
      every.answered({ traceId: randomUUID(), method: 'GET', route: answer.route, status: 200, ms });
    });
    send(response, { ...answer, headers: { ...every.headers, ...answer.headers } }, every.packedFrom);
  });
}

function send(response: ServerResponse, { headers, text }: KeptAnswer, packedFrom: number): void {
  const length = Buffer.byteLength(text);
  if (length < packedFrom) return end(response, { ...headers, 'content-length': length }, text);
  const varying = { ...headers, vary: 'accept-encoding' };
  if (!takesGzip(response)) return end(response, { ...varying, 'content-length': length }, text);
  gzip(text, (error, packed) => {
    if (error === null) {
      end(response, { ...varying, 'content-encoding': 'gzip', 'content-length': packed.length }, packed);
    } else end(response, { ...varying, 'content-length': length }, text);
  });
}

function end(
  response: ServerResponse,
  headers: Readonly<Record<string, string | number>>,
  body: string | Buffer,
): void {
  response.writeHead(200, headers).end(body);
}

const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))/i;

function takesGzip({ req }: ServerResponse): boolean {
  return GZIP.test(String(req.headers['accept-encoding'] ?? ''));
}
