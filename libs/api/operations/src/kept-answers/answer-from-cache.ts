import { Sessions } from '@headwater/api/edge';
import { ageHeader, cacheStatusHeader, ErpReads } from '@headwater/erp-contracts';
import type { INestApplicationContext } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerText } from './answer-text';
import { KnownQuestions } from './known-questions';

/**
 * Answers what is kept before the routes are even looked at: a known question of someone recently seen, who may read
 * it, with a value the cache would give as it is. Everything else, refusals included, goes the whole way, so that
 * there is one place that says no.
 */
export function answerFromCache(fastify: FastifyInstance, app: INestApplicationContext): void {
  const [questions, sessions, reads] = [app.get(KnownQuestions), app.get(Sessions), app.get(ErpReads)];
  fastify.addHook('onRequest', (request, reply, done) => {
    const text = request.method === 'GET' ? keptAnswer({ questions, sessions, reads }, request, reply) : undefined;
    if (text === undefined) done();
    else void reply.send(text);
  });
}

interface Deps {
  readonly questions: KnownQuestions;
  readonly sessions: Sessions;
  readonly reads: ErpReads;
}

/** The body, with the headers on the reply; nothing is done to the reply where there is none. */
function keptAnswer(
  { questions, sessions, reads }: Deps,
  { url, headers }: FastifyRequest,
  reply: FastifyReply,
): string | undefined {
  const question = questions.find(url);
  if (question === undefined) return undefined;
  const user = sessions.recent(headers);
  if (user === undefined || user.ability.cannot('read', `erp.${question.capability}`)) return undefined;
  const answer = reads.kept(question.read);
  if (answer === undefined) return undefined;
  void reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('age', ageHeader(answer.freshness))
    .header('cache-status', cacheStatusHeader(answer.freshness))
    .header('cache-control', 'private, no-store');
  return answerText(answer);
}
