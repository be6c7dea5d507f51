import type { BreakerState } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { OutcomeWindow, type WindowSize } from './outcome-window';

/** When a breaker opens, and how often it lets a probe through then. */
export interface BreakerRule {
  readonly window: WindowSize;
  /** Fewer calls in the window say nothing. */
  readonly minimumCalls: number;
  /** Opens at this share of failures, 0 to 1. */
  readonly failureShare: number;
  /** Opens only if so many kinds of calls fail. */
  readonly failingClasses: number;
  /** Mean time from opening to the first probe, in milliseconds: many failures are short. */
  readonly firstProbeMs: number;
  /** Mean time between two probes, in milliseconds. */
  readonly probeEveryMs: number;
  /** The same for somebody who asks for a fresh answer. */
  readonly urgentProbeMs: number;
}

export interface CircuitBreakerDeps {
  readonly rule: BreakerRule;
  readonly clock: Clock;
  /** From 0 to below 1; spreads the probes of many processes. */
  readonly random: () => number;
  readonly changed: (state: BreakerState) => void;
}

/** A call that passed: how it ended is told once, or never where that says nothing about the ERP. */
export interface Passage {
  readonly isProbe: boolean;
  readonly ended: (good: boolean) => void;
}

const PROBE_JITTER = 0.2;

/** The shortest time between two probes, as a share of the mean. */
export const SHORTEST_PROBE_SHARE = 1 - PROBE_JITTER;

/**
 * Closed, it counts. Open, it lets one probe through now and then, whether or not the one before has ended: a probe
 * that hangs must not keep the breaker open for ever. The first good probe closes it.
 */
export class CircuitBreaker {
  #state: BreakerState = 'closed';
  #since: number;
  #probeAt = 0;
  #urgentProbeAt = 0;
  /** Counts openings and closings; calls of an earlier life say nothing about this one. */
  #life = 0;
  readonly #window: OutcomeWindow;

  constructor(private readonly deps: CircuitBreakerDeps) {
    this.#since = deps.clock.now();
    this.#window = new OutcomeWindow(deps.rule.window, deps.clock);
  }

  get state(): BreakerState {
    return this.#state;
  }

  get isClosed(): boolean {
    return this.#state === 'closed';
  }

  /** Wall time at which the state was entered. */
  get since(): number {
    return this.#since;
  }

  /** Milliseconds until a call may pass; 0 for one that may now. Somebody who asks for a fresh answer waits less. */
  waitMs(isUrgent = false): number {
    if (this.isClosed) return 0;
    const at = isUrgent ? Math.min(this.#urgentProbeAt, this.#probeAt) : this.#probeAt;
    return Math.max(0, at - this.deps.clock.monotonic());
  }

  /** Lets a call pass; only while `waitMs()` is 0, or at the word of a breaker that stands above this one. */
  pass(endpointClass: string): Passage {
    const life = this.#life;
    const isProbe = !this.isClosed;
    if (isProbe) {
      this.#planProbe(this.deps.rule.probeEveryMs);
      this.#enter('half-open');
    }
    const ended = (good: boolean): void => {
      if (life !== this.#life) return;
      if (isProbe) this.#probed(good);
      else this.#count(good, endpointClass);
    };
    return { isProbe, ended };
  }

  /** What was known no longer counts: closes, and begins to count anew. */
  reset(): void {
    this.#life += 1;
    this.#window.clear();
    this.#enter('closed');
  }

  #count(good: boolean, endpointClass: string): void {
    const { rule } = this.deps;
    this.#window.record(good, endpointClass);
    if (good || this.#window.calls < rule.minimumCalls) return;
    if (this.#window.failureShare < rule.failureShare || this.#window.failingClasses < rule.failingClasses) return;
    this.#life += 1;
    this.#planProbe(rule.firstProbeMs);
    this.#enter('open');
  }

  #probed(good: boolean): void {
    if (good) this.reset();
    else this.#enter('open');
  }

  #planProbe(inMs: number): void {
    const { rule, clock, random } = this.deps;
    const spread = SHORTEST_PROBE_SHARE + 2 * PROBE_JITTER * random();
    this.#probeAt = clock.monotonic() + inMs * spread;
    this.#urgentProbeAt = clock.monotonic() + rule.urgentProbeMs * spread;
  }

  #enter(state: BreakerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#since = this.deps.clock.now();
    this.deps.changed(state);
  }
}
