import type { ErpRead } from '@headwater/erp-contracts';
import { toErpError } from '@headwater/erp-contracts';
import {
  type Attributes,
  context,
  createContextKey,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import type { ErpGatewayObserver, FinishedCall } from '../gateway/observer';
import type { ReadTracing } from './read-tracing';

export interface ErpTracing {
  readonly tracing: ReadTracing;
  readonly observer: ErpGatewayObserver;
}

const CALL_DECISION = createContextKey('headwater.cache.decision');
const DECISION = 'headwater.cache.decision';

/**
 * Spans of reads and, inside them, of the calls to the ERP: names of operations, ids of connections, codes, and what
 * the cache decided. What is read, and who reads it, is in none of them.
 *
 * A call that several readers wait for is part of the read that began it; the others say `joined`.
 */
export function traceErp(tracer: Tracer): ErpTracing {
  return {
    tracing: {
      around: (read, work) => tracer.startActiveSpan(`erp.read ${read.operation}`, (span) => within(span, read, work)),
    },
    observer: {
      readFinished: ({ decision }) => trace.getActiveSpan()?.setAttribute(DECISION, decision),
      callFinished: (call) => recordCall(tracer, call),
      callRepeated: ({ why, attempt }) => trace.getActiveSpan()?.addEvent(`erp.call.${why}`, { attempt }),
      callSpared: ({ by }) => trace.getActiveSpan()?.addEvent('erp.call.spared', { by }),
    },
  };
}

async function within<T>(span: Span, read: ErpRead, work: () => Promise<T>): Promise<T> {
  span.setAttributes(attributesOf(read));
  // Only a read that goes to the ERP has a call inside: it passed the cache, or missed it.
  const inside = context.active().setValue(CALL_DECISION, read.fresh === true ? 'bypass' : 'miss');
  try {
    return await context.with(inside, work);
  } catch (thrown) {
    fail(span, toErpError(thrown).code);
    throw thrown;
  } finally {
    span.end();
  }
}

/** The gateway tells of a call when it has ended, so that its span begins in the past. */
function recordCall(tracer: Tracer, call: FinishedCall): void {
  const endedAt = Date.now();
  const decision = context.active().getValue(CALL_DECISION);
  const attributes = {
    ...attributesOf(call),
    'headwater.erp.outcome': call.outcome,
    ...(typeof decision === 'string' ? { [DECISION]: decision } : {}),
  };
  const span = tracer.startSpan(`erp.call ${call.operation}`, {
    kind: SpanKind.CLIENT,
    startTime: endedAt - call.ms,
    attributes,
  });
  if (call.outcome !== 'ok' && call.outcome !== 'abandoned') fail(span, call.outcome);
  span.end(endedAt);
}

function attributesOf({ connectionId, operation }: Pick<ErpRead, 'connectionId' | 'operation'>): Attributes {
  return { 'headwater.connection.id': connectionId, 'headwater.erp.operation': operation };
}

function fail(span: Span, code: string): void {
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR, message: code });
}
