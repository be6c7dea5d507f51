import { A_CONNECTION_ID, anErpManifest } from '@headwater/erp-testing';
import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  InMemorySpanExporter,
  ParentBasedSampler,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { anOrderRead } from '../testing/a-gateway';
import { aServedGateway, type ServedGateway } from '../testing/served-gateway';
import { traceErp } from '../tracing/trace-erp';
import { connectErpGateway } from './connect-erp-gateway';

/** What the gateway's process sends. */
const sent = new InMemorySpanExporter();
const gatewayTracer = new TracerProvider({
  sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
  spanProcessors: [new SimpleSpanProcessor({ exporter: sent })],
}).getTracer('gateway');

describe('the trace of a read through a gateway in another process', () => {
  let served: ServedGateway;
  let remote: ReturnType<typeof connectErpGateway>;

  beforeEach(async () => {
    sent.reset();
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    served = await aServedGateway({ options: traceErp(gatewayTracer) });
    remote = connectErpGateway({ urls: [served.url], manifests: [anErpManifest()] });
  });

  afterEach(async () => {
    await remote.close();
    await served.close();
    propagation.disable();
    context.disable();
  });

  /** Reads within a request of the API; the request's span. */
  async function readInRequest(sampler = new AlwaysOnSampler()) {
    const request = new TracerProvider({ sampler }).getTracer('api').startSpan('GET');
    await context.with(trace.setSpan(context.active(), request), () => remote.reads.read(anOrderRead()));
    request.end();
    return request.spanContext();
  }

  const told = () =>
    sent.getFinishedSpans().map((span) => ({
      name: span.name,
      trace: span.spanContext().traceId,
      parent: span.parentSpanContext?.spanId,
    }));

  it('has the call to the ERP under the read, and the read under the request', async () => {
    const request = await readInRequest();
    const [read] = sent.getFinishedSpans().filter(({ name }) => name.startsWith('erp.read'));
    expect(told()).toEqual([
      { name: 'erp.call orders.get', trace: request.traceId, parent: read?.spanContext().spanId },
      { name: 'erp.read orders.get', trace: request.traceId, parent: request.spanId },
    ]);
    expect(read?.attributes['headwater.connection.id']).toBe(A_CONNECTION_ID);
  });

  it('is sent by the gateway only where the API sends its part', async () => {
    await readInRequest(new AlwaysOffSampler());
    expect(told()).toEqual([]);
  });

  it('begins at the gateway where the API traces nothing', async () => {
    propagation.disable();
    const request = await readInRequest();
    expect(told().map(({ name }) => name)).toEqual(['erp.call orders.get', 'erp.read orders.get']);
    expect(told().map(({ trace: of }) => of)).not.toContain(request.traceId);
  });
});
