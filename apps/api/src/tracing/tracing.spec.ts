import { trace } from '@opentelemetry/api';
import { fastify } from 'fastify';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTracing } from './start-tracing';
import { traceRequest, traceRequests } from './trace-requests';

const SETTINGS = { OTEL_SERVICE_NAME: 'spec', OTEL_TRACES_SAMPLER_ARG: 1 };

interface Received {
  readonly path: string | undefined;
  readonly type: string | undefined;
  readonly body: Buffer;
}

/** A collector that takes spans over HTTP. */
async function aCollector() {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url, type: request.headers['content-type'], body: Buffer.concat(chunks) });
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { received, url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) };
}

describe('tracing', () => {
  it('does nothing where no collector is named', () => {
    expect(startTracing({ ...SETTINGS, OTEL_EXPORTER_OTLP_ENDPOINT: undefined })).toBeUndefined();
  });

  it('sends a span for each request of the API, by its route and never its address, when it stops at the latest', async () => {
    const collector = await aCollector();
    const tracing = startTracing({ ...SETTINGS, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    if (tracing === undefined) throw new Error('nothing is traced');
    const app = fastify();
    traceRequests(app, tracing.tracer);
    const active: (string | undefined)[] = [];
    app.get('/api/orders/:number', async () => {
      active.push(trace.getActiveSpan()?.spanContext().traceId);
      return {};
    });
    app.get('/metrics', async () => ({ traced: trace.getActiveSpan() !== undefined }));
    await app.inject('/api/orders/unmistakable-4711?q=unmistakable-4712');
    traceRequest(tracing.tracer, { traceId: 't', method: 'GET', route: '/api/credit/:kept', status: 200, ms: 3 });
    expect((await app.inject('/metrics')).json()).toEqual({ traced: false });
    await app.close();
    await tracing.stop();
    await collector.close();
    expect(active).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(collector.received.map(({ path, type }) => [path, type])).toEqual([
      ['/v1/traces', 'application/x-protobuf'],
    ]);
    const sent = collector.received[0]?.body.toString('latin1') ?? '';
    expect(sent).toContain('GET /api/orders/:number');
    expect(sent).toContain('GET /api/credit/:kept');
    expect(sent).not.toContain('unmistakable');
  });

  it('ends without complaint where the collector is away', async () => {
    const collector = await aCollector();
    await collector.close();
    const tracing = startTracing({ ...SETTINGS, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    tracing?.tracer.startSpan('lost').end();
    await expect(tracing?.stop()).resolves.toBeUndefined();
  });
});
