import { PROBLEM_MEDIA_TYPE } from '@headwater/api/edge';
import type { Problem } from '@headwater/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Stated = Pick<Problem, 'code' | 'status' | 'title'>;

const NOT_FOUND: Stated = { code: 'not-found', status: 404, title: 'Not found' };
const BAD_ADDRESS: Stated = { code: 'invalid-request', status: 400, title: 'Invalid request' };

/** Answers what no controller answers. The address is not repeated: it may hold an order or customer number. */
function replyWith(problem: Stated, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body = { type: `urn:headwater:problem:${problem.code}`, ...problem, traceId: request.id };
  return reply
    .status(problem.status)
    .header('content-type', PROBLEM_MEDIA_TYPE)
    .send(Buffer.from(JSON.stringify(body)));
}

export function replyNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return replyWith(NOT_FOUND, request, reply);
}

/** For addresses that are no addresses, which the server refuses before any route sees them. */
export function replyBadAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void replyWith(BAD_ADDRESS, request, reply);
}
