import type { DatabaseProbe } from '@headwater/configuration';
import type { FastifyInstance } from 'fastify';

/** For whoever keeps the process running. Depends on no ERP, so that nobody restarts it for another's fault. */
export function serveProbes(fastify: FastifyInstance, database: DatabaseProbe): void {
  fastify.get('/health/live', () => ({ status: 'alive' }));
  // Open connections need no database, so the process goes on serving them while it is away.
  fastify.get('/health/ready', async () => ({ status: 'ready', database: await database.answers() }));
}
