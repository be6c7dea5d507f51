import type { ErpCallTurn } from '@headwater/erp-contracts';
import type { AdaptiveLimit } from './adaptive-limit';
import { WaitingLine } from './waiting-line';

/** How much the latest call counts in the mean. */
const LATEST_SHARE = 0.2;
const SAFETY = 1.2;

/**
 * Lets no more calls into an ERP at a time than it bears. The rest wait, those of people first, each no longer than
 * its own signal allows, so that one slow ERP holds up its own readers only.
 */
export class Bulkhead {
  #inUse = 0;
  #meanMs = 0;
  readonly #line = new WaitingLine();

  constructor(
    private readonly limit: AdaptiveLimit,
    private readonly maxQueued: number,
  ) {}

  get inUse(): number {
    return this.#inUse;
  }

  get queued(): number {
    return this.#line.length;
  }

  get isFull(): boolean {
    return this.#inUse >= this.limit.current;
  }

  /** No further call may wait. */
  get isCrowded(): boolean {
    return this.#line.length >= this.maxQueued;
  }

  /**
   * When a call that came now could count on its answer, in milliseconds, by how long places were held lately. Rather
   * too late than too early: a call that ends just after its deadline has cost a place and served nobody.
   */
  get expectedAnswerMs(): number {
    if (!this.isFull) return this.#meanMs;
    const turns = Math.floor(this.#line.length / this.limit.current) + 1;
    return SAFETY * this.#meanMs * (turns + 1);
  }

  /** Takes a place if there is one; whoever got one calls `leave` once. */
  tryEnter(): boolean {
    if (this.isFull) return false;
    this.#inUse += 1;
    return true;
  }

  /** Resolves when there is a place; whoever got one calls `leave` once. Rejects with the signal's reason. */
  async enter(turn: ErpCallTurn, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (!this.tryEnter()) await this.#line.join(turn, signal);
  }

  /** Gives the place back, which was held for so many milliseconds. */
  leave(heldMs: number): void {
    this.#meanMs += LATEST_SHARE * (heldMs - this.#meanMs);
    this.#inUse -= 1;
    while (!this.isFull && this.#line.callNext()) this.#inUse += 1;
  }
}
