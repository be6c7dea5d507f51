import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedNotice {
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface NoticeReceiver {
  readonly url: string;
  /** Everything since the last look. */
  take(): readonly ReceivedNotice[];
  close(): void;
}

/** Takes what an ERP sends by itself, and accepts all of it. */
export async function receiveNotices(): Promise<NoticeReceiver> {
  let received: ReceivedNotice[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const { searchParams: query } = new URL(request.url ?? '/', 'http://receiver');
      received.push({ headers: request.headers, query, json: JSON.parse(text) as ReceivedNotice['json'], text });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/events`,
    take: () => {
      const taken = received;
      received = [];
      return taken;
    },
    close: () => server.close(),
  };
}
