import { type ErpTracing, traceErp } from '@headwater/erp-gateway';
import { context, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TracerProvider,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { Env } from '../env';

export interface Tracing {
  readonly tracer: Tracer;
  readonly erp: ErpTracing;
  /** Sends what is left. Never rejects: a collector that is away must not hold up the end. */
  readonly stop: () => Promise<void>;
}

type TracingEnv = Pick<Env, 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_SERVICE_NAME' | 'OTEL_TRACES_SAMPLER_ARG'>;

/** Also how long a collector that is away may hold up the end of the process. */
const SEND_WITHIN_MS = 1_500;

/** Sends spans to a collector; does nothing at all where none is named. */
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
  const tracer = provider.getTracer('headwater');
  return { tracer, erp: traceErp(tracer), stop: async () => void (await Promise.allSettled([stopped(provider)])) };
}

async function stopped(provider: TracerProvider): Promise<void> {
  await provider.shutdown();
  context.disable();
}
