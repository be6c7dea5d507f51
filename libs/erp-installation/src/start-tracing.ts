import { type ErpTracing, traceErp } from '@headwater/erp-gateway';
import { context, propagation, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TracerProvider,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';

export interface Tracing {
  readonly tracer: Tracer;
  readonly erp: ErpTracing;
  /** Sends what is left. Never rejects: a collector that is away must not hold up the end. */
  readonly stop: () => Promise<void>;
}

/** What of a process's environment is about tracing. */
export interface TracingEnv {
  /** A collector over HTTP, without a trailing slash; nothing is traced where it is absent. */
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_SERVICE_NAME: string;
  /** The share of traces beginning here that is sent, from 0 to 1. */
  readonly OTEL_TRACES_SAMPLER_ARG: number;
}

/** Also how long a collector that is away may hold up the end of the process. */
const SEND_WITHIN_MS = 1_500;

/**
 * Sends spans to a collector, and has the gateway's processes tell each other of the trace they work for. Does nothing
 * at all where no collector is named.
 */
export function startTracing(env: TracingEnv): Tracing | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: service, OTEL_TRACES_SAMPLER_ARG: share } = env;
  if (endpoint === undefined) return undefined;
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: SEND_WITHIN_MS });
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': service })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const tracer = provider.getTracer('headwater');
  return { tracer, erp: traceErp(tracer), stop: async () => void (await Promise.allSettled([stopped(provider)])) };
}

async function stopped(provider: TracerProvider): Promise<void> {
  await provider.shutdown();
  context.disable();
  propagation.disable();
}
