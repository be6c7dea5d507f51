import { createLog, nestLogger } from '@headwater/api/edge';
import { DatabaseProbe } from '@headwater/configuration';
import { serveGateway, systemTimers } from '@headwater/erp-gateway';
import { type InstalledGateway, startTracing, type Tracing } from '@headwater/erp-installation';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import fastify, { type FastifyInstance } from 'fastify';
import type { Env } from './env';
import { GATEWAY, GatewayProcessModule } from './gateway-process.module';
import { admitOnly } from './known-callers';
import { serveProbes } from './probes';

export interface RunningGateway {
  /** Where it is asked, over TLS. */
  readonly url: string;
  /** Where health and metrics are read. */
  readonly probeUrl: string;
  /** Ends streams, sockets, ERP connections and the database pool. */
  close(): Promise<void>;
}

/** A notice of an ERP may be a MiB, and travels inside a question. */
const LARGEST_QUESTION_BYTES = 4 * 1024 * 1024;

/** Starts the process; rejects with what is missing, having closed what was opened. */
export async function createGateway(env: Env): Promise<RunningGateway> {
  const tracing = startTracing(env);
  const context = await NestFactory.createApplicationContext(GatewayProcessModule.for(env, tracing), {
    logger: nestLogger(createLog(env.LOG_LEVEL)),
    abortOnError: false,
  });
  const server = fastify({
    https: {
      ca: env.GATEWAY_TLS_CA,
      cert: env.GATEWAY_TLS_CERT,
      key: env.GATEWAY_TLS_KEY,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.3',
    },
    forceCloseConnections: true,
    bodyLimit: LARGEST_QUESTION_BYTES,
  }) as unknown as FastifyInstance;
  const probes = fastify({ forceCloseConnections: true });
  const close = (): Promise<void> => closeAll({ context, servers: [server, probes], tracing });
  try {
    admitOnly(server, env.GATEWAY_CLIENTS);
    const gateway = context.get<InstalledGateway>(GATEWAY);
    serveGateway(server, gateway, systemTimers);
    serveProbes(probes, gateway, context.get(DatabaseProbe, { strict: false }));
    const url = await server.listen({ port: env.PORT, host: env.HOST });
    return { url, probeUrl: await probes.listen({ port: env.PROBE_PORT, host: env.HOST }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Closable {
  readonly context: INestApplicationContext;
  readonly servers: readonly FastifyInstance[];
  readonly tracing: Tracing | undefined;
}

async function closeAll({ context, servers, tracing }: Closable): Promise<void> {
  await Promise.all(servers.map((server) => server.close()));
  await context.close();
  await tracing?.stop();
}
