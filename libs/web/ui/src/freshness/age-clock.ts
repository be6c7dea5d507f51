import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { ValueFreshness } from './shown-freshness';

const TICK_MS = 1000;

/** Tells how old a value is by now: its age on arrival plus the time since, by a clock that never jumps. */
@Injectable({ providedIn: 'root' })
export class AgeClock {
  readonly #now = signal(performance.now());
  /** By identity, so that a value keeps ageing when its panel is drawn anew. */
  readonly #seenAt = new WeakMap<ValueFreshness, number>();

  constructor() {
    const timer = setInterval(() => this.#now.set(performance.now()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Milliseconds; a signal read, so that what depends on it follows once a second. */
  ageOf(value: ValueFreshness): number {
    const now = this.#now();
    const seenAt = this.#seenAt.get(value) ?? performance.now();
    this.#seenAt.set(value, seenAt);
    return value.ageMs + Math.max(0, now - seenAt);
  }
}
