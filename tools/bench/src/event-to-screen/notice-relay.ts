import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface NoticeRelay {
  /** Where the ERP sends its notices to. */
  readonly url: string;
  /** When the last notice was sent on to the product, by the wall clock. */
  sentAt(): number;
  close(): void;
}

/** Stands between the ERP and the product, to know the moment a notice is sent. */
export async function startNoticeRelay(target: string): Promise<NoticeRelay> {
  let sentAt = 0;
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => {
        const headers = Object.entries(request.headers).flatMap(([name, value]) =>
          typeof value === 'string' && !OF_THE_HOP.has(name) ? [[name, value] as const] : [],
        );
        sentAt = preciseNow();
        return fetch(target, { method: 'POST', headers: Object.fromEntries(headers), body });
      })
      .then(
        (answer) => response.writeHead(answer.status).end(),
        () => response.writeHead(502).end(),
      );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, sentAt: () => sentAt, close: () => void server.close() };
}

const OF_THE_HOP = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

/** The wall clock with the fractions that `Date.now` leaves out. */
function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
