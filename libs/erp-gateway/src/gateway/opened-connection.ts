import {
  ErpError,
  type ConcurrencyFigures,
  type ErpConnection,
  type ErpConnectionCandidate,
  type ErpManifest,
  type ErpSource,
} from '@headwater/erp-contracts';
import { AccountPlaces } from '../resilience/account-places';
import type { ConcurrencyGovernor } from '../resilience/concurrency-governor';
import { ConnectionResilience, type ResilienceDeps, type ResilienceView } from '../resilience/connection-resilience';
import type { AttemptWork, ErpCallPlan } from '../resilience/erp-call-plan';
import type { Generation } from '../sharing/connection-generations';
import { JointFailures } from '../sharing/joint-failures';
import { VendorCalls } from '../sharing/vendor-calls';
import { ConnectionHealth } from './connection-health';

export interface OpenedConnectionDeps extends ResilienceDeps {
  readonly governor: ConcurrencyGovernor;
  /** How often anything of a connection was invalidated. */
  readonly generationOf: (connectionId: string) => Generation;
}

export interface OpenedConnectionParts {
  readonly candidate: ErpConnectionCandidate;
  readonly manifest: ErpManifest;
  readonly connection: ErpConnection;
}

/** One configured ERP while it is in use: its adapter's connection, what spares it, and its health. */
export class OpenedConnection {
  readonly manifest: ErpManifest;
  readonly candidate: ErpConnectionCandidate;
  readonly connection: ErpConnection;
  readonly health: ConnectionHealth;
  readonly vendorCalls: VendorCalls;
  readonly #resilience: ConnectionResilience;
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
    const { connectionId } = parts.candidate;
    this.health = new ConnectionHealth(connectionId, deps.clock);
    const { limits } = parts.manifest;
    const account = new AccountPlaces({ governor: deps.governor, account: accountOf(parts), limits });
    const failures = new JointFailures();
    this.#resilience = new ConnectionResilience({ connectionId, limits, account, failures }, deps);
    this.vendorCalls = new VendorCalls({
      ...deps,
      failures,
      generation: () => deps.generationOf(connectionId),
      placesFor: (turn) => account.forVendorCalls(turn),
    });
  }

  get source(): ErpSource {
    return {
      connectionId: this.candidate.connectionId,
      adapter: this.manifest.id,
      company: this.connection.company,
    };
  }

  get load(): ConcurrencyFigures {
    const { limit, inUse, queued } = this.resilience;
    return { limit, inUse, queued };
  }

  /** What holds calls back at this moment. */
  get resilience(): ResilienceView {
    return this.#resilience.view();
  }

  /**
   * Does the work as soon as the ERP may be asked, and once more where a read failed and that may help. Each attempt
   * gets a signal, which aborts with the plan's and when the connection ends; its place is free again as soon as the
   * attempt settles, which it must on abort. Throws `ErpError`, also where the ERP is spared.
   */
  async call<T>(plan: ErpCallPlan, work: AttemptWork<T>): Promise<T> {
    const { signal } = plan;
    if (this.#retired) throw closing();
    const controller = new AbortController();
    const onAbort = (): void => controller.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    this.#calls.add(controller);
    try {
      return await this.#resilience.run({ ...plan, signal: controller.signal }, work);
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
    this.vendorCalls.close();
    await this.connection.close();
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

/** Connections of one adapter that name the same account share it; one that names none is alone. */
export function accountOf({ candidate, manifest, connection }: OpenedConnectionParts): string {
  return connection.account === undefined ? candidate.connectionId : `${manifest.id}:${connection.account}`;
}

function closing(): ErpError {
  return new ErpError('unavailable', 'The ERP connection is being closed.');
}
