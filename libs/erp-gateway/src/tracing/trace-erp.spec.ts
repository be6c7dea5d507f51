import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { ErpError } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, fakeErpReaders } from '@headwater/erp-testing';
import { aGateway, anOrderRead, outcomeOf } from '../testing/a-gateway';
import { traceErp } from './trace-erp';

const spans = new InMemorySpanExporter();

beforeAll(() => context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()));
afterAll(() => context.disable());
beforeEach(() => spans.reset());

function aTracedGateway(get = fakeErpReaders().orders.get) {
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] });
  const { tracing, observer } = traceErp(provider.getTracer('spec'));
  return aGateway({ connection: { orders: { ...fakeErpReaders().orders, get } }, options: { tracing, observer } });
}

function finished() {
  return spans.getFinishedSpans().map((span) => ({
    name: span.name,
    parent: span.parentSpanContext?.spanId,
    id: span.spanContext().spanId,
    attributes: span.attributes,
    status: span.status.code,
  }));
}

describe('the spans of a read', () => {
  it('are one for the read and, inside it, one for the call, with what the cache decided', async () => {
    const { reads } = aTracedGateway();
    await reads.read(anOrderRead());
    const [call, read] = finished();
    expect([call?.name, read?.name]).toEqual(['erp.call orders.get', 'erp.read orders.get']);
    expect(call?.parent).toBe(read?.id);
    const common = { 'headwater.connection.id': A_CONNECTION_ID, 'headwater.erp.operation': 'orders.get' };
    expect(read?.attributes).toEqual({ ...common, 'headwater.cache.decision': 'miss' });
    expect(call?.attributes).toEqual({
      ...common,
      'headwater.cache.decision': 'miss',
      'headwater.erp.outcome': 'ok',
    });
  });

  it('say of a hit that nobody was called', async () => {
    const { reads } = aTracedGateway();
    await reads.read(anOrderRead());
    spans.reset();
    await reads.read(anOrderRead());
    expect(finished().map(({ name, attributes }) => [name, attributes['headwater.cache.decision']])).toEqual([
      ['erp.read orders.get', 'hit'],
    ]);
  });

  it('are two reads and one call where two wait for the same', async () => {
    const { reads } = aTracedGateway();
    await Promise.all([reads.read(anOrderRead()), reads.read(anOrderRead())]);
    const decisions = finished().map(({ name, attributes }) => `${name} ${attributes['headwater.cache.decision']}`);
    expect(decisions.sort()).toEqual([
      'erp.call orders.get miss',
      'erp.read orders.get joined',
      'erp.read orders.get miss',
    ]);
  });

  it('name a failure by its code, and hold nothing of the question', async () => {
    const { reads } = aTracedGateway(() =>
      Promise.reject(new ErpError('unavailable', 'No 100234.', { transient: false })),
    );
    await outcomeOf(reads.read(anOrderRead()));
    expect(finished().map(({ status }) => status)).toEqual([SpanStatusCode.ERROR, SpanStatusCode.ERROR]);
    expect(finished().map(({ attributes }) => attributes['error.type'])).toEqual(['unavailable', 'unavailable']);
    const told = spans
      .getFinishedSpans()
      .map(({ attributes, events, status, name }) => ({ attributes, events, status, name }));
    expect(JSON.stringify(told)).not.toContain('100234');
  });

  it('are part of the request they are made for', async () => {
    const { reads } = aTracedGateway();
    const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] });
    const request = provider.getTracer('spec').startSpan('GET');
    await context.with(trace.setSpan(context.active(), request), () => reads.read(anOrderRead()));
    request.end();
    expect(new Set(spans.getFinishedSpans().map((span) => span.spanContext().traceId)).size).toBe(1);
  });
});
