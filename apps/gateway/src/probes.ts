import type { DatabaseProbe } from '@headwater/configuration';
import { metricsRegistry } from '@headwater/erp-gateway';
import type { InstalledGateway } from '@headwater/erp-installation';
import type { FastifyInstance } from 'fastify';

/**
 * For whoever keeps the process running and measures it. Depends on no ERP, so that nobody restarts it for another's
 * fault.
 */
export function serveProbes(fastify: FastifyInstance, gateway: InstalledGateway, database: DatabaseProbe): void {
  const registry = metricsRegistry(() => gateway.metrics());
  fastify.get('/health/live', () => ({ status: 'alive' }));
  // Open connections need no database and no Redis, so the process goes on serving them while these are away.
  fastify.get('/health/ready', async () => {
    const redis = gateway.sharedState();
    return { status: 'ready', database: await database.answers(), ...(redis === undefined ? {} : { redis }) };
  });
  fastify.get('/metrics', async (_request, reply) => {
    void reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    return registry.text();
  });
}
