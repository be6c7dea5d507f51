import {
  ErpError,
  type ConcurrencyFigures,
  type ErpConnection,
  type ErpConnectionCandidate,
  type ErpManifest,
  type ErpSource,
} from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type { Timers } from '../timers';
import { Bulkhead } from './bulkhead';
import { ConnectionHealth } from './connection-health';

export interface OpenedConnectionDeps {
  readonly clock: Clock;
  readonly timers: Timers;
}

export interface OpenedConnectionParts {
  readonly candidate: ErpConnectionCandidate;
  readonly manifest: ErpManifest;
  readonly connection: ErpConnection;
}

/** Readers waiting for a place, for each place: beyond it a read fails at once instead of filling the memory. */
const QUEUED_PER_PLACE = 100;

/** One configured ERP while it is in use: its adapter's connection, its concurrency bound and its health. */
export class OpenedConnection {
  readonly manifest: ErpManifest;
  readonly candidate: ErpConnectionCandidate;
  readonly connection: ErpConnection;
  readonly health: ConnectionHealth;
  readonly #bulkhead: Bulkhead;
  readonly #places: number;
  readonly #calls = new Set<AbortController>();
  #retired = false;
  #onIdle: () => void = () => undefined;

  constructor(
    parts: OpenedConnectionParts,
    private readonly deps: OpenedConnectionDeps,
  ) {
    this.manifest = parts.manifest;
    this.candidate = parts.candidate;
    this.connection = parts.connection;
    this.health = new ConnectionHealth(parts.candidate.connectionId, deps.clock);
    this.#places = Math.max(1, parts.manifest.limits.maxConcurrency);
    this.#bulkhead = new Bulkhead(this.#places, this.#places * QUEUED_PER_PLACE);
  }

  get load(): ConcurrencyFigures {
    return { limit: this.#places, inUse: this.#bulkhead.inside, queued: this.#bulkhead.queued };
  }

  get source(): ErpSource {
    return {
      connectionId: this.candidate.connectionId,
      adapter: this.manifest.id,
      company: this.connection.company,
    };
  }

  /**
   * Does the work once there is a free place. The work gets a signal of its own, which aborts with the given one and
   * when the connection ends; the place is free again as soon as the work settles, which it must on abort.
   */
  async call<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#retired) throw closing();
    const controller = new AbortController();
    const onAbort = (): void => controller.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    this.#calls.add(controller);
    try {
      return await this.#inPlace(controller.signal, work);
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.#calls.delete(controller);
      if (this.#calls.size === 0) this.#onIdle();
    }
  }

  /** Takes no more calls, lets the running ones end within the grace, aborts the rest, and closes. May reject. */
  async retire(graceMs: number): Promise<void> {
    this.#retired = true;
    await this.#idle(graceMs);
    for (const call of this.#calls) call.abort(closing());
    await this.connection.close();
  }

  async #inPlace<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    await this.#bulkhead.enter(signal);
    try {
      return await work(signal);
    } finally {
      this.#bulkhead.leave();
    }
  }

  #idle(graceMs: number): Promise<void> {
    if (this.#calls.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.deps.timers.after(graceMs, resolve);
      this.#onIdle = () => {
        cancel();
        resolve();
      };
    });
  }
}

function closing(): ErpError {
  return new ErpError('unavailable', 'The ERP connection is being closed.');
}
