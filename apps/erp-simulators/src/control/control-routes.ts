import { DomainError, type ProblemCode } from '@headwater/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ControlPlane } from './control-plane';
import { truth, type Query } from './truth/truth-queries';

interface Asked {
  readonly query: Query;
  readonly body: unknown;
  readonly key: string;
  readonly origin: string;
}

type Answerer = (plane: ControlPlane, asked: Asked) => unknown;

const ROUTES: readonly (readonly ['GET' | 'POST', string, Answerer])[] = [
  ['GET', 'log', (plane) => logOf(plane)],
  ['POST', 'reset', (plane, { body }) => (plane.reset(body ?? {}), { reset: true })],
  ['GET', 'faults', (plane) => plane.faults.current ?? {}],
  ['POST', 'faults', (plane, { body }) => plane.setFaults(body ?? {})],
  ['POST', 'change', (plane, { body }) => plane.change(body)],
  ['POST', 'plant', (plane, { body }) => plane.plant(body ?? {})],
  ['GET', 'webhook', (plane) => ({ webhooks: plane.webhooks.list() })],
  ['POST', 'webhook', (plane, { body }) => plane.addWebhook(body)],
  ['GET', 'credentials', (plane, { origin }) => plane.simulator.credentials(origin)],
  ['GET', 'truth/customers', ({ world }, { query }) => truth.customers(world, query)],
  ['GET', 'truth/customers/:key', ({ world }, { key }) => truth.customer(world, key)],
  ['GET', 'truth/items', ({ world }, { query }) => truth.items(world, query)],
  ['GET', 'truth/items/:key', ({ world }, { key }) => truth.item(world, key)],
  ['GET', 'truth/orders', ({ world }, { query }) => truth.orders(world, query)],
  ['GET', 'truth/orders/:key', ({ world }, { key }) => truth.order(world, key)],
  ['GET', 'truth/stock/:key', ({ world }, { key }) => truth.stock(world, key)],
  ['GET', 'truth/price', ({ world }, { query }) => truth.price(world, query)],
  ['GET', 'truth/shipments', ({ world }, { query }) => truth.shipments(world, query)],
  ['GET', 'truth/invoices', ({ world }, { query }) => truth.invoices(world, query)],
  ['GET', 'truth/credit/:key', ({ world }, { key, query }) => truth.credit(world, key, query)],
];

export function registerControlRoutes(app: FastifyInstance, plane: ControlPlane): void {
  for (const [method, path, answer] of ROUTES) {
    app.route({
      method,
      url: `/_control/${path}`,
      handler: async (request, reply) => respond(reply, async () => answer(plane, askedOf(request))),
    });
  }
}

function logOf({ log, simulator }: ControlPlane): unknown {
  return { count: log.count, calls: log.list(), violations: log.violations(), tokenCalls: simulator.tokens.calls };
}

function askedOf(request: FastifyRequest): Asked {
  const { key = '' } = request.params as { readonly key?: string };
  const text = typeof request.body === 'string' ? request.body : '';
  return {
    query: request.query as Query,
    body: text === '' ? undefined : JSON.parse(text),
    key,
    origin: `${request.protocol}://${request.host}`,
  };
}

async function respond(reply: FastifyReply, answer: () => Promise<unknown>): Promise<FastifyReply> {
  try {
    return await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(await answer()));
  } catch (error) {
    const { status, body } = refusalOf(error);
    return reply.code(status).send(JSON.stringify(body));
  }
}

const STATUSES: Partial<Record<ProblemCode, number>> = { 'not-found': 404, 'invalid-request': 422, conflict: 409 };

/** What was asked wrongly is explained; anything else is a fault of the simulator and surfaces as one. */
function refusalOf(error: unknown): { readonly status: number; readonly body: unknown } {
  if (error instanceof z.ZodError) return { status: 400, body: { error: 'invalid-request', issues: error.issues } };
  if (error instanceof SyntaxError)
    return { status: 400, body: { error: 'invalid-request', message: 'The body is not JSON.' } };
  if (error instanceof DomainError)
    return { status: STATUSES[error.code] ?? 400, body: { error: error.code, message: error.message } };
  throw error;
}
