import {
  ErpError,
  toErpError,
  type ErpConnectionCandidate,
  type ErpRead,
  type RawErpNotice,
} from '@headwater/erp-contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ErpGateway } from '../create-erp-gateway';
import type { Timers } from '../timers';
import {
  candidateSchema,
  connectionIdSchema,
  ELAPSED_HEADER,
  PATHS,
  readSchema,
  receiveSchema,
  replyOfError,
  reportSchema,
  type GatewayReply,
} from './protocol';
import { streamGateway } from './stream-gateway';
import { withinTraceOf } from './trace-context';

type Gateway = Pick<ErpGateway, 'reads' | 'changes' | 'connections'>;

interface Endpoint<S extends z.ZodType> {
  readonly path: string;
  readonly schema: S;
  readonly answer: (question: z.output<S>, signal: AbortSignal) => Promise<unknown>;
}

/** Serves a gateway to the other processes of its deployment. Who may ask is the server's matter: TLS on both sides. */
export function serveGateway(fastify: FastifyInstance, gateway: Gateway, timers: Timers): void {
  const { reads, changes, connections } = gateway;
  const post = <S extends z.ZodType>(endpoint: Endpoint<S>): void => {
    fastify.post(endpoint.path, (request, reply) => answered(endpoint, request, reply));
  };
  post({
    path: PATHS.read,
    schema: readSchema,
    answer: (read, signal) => reads.read({ ...(read as unknown as ErpRead), signal }),
  });
  post({
    path: PATHS.receive,
    schema: receiveSchema,
    answer: ({ connectionId, notice }) => changes.receive(connectionId, notice satisfies RawErpNotice),
  });
  post({
    path: PATHS.check,
    schema: candidateSchema,
    answer: (candidate) => connections.check(asCandidate(candidate)),
  });
  post({
    path: PATHS.probe,
    schema: candidateSchema,
    answer: (candidate) => connections.probe(asCandidate(candidate)),
  });
  post({
    path: PATHS.reset,
    schema: connectionIdSchema,
    answer: ({ connectionId }) => connections.reset(connectionId),
  });
  post({
    path: PATHS.report,
    schema: reportSchema,
    answer: ({ connectionId, minutes }) => connections.report(connectionId, minutes),
  });
  post({
    path: PATHS.describe,
    schema: connectionIdSchema,
    answer: async ({ connectionId }) => ({
      source: await reads.sourceOf(connectionId),
      manifest: await reads.manifestOf(connectionId),
    }),
  });
  fastify.get(PATHS.list, async (): Promise<GatewayReply> => ({ ok: true, value: await reads.connectionIds() }));
  fastify.get(PATHS.stream, (_request, reply) => streamGateway(gateway, reply, timers));
}

async function answered<S extends z.ZodType>(
  { schema, answer }: Endpoint<S>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<GatewayReply> {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort(new ErpError('timeout', 'The reader went away before the answer came.')));
  const said = await withinTraceOf(request.headers, () =>
    replied(schema, request.body, (question) => answer(question, gone.signal)),
  );
  reply.header(ELAPSED_HEADER, reply.elapsedTime.toFixed(3));
  return said;
}

async function replied<S extends z.ZodType>(
  schema: S,
  body: unknown,
  answer: (question: z.output<S>) => Promise<unknown>,
): Promise<GatewayReply> {
  const question = schema.safeParse(body);
  if (!question.success) {
    const where = question.error.issues.map(({ path }) => path.join('.')).join(', ');
    return replyOfError(new ErpError('invalid-request', `The gateway does not understand the question: ${where}.`));
  }
  try {
    return { ok: true, value: (await answer(question.data)) ?? null };
  } catch (thrown) {
    return replyOfError(toErpError(thrown));
  }
}

function asCandidate(candidate: z.output<typeof candidateSchema>): ErpConnectionCandidate {
  return candidate as ErpConnectionCandidate;
}
