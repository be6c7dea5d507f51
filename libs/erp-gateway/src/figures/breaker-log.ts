import { toInstant } from '@headwater/kernel';
import type { BreakerTransition } from '@headwater/erp-contracts';
import type { BreakerChange } from '../gateway/observer';

const REMEMBERED = 50;

/** What the breakers of one connection did. */
export class BreakerLog {
  readonly #now = new Map<string, BreakerTransition>();
  #history: readonly BreakerTransition[] = [];

  /** How each breaker stands that ever opened. */
  get states(): readonly BreakerTransition[] {
    return [...this.#now.values()];
  }

  /** Oldest first. */
  get history(): readonly BreakerTransition[] {
    return this.#history;
  }

  changed({ endpointClass, state }: BreakerChange, now: number): void {
    const transition = { at: toInstant(now), endpointClass, state };
    this.#now.set(endpointClass, transition);
    this.#history = [...this.#history.slice(1 - REMEMBERED), transition];
  }

  /** A connection that is opened anew has new breakers, all of them closed. */
  startOver(): void {
    this.#now.clear();
  }
}
