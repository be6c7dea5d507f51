import type { AnsweredRequest } from '@headwater/api/edge';
import { context, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const STATUS = 'http.response.status_code';

/**
 * A span for every request of the API: the route's pattern, never its address, because paths and query strings of ERP
 * reads hold order numbers. A trace begins here: a client's own `traceparent` is not believed, since anybody could
 * make us record what they like.
 */
export function traceRequests(fastify: FastifyInstance, tracer: Tracer): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions, id } = request;
    const route = routeOptions.url ?? '';
    if (!route.startsWith('/api/')) return done();
    const span = startRequest(tracer, { method, route, traceId: id });
    spans.set(request, span);
    context.with(trace.setSpan(context.active(), span), done);
  });
  fastify.addHook('onResponse', (request, { statusCode }, done) => {
    const span = spans.get(request);
    span?.setAttribute(STATUS, statusCode);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}

/** The span of a request that was answered before the routes were looked at. */
export function traceRequest(tracer: Tracer, request: AnsweredRequest): void {
  const endedAt = Date.now();
  const span = startRequest(tracer, request, endedAt - request.ms);
  span.setAttribute(STATUS, request.status);
  span.end(endedAt);
}

function startRequest(
  tracer: Tracer,
  { method, route, traceId }: Pick<AnsweredRequest, 'method' | 'route' | 'traceId'>,
  startTime?: number,
): Span {
  return tracer.startSpan(`${method} ${route}`, {
    kind: SpanKind.SERVER,
    attributes: { 'http.request.method': method, 'http.route': route, 'headwater.trace_id': traceId },
    ...(startTime === undefined ? {} : { startTime }),
  });
}
