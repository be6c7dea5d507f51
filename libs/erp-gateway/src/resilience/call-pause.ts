import type { Clock } from '@headwater/kernel';

export interface CallPauseDeps {
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** Where the ERP gives no hint: this long at most at first, then twice as long each time it says so again. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
/** A hint of hours is more likely a mistake than a wish; asking once in five minutes harms nobody. */
const LONGEST_HINT_MS = 5 * 60_000;

/** The limiter of one connection: closed while the ERP wants no calls. */
export class CallPause {
  /** Monotonic. */
  #until = -Infinity;
  #unhintedInARow = 0;

  constructor(private readonly deps: CallPauseDeps) {}

  /** Milliseconds until calls may go again; 0 where they may now. */
  get leftMs(): number {
    return Math.max(0, this.#until - this.deps.clock.monotonic());
  }

  /** The ERP asked to slow down, with its own hint in milliseconds if it gave one. Never shortens a pause. */
  begin(hintMs: number | undefined): void {
    if (hintMs === undefined && this.leftMs > 0) return;
    const ms = hintMs === undefined ? this.#ownPauseMs() : Math.min(hintMs, LONGEST_HINT_MS);
    this.#until = Math.max(this.#until, this.deps.clock.monotonic() + ms);
  }

  /** The ERP answered a call. */
  answered(): void {
    this.#unhintedInARow = 0;
  }

  #ownPauseMs(): number {
    const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#unhintedInARow);
    this.#unhintedInARow += 1;
    return most * (0.5 + this.deps.random() / 2);
  }
}
