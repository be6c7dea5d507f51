import type { ErpError, ErpHealthState, ErpHealthView } from '@headwater/erp-contracts';
import { toInstant, type Clock } from '@headwater/kernel';
import type { CacheDecision } from '../cache/cache-read';
import { failureKind } from '../cache/failure-kind';
import { LatencyWindow } from './latency-window';

const RECENT_CALLS = 20;
const DOWN_AFTER = 3;
const DEGRADED_FROM_SHARE = 0.1;

/**
 * The state of one connection, from calls that really happened. An ERP that says "no such order" answers, so that is
 * no failure; one that refuses our credentials is a state of its own, until it accepts them again.
 */
export class ConnectionHealth {
  #state: ErpHealthState = 'unknown';
  #since: number;
  #recent: ('good' | 'bad')[] = [];
  #badInARow = 0;
  #lastGoodAt: number | undefined;
  #lastError: { readonly code: string; readonly at: number } | undefined;
  #calls = 0;
  #failures = 0;
  #cacheHits = 0;
  #coalesced = 0;
  readonly #latency: LatencyWindow;

  constructor(
    private readonly connectionId: string,
    private readonly clock: Clock,
  ) {
    this.#since = clock.now();
    this.#latency = new LatencyWindow(clock);
  }

  get state(): ErpHealthState {
    return this.#state;
  }

  answered(ms: number): void {
    this.#calls += 1;
    this.#latency.record(ms);
    this.#lastGoodAt = this.clock.now();
    this.#badInARow = 0;
    if (this.#state === 'down' || this.#state === 'credentials') this.#recent = [];
    this.#remember('good');
    this.#enter(this.#badShare() >= DEGRADED_FROM_SHARE ? 'degraded' : 'up');
  }

  failed(error: ErpError, ms: number): void {
    const kind = failureKind(error.code);
    if (error.code !== 'unauthorized' && kind !== 'no-answer') return this.answered(ms);
    this.#calls += 1;
    this.#failures += 1;
    this.#latency.record(ms);
    this.#lastError = { code: error.code, at: this.clock.now() };
    this.#badInARow += 1;
    this.#remember('bad');
    this.#enter(this.#stateAfter(error));
  }

  decided(decision: CacheDecision): void {
    if (decision === 'hit' || decision === 'shared') this.#cacheHits += 1;
    if (decision === 'joined') this.#coalesced += 1;
  }

  view(): ErpHealthView {
    const latencyMs = this.#latency.latencies();
    return {
      connectionId: this.connectionId,
      state: this.#state,
      since: toInstant(this.#since),
      ...(this.#lastGoodAt === undefined ? {} : { lastGoodAt: toInstant(this.#lastGoodAt) }),
      ...(this.#lastError === undefined
        ? {}
        : { lastError: { code: this.#lastError.code, at: toInstant(this.#lastError.at) } }),
      calls: this.#calls,
      failures: this.#failures,
      cacheHits: this.#cacheHits,
      coalesced: this.#coalesced,
      ...(latencyMs === undefined ? {} : { latencyMs }),
    };
  }

  #stateAfter(error: ErpError): ErpHealthState {
    if (error.code === 'unauthorized') return 'credentials';
    return this.#badInARow >= DOWN_AFTER ? 'down' : 'degraded';
  }

  #badShare(): number {
    return this.#recent.filter((outcome) => outcome === 'bad').length / this.#recent.length;
  }

  #remember(outcome: 'good' | 'bad'): void {
    this.#recent = [...this.#recent.slice(1 - RECENT_CALLS), outcome];
  }

  #enter(state: ErpHealthState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#since = this.clock.now();
  }
}
