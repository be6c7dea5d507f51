import type { BreakerState } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type { CallVerdict } from './call-verdict';
import { CircuitBreaker, SHORTEST_PROBE_SHARE, type BreakerRule, type Passage } from './circuit-breaker';

export interface BreakerPanelDeps {
  readonly clock: Clock;
  readonly random: () => number;
  readonly changed: (endpointClass: string, state: BreakerState) => void;
  /** Whether one probe at a time may keep its full time; not where it would take the only place. */
  readonly patientProbes: boolean;
}

export interface BreakerStanding {
  readonly endpointClass: string;
  readonly state: BreakerState;
  /** Wall time. */
  readonly since: number;
}

/** Why a call may not pass now, and for how long. */
export interface BreakerRefusal {
  readonly because: 'no-answer' | 'refused';
  readonly waitMs: number;
}

/** A call that passed. */
export interface PanelPassage {
  readonly isProbe: boolean;
  /** A probe that has to make way for the next; absent for a call that may take its time. */
  readonly timeoutMs?: number;
  /** To be told once. */
  readonly ended: (verdict: CallVerdict) => void;
}

/** The breaker of all kinds of calls together. */
export const WHOLE_CONNECTION = 'connection';
/** Stays open while the ERP refuses our credentials. */
export const CREDENTIALS = 'credentials';

/**
 * Six calls are five and the one repetition their budget allows, so that the ERP gets at most 1.2 times what is asked
 * before the breaker opens. Twelve calls, so that half of them failing is enough.
 */
const OF_A_CLASS: BreakerRule = {
  window: { calls: 12, ms: 60_000 },
  minimumCalls: 6,
  failureShare: 0.5,
  failingClasses: 1,
  firstProbeMs: 600,
  probeEveryMs: 3_000,
  urgentProbeMs: 600,
};

/** All of the last six calls, of more than one kind: then it is the ERP and not one of its services. */
const OF_THE_CONNECTION: BreakerRule = {
  ...OF_A_CLASS,
  window: { calls: 6, ms: 60_000 },
  failureShare: 1,
  failingClasses: 2,
};

/** Few and far between: some ERPs lock a user who is refused five times (SAP's `login/fails_to_user_lock`). */
const OF_CREDENTIALS: BreakerRule = {
  window: { calls: 3, ms: Infinity },
  minimumCalls: 3,
  failureShare: 1,
  failingClasses: 1,
  firstProbeMs: 30_000,
  probeEveryMs: 30_000,
  urgentProbeMs: 30_000,
};

/**
 * The breakers of one connection: one for each kind of calls, one for all of them together, one for the credentials.
 * A call passes if it passes those that concern it. While the whole connection is open it alone says who is a probe,
 * so that ten kinds of calls do not make ten times the probes; a good one closes those of all kinds, whose failures were
 * the whole ERP's. Should one of them go on failing, its next six calls open it again.
 */
export class BreakerPanel {
  readonly #connection: CircuitBreaker;
  readonly #credentials: CircuitBreaker;
  readonly #classes = new Map<string, CircuitBreaker>();
  #patientProbe = false;

  constructor(private readonly deps: BreakerPanelDeps) {
    this.#connection = this.#breaker(WHOLE_CONNECTION, OF_THE_CONNECTION);
    this.#credentials = this.#breaker(CREDENTIALS, OF_CREDENTIALS);
  }

  /** Undefined where a call of this kind may pass now. */
  refusal(endpointClass: string, isUrgent = false): BreakerRefusal | undefined {
    const refusedMs = this.#credentials.waitMs();
    if (refusedMs > 0) return { because: 'refused', waitMs: refusedMs };
    const waitMs = this.#gate(endpointClass).waitMs(isUrgent);
    return waitMs > 0 ? { because: 'no-answer', waitMs } : undefined;
  }

  /** Nothing holds calls of this kind back: one that failed may be repeated. */
  isClosed(endpointClass: string): boolean {
    const all = [this.#connection, this.#credentials, this.#classOf(endpointClass)];
    return all.every((breaker) => breaker.isClosed);
  }

  /** Lets a call pass that `refusal` does not refuse. */
  pass(endpointClass: string): PanelPassage {
    const availability = [this.#connection, this.#classOf(endpointClass)].map((breaker) => breaker.pass(endpointClass));
    const credentials = this.#credentials.pass(CREDENTIALS);
    const isProbe = availability.some((passage) => passage.isProbe);
    const keepsItsTime = isProbe && this.#takePatience();
    return {
      isProbe: isProbe || credentials.isProbe,
      ...(isProbe && !keepsItsTime && this.deps.patientProbes
        ? { timeoutMs: OF_A_CLASS.probeEveryMs * SHORTEST_PROBE_SHARE }
        : {}),
      ended: (verdict) => {
        if (keepsItsTime) this.#patientProbe = false;
        this.#tell(availability, credentials, verdict);
      },
    };
  }

  /** Those that were ever open, or are about kinds of calls there have been. */
  get standings(): readonly BreakerStanding[] {
    const all = [[WHOLE_CONNECTION, this.#connection], [CREDENTIALS, this.#credentials], ...this.#classes] as const;
    return all.map(([endpointClass, { state, since }]) => ({ endpointClass, state, since }));
  }

  #tell(availability: readonly Passage[], credentials: Passage, verdict: CallVerdict): void {
    if (verdict === 'unknown' || verdict === 'limited') return;
    const isThere = verdict !== 'no-answer';
    const wasDown = !this.#connection.isClosed;
    for (const { ended } of availability) ended(isThere);
    if (isThere) credentials.ended(verdict === 'answered');
    if (wasDown && this.#connection.isClosed) for (const breaker of this.#classes.values()) breaker.reset();
  }

  /** One probe may take as long as any call: an ERP that came back slow would look dead to the others. */
  #takePatience(): boolean {
    if (this.#patientProbe || !this.deps.patientProbes) return false;
    this.#patientProbe = true;
    return true;
  }

  /** The breaker whose word counts. */
  #gate(endpointClass: string): CircuitBreaker {
    return this.#connection.isClosed ? this.#classOf(endpointClass) : this.#connection;
  }

  #classOf(endpointClass: string): CircuitBreaker {
    const known = this.#classes.get(endpointClass);
    if (known !== undefined) return known;
    const breaker = this.#breaker(endpointClass, OF_A_CLASS);
    this.#classes.set(endpointClass, breaker);
    return breaker;
  }

  #breaker(endpointClass: string, rule: BreakerRule): CircuitBreaker {
    const { clock, random, changed } = this.deps;
    return new CircuitBreaker({ rule, clock, random, changed: (state) => changed(endpointClass, state) });
  }
}
