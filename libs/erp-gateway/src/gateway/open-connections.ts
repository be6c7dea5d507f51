import {
  ErpError,
  type ErpAdapter,
  type ErpConnection,
  type ErpConnectionSource,
  type ErpManifest,
} from '@headwater/erp-contracts';
import { OpenedConnection, type OpenedConnectionDeps } from './opened-connection';

export interface OpenConnectionsOptions extends OpenedConnectionDeps {
  readonly adapters: readonly ErpAdapter[];
  readonly source: ErpConnectionSource;
  /** Told of each connection once when it is opened and once when it is given up. */
  readonly lifetime: ConnectionLifetime;
}

export interface ConnectionLifetime {
  start(opened: OpenedConnection): void;
  stop(opened: OpenedConnection): void;
}

/** The connections in use: each opened once, at its first read, however many readers come together. */
export class OpenConnections {
  readonly #opening = new Map<string, Promise<OpenedConnection>>();
  readonly #opened = new Map<string, OpenedConnection>();
  readonly #retiring = new Set<Promise<void>>();
  #closed = false;

  constructor(private readonly options: OpenConnectionsOptions) {}

  /** The connection, if it is open already. */
  peek(connectionId: string): OpenedConnection | undefined {
    return this.#opened.get(connectionId);
  }

  /** All that are open now. */
  opened(): readonly OpenedConnection[] {
    return [...this.#opened.values()];
  }

  /** Throws `ErpError`: `not-found` for an unknown connection, `unsupported` for an unknown adapter. */
  async get(connectionId: string): Promise<OpenedConnection> {
    if (this.#closed) throw new ErpError('unavailable', 'The gateway is shutting down.', { connectionId });
    const already = this.#opening.get(connectionId);
    if (already !== undefined) return already;
    const opening = this.#open(connectionId);
    this.#opening.set(connectionId, opening);
    try {
      const opened = await opening;
      if (this.#opening.get(connectionId) === opening) {
        this.#opened.set(connectionId, opened);
        this.options.lifetime.start(opened);
      }
      return opened;
    } catch (error) {
      if (this.#opening.get(connectionId) === opening) this.#opening.delete(connectionId);
      throw error;
    }
  }

  /** Forgets a connection, so that the next read opens it anew; its running calls may end first. */
  retire(connectionId: string): void {
    const opened = this.#opened.get(connectionId);
    const opening = this.#opening.get(connectionId);
    this.#opened.delete(connectionId);
    this.#opening.delete(connectionId);
    if (opened !== undefined) this.#track(this.#close(opened, opened.manifest.limits.timeoutMs));
    else if (opening !== undefined) this.#track(this.#closeWhenOpened(opening));
  }

  /** Closes everything; resolves when all has ended or the grace is over. */
  async close(graceMs: number): Promise<void> {
    this.#closed = true;
    const opened = [...this.#opened.values()];
    const rest = [...this.#opening].filter(([id]) => !this.#opened.has(id)).map(([, opening]) => opening);
    this.#opened.clear();
    this.#opening.clear();
    for (const connection of opened) this.#track(this.#close(connection, graceMs));
    for (const opening of rest) this.#track(this.#closeWhenOpened(opening));
    await this.#atMost(graceMs * 2, Promise.all(this.#retiring));
  }

  async #open(connectionId: string): Promise<OpenedConnection> {
    const candidate = await this.options.source.find(connectionId);
    if (candidate === undefined) {
      throw new ErpError('not-found', 'There is no such ERP connection, or it is switched off.', { connectionId });
    }
    const adapter = this.options.adapters.find(({ manifest }) => manifest.id === candidate.adapter);
    if (adapter === undefined) {
      throw new ErpError('unsupported', 'This deployment has no adapter for the connection.', { connectionId });
    }
    const connection = adapter.connect({ connectionId, settings: candidate.settings });
    return new OpenedConnection({ candidate, manifest: manifestOf(adapter, connection), connection }, this.options);
  }

  /** An opening that fails leaves nothing to close; its readers have been told. */
  async #closeWhenOpened(opening: Promise<OpenedConnection>): Promise<void> {
    const [result] = await Promise.allSettled([opening]);
    if (result.status === 'fulfilled') await this.#close(result.value, 0);
  }

  async #close(opened: OpenedConnection, graceMs: number): Promise<void> {
    this.options.lifetime.stop(opened);
    try {
      await opened.retire(graceMs);
    } catch (error) {
      this.options.observer.closeFailed?.(opened.candidate.connectionId, error);
    }
  }

  #track(closing: Promise<void>): void {
    this.#retiring.add(closing);
    void closing.then(() => this.#retiring.delete(closing));
  }

  /** An adapter that never closes must not keep the process. */
  #atMost(ms: number, work: Promise<unknown>): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.options.timers.after(ms, resolve);
      void work.then(() => {
        cancel();
        resolve();
      });
    });
  }
}

/** What this connection can do and bear, which its settings may have narrowed or widened. */
export function manifestOf({ manifest }: ErpAdapter, { capabilities, limits }: ErpConnection): ErpManifest {
  if (capabilities === undefined && limits === undefined) return manifest;
  return {
    ...manifest,
    capabilities: { ...manifest.capabilities, ...capabilities },
    limits: { ...manifest.limits, ...limits },
  };
}
