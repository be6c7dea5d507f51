import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { type PeerAct, play } from './peer-act';
import type { IssuedCertificate } from './test-authority';

export interface PeerRequest {
  readonly protocol: 'h2' | 'http/1.1';
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Lower-case names; of HTTP/2 without the pseudo headers. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Common name of the client's certificate, where it showed one that is trusted. */
  readonly clientName: string | undefined;
}

export interface TlsPeerOptions {
  readonly identity: IssuedCertificate;
  readonly serve: (request: PeerRequest) => PeerAct | Promise<PeerAct>;
  /** What it offers; both where absent, HTTP/2 first. */
  readonly protocols?: 'both' | 'http/1.1';
  /** Streams it bears at once in a session. */
  readonly maxConcurrentStreams?: number;
  /** PEM of the authority whose clients it lets in, and nobody else. */
  readonly clientAuthority?: string;
}

/** A TLS server that speaks HTTP/2 and HTTP/1.1 and misbehaves as it is told. */
export interface TlsPeer {
  readonly port: number;
  /** Every request, in the order of arrival. */
  readonly requests: readonly PeerRequest[];
  /** TLS connections made since the start. */
  readonly connections: number;
  /** TLS connections open now. */
  readonly open: number;
  /** Most requests that were in progress at the same time. */
  readonly mostAtOnce: number;
  /** The last GOAWAY a client sent, as error code. */
  readonly goAwayFromClient: number | undefined;
  /** Announces another stream limit to every session. */
  limitStreams(maxConcurrentStreams: number): void;
  /** Says GOAWAY in every session; what began before it may end. */
  goAway(code?: number): void;
  /** Resolves once every client has read what its session was told so far. */
  heardOut(): Promise<void>;
  /** Resolves once it has had so many requests. */
  asked(count: number): Promise<void>;
  /** Resolves once no TLS connection is open. */
  ended(): Promise<void>;
  close(): Promise<void>;
}

async function received(
  message: IncomingMessage | Http2ServerRequest,
  protocol: PeerRequest['protocol'],
): Promise<PeerRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers = Object.entries(message.headers).filter(([name]) => !name.startsWith(':'));
  const socket = message.socket as TLSSocket;
  return {
    protocol,
    method: message.method ?? '',
    path: message.url ?? '',
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString(),
    clientName: socket.authorized ? String(socket.getPeerCertificate().subject.CN) : undefined,
  };
}

class ScriptedTlsPeer implements TlsPeer {
  readonly requests: PeerRequest[] = [];
  connections = 0;
  mostAtOnce = 0;
  goAwayFromClient: number | undefined;
  #inProgress = 0;
  readonly #changed = new EventEmitter();
  readonly #sockets = new Set<TLSSocket>();
  readonly #sessions = new Set<ServerHttp2Session>();

  constructor(
    readonly port: number,
    private readonly server: Http2SecureServer | Server,
    private readonly serve: TlsPeerOptions['serve'],
  ) {
    server.on('secureConnection', (socket) => this.#connected(socket));
    server.on('session', (session) => this.#begun(session));
    server.on('request', (message, response) => void this.#asked(message, response));
    // A client that leaves, or is shown the door, is what the tests are about.
    server.on('sessionError', () => undefined);
    server.on('tlsClientError', () => undefined);
  }

  get open(): number {
    return this.#sockets.size;
  }

  limitStreams(maxConcurrentStreams: number): void {
    for (const session of this.#sessions) session.settings({ maxConcurrentStreams });
  }

  goAway(code = 0): void {
    for (const session of this.#sessions) session.goaway(code);
  }

  async heardOut(): Promise<void> {
    await Promise.all([...this.#sessions].map((session) => new Promise((resolve) => session.ping(resolve))));
  }

  async asked(count: number): Promise<void> {
    while (this.requests.length < count) await once(this.#changed, 'change');
  }

  async ended(): Promise<void> {
    while (this.open > 0) await once(this.#changed, 'change');
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    for (const session of this.#sessions) session.destroy();
    for (const socket of this.#sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  #connected(socket: TLSSocket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#changed.emit('change');
    });
  }

  #begun(session: ServerHttp2Session): void {
    this.#sessions.add(session);
    session.on('error', () => undefined);
    session.on('goaway', (code) => (this.goAwayFromClient = code));
    session.on('close', () => this.#sessions.delete(session));
  }

  async #asked(
    message: IncomingMessage | Http2ServerRequest,
    response: ServerResponse | Http2ServerResponse,
  ): Promise<void> {
    this.#inProgress += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#inProgress);
    response.on('close', () => (this.#inProgress -= 1));
    const stream: ServerHttp2Stream | undefined = 'stream' in message ? message.stream : undefined;
    stream?.on('error', () => undefined);
    try {
      const request = await received(message, stream === undefined ? 'http/1.1' : 'h2');
      this.requests.push(request);
      this.#changed.emit('change');
      // Node's two kinds of responses do the same under the same names, and share no type.
      const stage = { response: response as ServerResponse, stream, socket: message.socket };
      await play(await this.serve(request), stage);
    } catch (error) {
      // The client may be gone before it was answered.
      if (!response.destroyed && !(stream?.destroyed ?? false)) throw error;
    }
  }
}

function serverOf(options: TlsPeerOptions): Http2SecureServer | Server {
  const { identity, protocols = 'both', maxConcurrentStreams, clientAuthority } = options;
  const tls = {
    key: identity.privateKey,
    cert: identity.certificate,
    ...(clientAuthority === undefined ? {} : { requestCert: true, rejectUnauthorized: true, ca: clientAuthority }),
  };
  if (protocols === 'http/1.1') return createServer(tls);
  const settings = maxConcurrentStreams === undefined ? {} : { settings: { maxConcurrentStreams } };
  return createSecureServer({ ...tls, ...settings, allowHTTP1: true });
}

/** Starts the peer on a free loopback port. */
export async function startTlsPeer(options: TlsPeerOptions): Promise<TlsPeer> {
  const server = serverOf(options);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new ScriptedTlsPeer((server.address() as AddressInfo).port, server, options.serve);
}
