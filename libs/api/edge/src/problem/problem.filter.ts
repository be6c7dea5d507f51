import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Problem } from '@headwater/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from './to-problem';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Answers every failure with an RFC 9457 problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem: Problem = { ...toProblem(thrown), traceId: request.id };
    if (problem.status >= 500) this.log(problem, thrown);
    if (reply.sent || reply.raw.headersSent) {
      // A stream that has begun cannot change its status any more; it ends.
      reply.raw.destroy();
      return;
    }
    if (problem.retryAfterS !== undefined) void reply.header('retry-after', String(problem.retryAfterS));
    const body = Buffer.from(JSON.stringify(problem));
    void reply.status(problem.status).header('content-type', PROBLEM_MEDIA_TYPE).send(body);
  }

  /** Messages of foreign errors may quote values; where they were thrown does not. */
  private log(problem: Problem, thrown: unknown): void {
    this.logger.error({ traceId: problem.traceId, code: problem.code, status: problem.status, ...originOf(thrown) });
  }
}

function originOf(thrown: unknown): { readonly error: string; readonly frames?: readonly string[] } {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: thrown.constructor.name, frames: frames.map((line) => line.trim()) };
}
