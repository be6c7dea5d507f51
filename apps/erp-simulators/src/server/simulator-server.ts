import fastify, { type FastifyInstance } from 'fastify';
import type { ControlPlane } from '../control/control-plane';
import { registerControlRoutes } from '../control/control-routes';
import { exchange } from './vendor-exchange';

const MOST_BODY_BYTES = 5_000_000;

/** One HTTP server of one ERP: its own paths, and `/_control` beside them. */
export function simulatorServer(plane: ControlPlane): FastifyInstance {
  const app = fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: MOST_BODY_BYTES,
    routerOptions: { maxParamLength: 500 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  registerControlRoutes(app, plane);
  app.all('/_control/*', async (_request, reply) => reply.code(404).send({ error: 'not-found' }));
  app.all('/*', async (request, reply) => exchange(plane, request, reply));
  return app;
}
