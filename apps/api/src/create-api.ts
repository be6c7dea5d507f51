import compress from '@fastify/compress';
import { type AnsweredRequest, createLog, logRequest, logRequests, nestLogger } from '@headwater/api/edge';
import { answerFromCache, parseBodies } from '@headwater/api/operations';
import { startTracing, type Tracing } from '@headwater/erp-installation';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { AppModule } from './app.module';
import type { Env } from './env';
import { describeApi } from './server/openapi';
import { replyBadAddress } from './server/problem-reply';
import { addSecurityHeaders, SECURITY_HEADERS } from './server/security-headers';
import { serveWebApp } from './server/web-app';
import { traceRequest, traceRequests } from './tracing/trace-requests';

const GRACE_MS = 3_000;
/** A shorter answer is not worth packing. */
const PACKED_FROM_BYTES = 2_048;
const COMPRESSED = /^text\/|\+json\b|\+xml\b|\/(?:json|javascript|xml)\b/;

export interface RunningApi {
  readonly url: string;
  /** Ends streams, sockets, ERP connections and the database pool. */
  close(): Promise<void>;
}

/** Starts the server; rejects with what is missing, having closed what was opened. */
export async function createApi(env: Env): Promise<RunningApi> {
  const log = createLog(env.LOG_LEVEL);
  const tracing = startTracing(env);
  const adapter = new FastifyAdapter({
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    frameworkErrors: replyBadAddress,
    ...(env.TRUSTED_PROXIES.length === 0 ? {} : { trustProxy: [...env.TRUSTED_PROXIES] }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(env, tracing), adapter, {
    logger: nestLogger(log),
    bodyParser: false,
    abortOnError: false,
  });
  try {
    const fastify = app.getHttpAdapter().getInstance();
    if (tracing !== undefined) traceRequests(fastify, tracing.tracer);
    parseBodies(fastify);
    logRequests(fastify, log);
    addSecurityHeaders(fastify);
    await fastify.register(compress, {
      threshold: PACKED_FROM_BYTES,
      customTypes: isCompressed,
      globalDecompression: false,
    });
    answerFromCache(fastify.server, app, {
      headers: SECURITY_HEADERS,
      packedFrom: PACKED_FROM_BYTES,
      answered: (request) => tell(request, log, tracing),
    });
    describeApi(app);
    if (env.WEB_ROOT !== undefined) await serveWebApp(fastify, env.WEB_ROOT);
    await app.listen(env.PORT, env.HOST);
  } catch (error) {
    await Promise.all([app.close(), tracing?.stop()]);
    throw error;
  }
  return { url: addressOf(app, env.HOST), close: () => closeWithin(app, tracing, GRACE_MS) };
}

/** The same of a request that no route answered as of the others. */
function tell(request: AnsweredRequest, log: Logger, tracing: Tracing | undefined): void {
  logRequest(log, request);
  if (tracing !== undefined) traceRequest(tracing.tracer, request);
}

/** Lets requests end that are being answered, but not for ever: whoever still holds a socket then loses it. */
async function closeWithin(app: NestFastifyApplication, tracing: Tracing | undefined, graceMs: number): Promise<void> {
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), graceMs);
  try {
    await app.close();
    await tracing?.stop();
  } finally {
    clearTimeout(cut);
  }
}

/** Text of any kind but event streams, whose messages a compressor would hold back. */
function isCompressed(type: string): boolean {
  return COMPRESSED.test(type) && !type.startsWith('text/event-stream');
}

function addressOf(app: NestFastifyApplication, host: string): string {
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
