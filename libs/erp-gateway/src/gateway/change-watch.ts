import { type ErpCall, ErpError, type ErpSubscriptions } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type { CancelTimer, Timers } from '../timers';
import type { GatewayChanges } from './gateway-changes';
import type { ErpGatewayObserver, FailedWatch } from './observer';
import type { OpenedConnection } from './opened-connection';
import { raceAbort } from './race-abort';

export interface ChangeWatchDeps {
  readonly changes: Pick<GatewayChanges, 'apply'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly observer: ErpGatewayObserver;
  /** Where the ERP of a connection can send notices to; absent where no ERP can reach this deployment. */
  readonly notificationUrl?: ((connectionId: string) => string) | undefined;
}

type Watch = FailedWatch['what'];

/** Also the pause after a renewal that failed. */
const SOONEST_RENEWAL_MS = 60_000;
const LONGEST_TIMER_MS = 24 * 3_600_000;

/**
 * Hears of changes from ERPs that do not simply send notices: sweeps over changed keys, and subscriptions that are
 * renewed before they end. Runs as long as the connection is open, for without an open connection nothing is cached.
 */
export class ChangeWatch {
  readonly #planned = new Map<OpenedConnection, Set<CancelTimer>>();

  constructor(private readonly deps: ChangeWatchDeps) {}

  start(opened: OpenedConnection): void {
    const { sweep, subscriptions } = opened.connection;
    const { notificationUrl } = this.deps;
    this.#planned.set(opened, new Set());
    if (sweep !== undefined) this.#plan(opened, 0, () => this.#sweep(opened, undefined));
    if (subscriptions !== undefined && notificationUrl !== undefined) {
      const url = notificationUrl(opened.candidate.connectionId);
      this.#plan(opened, 0, () => this.#subscribe(opened, subscriptions, url));
    }
  }

  stop(opened: OpenedConnection): void {
    for (const cancel of this.#planned.get(opened) ?? []) cancel();
    this.#planned.delete(opened);
  }

  /** Goes on from the same position after a failure, so that nothing is missed. */
  async #sweep(opened: OpenedConnection, position: string | undefined): Promise<void> {
    const { sweep } = opened.connection;
    if (sweep === undefined) return;
    let reached = position;
    try {
      const swept = await this.#called(opened, 'sweep', (call) => sweep.since(position, call));
      await this.deps.changes.apply(opened, swept.changes);
      reached = swept.position;
      const { connectionId } = opened.candidate;
      this.deps.observer.sweepFinished?.({ connectionId, changes: swept.changes.length });
    } catch (error) {
      this.#failed(opened, 'sweep', error);
    }
    this.#plan(opened, sweep.everyMs, () => this.#sweep(opened, reached));
  }

  async #subscribe(opened: OpenedConnection, subscriptions: ErpSubscriptions, url: string): Promise<void> {
    let waitMs = SOONEST_RENEWAL_MS;
    try {
      const { validUntil } = await this.#called(opened, 'subscription', (call) => subscriptions.ensure(url, call));
      const leftMs = Date.parse(validUntil) - this.deps.clock.now();
      // Halfway leaves as much time again for renewals that fail.
      waitMs = Math.min(Math.max(leftMs / 2, SOONEST_RENEWAL_MS), LONGEST_TIMER_MS);
    } catch (error) {
      this.#failed(opened, 'subscription', error);
    }
    this.#plan(opened, waitMs, () => this.#subscribe(opened, subscriptions, url));
  }

  /** Behind everyone who waits for an answer. */
  async #called<T>(opened: OpenedConnection, endpointClass: Watch, work: (call: ErpCall) => Promise<T>): Promise<T> {
    const patienceMs = opened.manifest.limits.timeoutMs;
    const deadline = new AbortController();
    const late = new ErpError('timeout', 'The ERP did not answer in time.');
    const cancel = this.deps.timers.after(patienceMs, () => deadline.abort(late));
    try {
      const plan = { endpointClass, priority: 'background', signal: deadline.signal, patienceMs } as const;
      return await opened.call(plan, (attempt) => raceAbort(work(attempt), attempt.signal));
    } finally {
      cancel();
    }
  }

  #failed(opened: OpenedConnection, what: Watch, error: unknown): void {
    if (!this.#planned.has(opened)) return;
    this.deps.observer.watchFailed?.({
      connectionId: opened.candidate.connectionId,
      what,
      code: error instanceof ErpError ? error.code : 'bad-response',
    });
  }

  /** Nothing is planned for a connection that was stopped meanwhile. */
  #plan(opened: OpenedConnection, ms: number, run: () => Promise<void>): void {
    const planned = this.#planned.get(opened);
    if (planned === undefined) return;
    const cancel = this.deps.timers.after(ms, () => {
      planned.delete(cancel);
      void run();
    });
    planned.add(cancel);
  }
}
