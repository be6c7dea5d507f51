import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError, isId } from '@headwater/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Which ERP is asked, and whether anybody still waits for the answer. */
export interface ErpAsker {
  readonly connectionId: string;
  readonly signal: AbortSignal;
  readonly asked: AskedAddress;
}

/** Where a question came in. */
export interface AskedAddress {
  /** Path and query of the request, just as they came. */
  readonly url: string;
  /** The pattern of the route that answers it. */
  readonly route: string;
}

/** Aborts when the connection of a request ends before its answer is sent. */
export function whileConnected(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** Hands the connection named in the path to a controller method, with a signal of the asker's presence. */
export const Asker = createParamDecorator((_: unknown, context: ExecutionContext): ErpAsker => {
  const http = context.switchToHttp();
  const { params, url, routeOptions } = http.getRequest<FastifyRequest<{ Params: { readonly id: string } }>>();
  const { id } = params;
  if (!isId(id)) throw new DomainError('not-found', 'There is no such ERP connection.');
  const asked = { url, route: routeOptions.url ?? '' };
  return { connectionId: id, signal: whileConnected(http.getResponse<FastifyReply>()), asked };
});
