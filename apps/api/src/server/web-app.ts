import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readdirSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

const YEAR_SECONDS = 31_536_000;
const HASHED = /-[A-Z0-9]{8}\.[a-z0-9]+$/;
const SERVER_PATHS = /^\/(api|health|metrics|mcp)(\/|$)/;

/** Serves the built web app: hashed files for ever, everything else a person may open as the app itself. */
export async function serveWebApp(fastify: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  const files = new Set(filesBelow(root));
  await fastify.register(fastifyStatic, { root, serve: false, cacheControl: false });
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { pathname } = new URL(request.url, 'http://headwater');
    const file = decodeURIComponent(pathname).slice(1);
    if (files.has(file) && file !== 'index.html') return cached(reply, file).sendFile(file);
    if (SERVER_PATHS.test(pathname) || /\.[a-z0-9]+$/i.test(pathname)) return notFound(request, reply);
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  };
  fastify.get('/', answer);
  fastify.get('/*', answer);
}

function cached(reply: FastifyReply, file: string): FastifyReply {
  const policy = HASHED.test(file) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'public, max-age=3600';
  return reply.header('cache-control', policy);
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = { type: 'urn:headwater:problem:not-found', title: 'Not found', status: 404, code: 'not-found' };
  return reply
    .status(404)
    .header('content-type', 'application/problem+json')
    .send(Buffer.from(JSON.stringify({ ...problem, traceId: request.id })));
}

function filesBelow(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, resolve(entry.parentPath, entry.name)).split(sep).join('/'));
}
