import { context, propagation, trace } from '@opentelemetry/api';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTracing } from './start-tracing';

const SETTINGS = { OTEL_SERVICE_NAME: 'of-the-spec', OTEL_TRACES_SAMPLER_ARG: 1 };

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

describe('tracing a process', () => {
  it('does nothing where no collector is named', () => {
    expect(startTracing({ ...SETTINGS, OTEL_EXPORTER_OTLP_ENDPOINT: undefined })).toBeUndefined();
  });

  it('sends its spans, under the name of its process, when it stops at the latest', async () => {
    const collector = await aCollector();
    const tracing = startTracing({ ...SETTINGS, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    tracing?.tracer.startSpan('found').end();
    await tracing?.stop();
    await collector.close();
    expect(collector.received.map(({ path, type }) => [path, type])).toEqual([
      ['/v1/traces', 'application/x-protobuf'],
    ]);
    const sent = collector.received[0]?.body.toString('latin1') ?? '';
    expect(sent).toContain('found');
    expect(sent).toContain(SETTINGS.OTEL_SERVICE_NAME);
  });

  it('has other processes told of the trace by traceparent, from its start to its end', async () => {
    const collector = await aCollector();
    const tracing = startTracing({ ...SETTINGS, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    const span = tracing?.tracer.startSpan('asking');
    const { traceId, spanId } = span?.spanContext() ?? {};
    const headersOf = (): object => {
      const headers = {};
      if (span !== undefined) propagation.inject(trace.setSpan(context.active(), span), headers);
      return headers;
    };
    expect(headersOf()).toEqual({ traceparent: `00-${traceId}-${spanId}-01` });
    await tracing?.stop();
    await collector.close();
    expect(headersOf()).toEqual({});
  });

  it('ends without complaint where the collector is away', async () => {
    const collector = await aCollector();
    await collector.close();
    const tracing = startTracing({ ...SETTINGS, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    tracing?.tracer.startSpan('lost').end();
    await expect(tracing?.stop()).resolves.toBeUndefined();
  });
});
