import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Largest notice that is read at all. */
export const MAX_NOTICE_BYTES = 1024 * 1024;
export const NOTICE_ROUTE = 'api/erp/events/:connectionId';

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Makes bodies parsers of an application hand notices of ERPs on as they came: a signature is over the bytes. Every
 * other route takes JSON and nothing else. To be called on an application made without body parsers of its own.
 */
export function parseBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const json = fastify.getDefaultJsonParser('error', 'error');
  const asBuffer = { parseAs: 'buffer', bodyLimit: MAX_NOTICE_BYTES } as const;
  fastify.addContentTypeParser('application/json', asBuffer, (request, body: Buffer, done: Done) => {
    if (isNotice(request)) done(null, body);
    else if (body.length === 0) done(null, undefined);
    else void json(request, body.toString('utf8'), done);
  });
  fastify.addContentTypeParser('*', asBuffer, (request, body: Buffer, done: Done) => {
    if (isNotice(request)) done(null, body);
    else if (body.length === 0) done(null, undefined);
    else done(unsupportedMediaType());
  });
}

function isNotice(request: FastifyRequest): boolean {
  return request.routeOptions.url === `/${NOTICE_ROUTE}`;
}

function unsupportedMediaType(): Error {
  return Object.assign(new Error('Send the body as application/json.'), { statusCode: 415 });
}
