import { type ErpCall, type ErpCallTurn, nextInTurn, type VendorAnswer } from '@headwater/erp-contracts';
import { ABANDONED } from '../cache/flight';
import { raceAbort } from '../gateway/race-abort';
import type { CallStart, KnownAnswer } from './known-answer';

/** Someone who takes part in a call. */
export interface Sharer {
  readonly turn: ErpCallTurn;
  /** Ends this one's waiting, and the call only if nobody else waits. */
  readonly signal: AbortSignal;
}

/** The turn of whoever is in the greatest hurry, among those who wait now. */
class ForemostTurn implements ErpCallTurn {
  constructor(private readonly sharers: ReadonlySet<Sharer>) {}

  get priority(): ErpCallTurn['priority'] {
    return this.#foremost?.priority ?? 'background';
  }

  get followedBy(): number | undefined {
    return this.#foremost?.followedBy;
  }

  get #foremost(): ErpCallTurn | undefined {
    return nextInTurn(this.sharers, ({ turn }) => turn)?.turn;
  }
}

/** One vendor call and those who wait for its answer. */
export class SharedCall {
  readonly #sharers = new Set<Sharer>();
  readonly #abort = new AbortController();
  readonly #answer: Promise<KnownAnswer>;
  #isOver = false;

  constructor(
    readonly start: CallStart,
    ask: (call: Required<Pick<ErpCall, 'signal' | 'turn'>>) => Promise<VendorAnswer<unknown>>,
  ) {
    // Asks a step later, so that whoever begins the call waits for it by then and its turn is known.
    const asking = Promise.resolve().then(() =>
      ask({ signal: this.#abort.signal, turn: new ForemostTurn(this.#sharers) }),
    );
    this.#answer = asking.then((answer) => ({ ...answer, ...start })).finally(() => (this.#isOver = true));
    // Where everyone has gone away, nobody hears of the failure.
    this.#answer.catch(() => undefined);
  }

  /** How many wait for it now. */
  get waiting(): number {
    return this.#sharers.size;
  }

  /** Ended, or abandoned: there is nothing to take part in. */
  get isOver(): boolean {
    return this.#isOver || this.#abort.signal.aborted;
  }

  /** Rejects as the call does, or with the sharer's own reason. The last to go away ends the call. */
  async join(sharer: Sharer): Promise<KnownAnswer> {
    this.#sharers.add(sharer);
    try {
      return await raceAbort(this.#answer, sharer.signal);
    } finally {
      this.#sharers.delete(sharer);
      if (this.#sharers.size === 0 && !this.#isOver) this.#abort.abort(ABANDONED);
    }
  }
}
