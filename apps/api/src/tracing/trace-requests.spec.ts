import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { fastify } from 'fastify';
import { traceRequest, traceRequests } from './trace-requests';

describe('the spans of requests', () => {
  beforeAll(() => context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()));
  afterAll(() => context.disable());

  it('are one for each request of the API, by its route and never its address', async () => {
    const sent = new InMemorySpanExporter();
    const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: sent })] });
    const app = fastify();
    traceRequests(app, provider.getTracer('spec'));
    const active: (string | undefined)[] = [];
    app.get('/api/orders/:number', async () => {
      active.push(trace.getActiveSpan()?.spanContext().spanId);
      return {};
    });
    app.get('/metrics', async () => ({ traced: trace.getActiveSpan() !== undefined }));
    await app.inject('/api/orders/unmistakable-4711?q=unmistakable-4712');
    expect((await app.inject('/metrics')).json()).toEqual({ traced: false });
    await app.close();
    const spans = sent.getFinishedSpans();
    expect(spans.map(({ name }) => name)).toEqual(['GET /api/orders/:number']);
    expect(active).toEqual(spans.map((span) => span.spanContext().spanId));
    expect(JSON.stringify(spans.map(({ name, attributes, events }) => ({ name, attributes, events })))).not.toContain(
      'unmistakable',
    );
  });

  it('are the same for a request that was answered before the routes', () => {
    const sent = new InMemorySpanExporter();
    const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: sent })] });
    const answered = { traceId: 'a-trace', method: 'GET', route: '/api/credit/:id', status: 200, ms: 3 };
    traceRequest(provider.getTracer('spec'), answered);
    const [span] = sent.getFinishedSpans();
    expect(span).toMatchObject({
      name: 'GET /api/credit/:id',
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/api/credit/:id',
        'http.response.status_code': 200,
        'headwater.trace_id': 'a-trace',
      },
    });
  });
});
