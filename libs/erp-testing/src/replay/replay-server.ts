import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commitFault, type ReplayFault, type WholeAnswer } from './replay-fault';

export interface ReplayRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** When it arrived, in milliseconds since the Unix epoch. */
  readonly at: number;
}

export interface ReplayAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text and bytes go out as they are, anything else as JSON. */
  readonly body?: unknown;
}

/** One recorded or scripted exchange: which request it is for, and what the ERP says. */
export interface ReplayExchange {
  readonly name: string;
  readonly matches: (request: ReplayRequest) => boolean;
  readonly answer: ReplayAnswer | ((request: ReplayRequest) => ReplayAnswer);
}

export interface InjectedFault {
  readonly fault: ReplayFault;
  readonly on: (request: ReplayRequest) => boolean;
  /** How many requests it hits; all where absent. */
  readonly times?: number;
}

export interface ReplayServer {
  readonly origin: string;
  /** Every request since the start or the last `forget`. */
  readonly requests: readonly ReplayRequest[];
  /** Requests no exchange was for; they were answered with 501. */
  readonly unexpected: readonly ReplayRequest[];
  inject(fault: InjectedFault): void;
  recover(): void;
  forget(): void;
  close(): Promise<void>;
}

async function receive(message: IncomingMessage): Promise<ReplayRequest> {
  const at = Date.now();
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(message.headers)) headers[name] = String(value);
  return { method: message.method ?? '', path: message.url ?? '', headers, body: Buffer.concat(chunks).toString(), at };
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body ?? null));
}

/** The bytes and headers of an answer, ready to send. */
export function rendered(answer: ReplayAnswer): WholeAnswer {
  const type = typeof answer.body === 'string' ? 'text/plain' : 'application/json';
  return { headers: { 'content-type': type, ...answer.headers }, body: bytesOf(answer.body) };
}

function send(response: ServerResponse, answer: ReplayAnswer): void {
  const { headers, body } = rendered(answer);
  response.writeHead(answer.status ?? 200, { ...headers, 'content-length': body.byteLength });
  response.end(body);
}

/** What the first exchange that is for a request says; `undefined` where none is. */
export function scriptedAnswer(exchanges: readonly ReplayExchange[], request: ReplayRequest): ReplayAnswer | undefined {
  const exchange = exchanges.find((candidate) => candidate.matches(request));
  return typeof exchange?.answer === 'function' ? exchange.answer(request) : exchange?.answer;
}

const NOT_SCRIPTED: ReplayAnswer = { status: 501, body: 'no exchange was scripted for this request' };

class Replay implements ReplayServer {
  readonly requests: ReplayRequest[] = [];
  readonly unexpected: ReplayRequest[] = [];
  private faults: { fault: ReplayFault; on: InjectedFault['on']; left: number }[] = [];

  constructor(
    readonly origin: string,
    private readonly server: Server,
    private readonly exchanges: readonly ReplayExchange[],
  ) {
    server.on('request', (message, response) => void this.serve(message, response));
  }

  inject({ fault, on, times = Number.POSITIVE_INFINITY }: InjectedFault): void {
    this.faults.push({ fault, on, left: times });
  }

  recover(): void {
    this.faults = [];
  }

  forget(): void {
    this.requests.length = 0;
    this.unexpected.length = 0;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await receive(message);
    this.requests.push(request);
    const answer = this.answerTo(request);
    const hit = this.faults.find((candidate) => candidate.left > 0 && candidate.on(request));
    if (hit === undefined) return send(response, answer);
    hit.left -= 1;
    if (hit.fault.kind === 'answer') return send(response, hit.fault.answer);
    commitFault(hit.fault, response, rendered(answer));
  }

  private answerTo(request: ReplayRequest): ReplayAnswer {
    const answer = scriptedAnswer(this.exchanges, request);
    if (answer === undefined) this.unexpected.push(request);
    return answer ?? NOT_SCRIPTED;
  }
}

/** Serves scripted exchanges over real HTTP on a free loopback port, with faults on demand. */
export async function startReplayServer(exchanges: readonly ReplayExchange[]): Promise<ReplayServer> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return new Replay(`http://127.0.0.1:${String(port)}`, server, exchanges);
}
