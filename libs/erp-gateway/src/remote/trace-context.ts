import { context, propagation } from '@opentelemetry/api';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * The trace that is worked for, as headers for another process of the deployment (W3C `traceparent`); none where
 * nothing is traced.
 */
export function traceHeaders(): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
}

/** Does the work as a part of the caller's trace. For callers who are known only: others could make us record what they like. */
export function withinTraceOf<T>(headers: IncomingHttpHeaders, work: () => Promise<T>): Promise<T> {
  return context.with(propagation.extract(context.active(), headers), work);
}
