import {
  ERP_OPERATIONS,
  ErpError,
  HEALTH_STATES,
  LONGEST_REPORT_MINUTES,
  type ConnectionChange,
  type ErpErrorCode,
  type ErpHealthView,
} from '@headwater/erp-contracts';
import { ERP_REF_KINDS, PROBLEM_CODES } from '@headwater/kernel';
import { z } from 'zod';

/** Part of every path, so that two builds that do not understand each other say so instead of misreading. */
export const PROTOCOL = 'v1';

/**
 * What a gateway in its own process is asked over HTTP. Only the processes of one deployment speak it, over TLS with a
 * certificate on both sides.
 */
export const PATHS = {
  read: `/${PROTOCOL}/reads`,
  receive: `/${PROTOCOL}/notices`,
  check: `/${PROTOCOL}/connections/check`,
  probe: `/${PROTOCOL}/connections/probe`,
  reset: `/${PROTOCOL}/connections/reset`,
  report: `/${PROTOCOL}/connections/report`,
  describe: `/${PROTOCOL}/connections/describe`,
  list: `/${PROTOCOL}/connections/list`,
  stream: `/${PROTOCOL}/stream`,
} as const;

/** Milliseconds the gateway had the call; the rest of the round trip makes an answer older. */
export const ELAPSED_HEADER = 'x-headwater-elapsed-ms';

/** At the latest after this long there is a line on the stream. */
export const STREAM_BEAT_MS = 2_000;

const errorSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  message: z.string(),
  retryAfterMs: z.number().nonnegative().optional(),
  connectionId: z.string().optional(),
});

/** An answer of the gateway's own, be it a refusal; anything else on the wire means that the gateway did not answer. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorSchema }),
]);

export type GatewayReply = z.output<typeof replySchema>;

export const readSchema = z.object({
  connectionId: z.string().min(1),
  operation: z.enum(ERP_OPERATIONS),
  query: z.record(z.string(), z.unknown()),
  scope: z.object({ principal: z.string().min(1) }),
  fresh: z.boolean().optional(),
  priority: z.enum(['interactive', 'background']).optional(),
  followedBy: z.int().nonnegative().optional(),
  page: z.string().min(1).optional(),
  hints: z.object({ customer: z.string().optional() }).optional(),
  deadlineMs: z.number().nonnegative().optional(),
});

const textsSchema = z.record(z.string(), z.string());

export const receiveSchema = z.object({
  connectionId: z.string().min(1),
  notice: z.object({ method: z.string(), headers: textsSchema, query: textsSchema, body: z.string() }),
});

export const candidateSchema = z.object({
  connectionId: z.string().min(1),
  adapter: z.string().min(1),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  ttlMs: z.record(z.string(), z.number().nonnegative()).optional(),
  settleMs: z.number().nonnegative().optional(),
});

export const reportSchema = z.object({
  connectionId: z.string().min(1),
  minutes: z.int().min(1).max(LONGEST_REPORT_MINUTES),
});

export const connectionIdSchema = z.object({ connectionId: z.string().min(1) });

const healthSchema = z.looseObject({ connectionId: z.string(), state: z.enum(HEALTH_STATES) });

const changeSchema = z.object({
  connectionId: z.string(),
  change: z.object({
    kind: z.enum(ERP_REF_KINDS),
    key: z.string(),
    customer: z.string().optional(),
    order: z.string().optional(),
    hard: z.boolean(),
  }),
});

/** One line of the stream: a change after its invalidation, the health of connections that moved, or just a sign of life. */
export const streamLineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('change'), changed: changeSchema }),
  z.object({ type: z.literal('health'), views: z.array(healthSchema) }),
  z.object({ type: z.literal('beat') }),
]);

export type StreamLine =
  | { readonly type: 'change'; readonly changed: ConnectionChange }
  | { readonly type: 'health'; readonly views: readonly ErpHealthView[] }
  | { readonly type: 'beat' };

export function replyOfError({ code, message, retryAfterMs, connectionId }: ErpError): GatewayReply {
  return {
    ok: false,
    error: {
      code,
      message,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(connectionId === undefined ? {} : { connectionId }),
    },
  };
}

export function errorOfReply(error: z.output<typeof errorSchema>): ErpError {
  const { code, message, retryAfterMs, connectionId } = error;
  return new ErpError(code satisfies ErpErrorCode, message, {
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(connectionId === undefined ? {} : { connectionId }),
  });
}
