import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readdirSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { replyNotFound } from './problem-reply';

/** The builder's hash is eight characters of the URL-safe alphabet; a plain word of eight letters is none. */
const HASHED = /-(?=[a-z]*[A-Z\d_-])[\w-]{8}\.[a-z0-9]+$/;
const FOR_EVER = { maxAge: '365d', immutable: true };
const FOR_AN_HOUR = { maxAge: '1h' };
const SERVER_PATHS = /^\/(api|health|metrics|mcp)(\/|$)/;

/** Serves the built web app: hashed files for ever, everything else a person may open as the app itself. */
export async function serveWebApp(fastify: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  const files = new Set(filesBelow(root));
  await fastify.register(fastifyStatic, { root, serve: false });
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { pathname } = new URL(request.url, 'http://headwater');
    const file = decodeURIComponent(pathname).slice(1);
    const isApp = file === '' || file === 'index.html';
    if (!isApp && files.has(file)) return reply.sendFile(file, HASHED.test(file) ? FOR_EVER : FOR_AN_HOUR);
    if (!isApp && isNoPage(pathname)) return replyNotFound(request, reply);
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  };
  fastify.get('/', answer);
  fastify.get('/*', answer);
}

/** Missing files and routes of the server must not look like the app. */
function isNoPage(pathname: string): boolean {
  return SERVER_PATHS.test(pathname) || /\.[a-z0-9]+$/i.test(pathname);
}

function filesBelow(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, resolve(entry.parentPath, entry.name)).split(sep).join('/'));
}
