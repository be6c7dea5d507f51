import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { ProxiedConnection } from './proxied-connection';
import type { WireFault } from './wire-fault';

export interface FaultProxyTarget {
  readonly port: number;
  /** Loopback where absent. */
  readonly host?: string;
}

/** A TCP proxy on loopback that fails on demand, and knows nothing of what is spoken through it. */
export interface FaultProxy {
  readonly port: number;
  /** Connections made through it since its start. */
  readonly accepted: number;
  /** Connections open through it now. */
  readonly open: number;
  /** From now on, for open and new connections; replaces the fault before. */
  inject(fault: WireFault): Promise<void>;
  /** New connections are sound; open ones too, but for those that went silent. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

class TcpFaultProxy implements FaultProxy {
  accepted = 0;
  #fault: WireFault | undefined;
  readonly #connections = new Set<ProxiedConnection>();

  constructor(
    readonly port: number,
    private readonly server: Server,
    private readonly target: FaultProxyTarget,
  ) {
    server.on('connection', (client) => this.#accept(client));
  }

  get open(): number {
    return this.#connections.size;
  }

  async inject(fault: WireFault): Promise<void> {
    this.#fault = fault;
    if (fault.kind === 'refuse') return this.#stopListening();
    for (const connection of this.#connections) connection.apply(fault);
    await this.#listen();
  }

  async recover(): Promise<void> {
    this.#fault = undefined;
    for (const connection of this.#connections) connection.apply(undefined);
    await this.#listen();
  }

  async close(): Promise<void> {
    for (const connection of this.#connections) connection.destroy();
    await this.#stopListening();
  }

  #accept(client: Socket): void {
    this.accepted += 1;
    const { port, host = LOOPBACK } = this.target;
    const upstream = connect({ port, host, allowHalfOpen: true, noDelay: true });
    const connection = new ProxiedConnection(client, upstream, this.#fault);
    this.#connections.add(connection);
    client.on('close', () => this.#connections.delete(connection));
  }

  async #listen(): Promise<void> {
    if (this.server.listening) return;
    this.server.listen(this.port, LOOPBACK);
    await once(this.server, 'listening');
  }

  /** Only the door: `server.close` would wait for the open connections to end. */
  async #stopListening(): Promise<void> {
    if (!this.server.listening) return;
    this.server.close();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Puts a proxy in front of a server of a test, on a free loopback port. Works for any protocol over TCP, TLS
 * included: the certificate the client sees is the server's own.
 */
export async function startFaultProxy(target: FaultProxyTarget): Promise<FaultProxy> {
  const server = createServer({ allowHalfOpen: true, noDelay: true });
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  return new TcpFaultProxy((server.address() as AddressInfo).port, server, target);
}
