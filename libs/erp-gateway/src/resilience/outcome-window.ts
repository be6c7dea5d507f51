import type { Clock } from '@headwater/kernel';

interface Outcome {
  readonly good: boolean;
  readonly endpointClass: string;
  /** Monotonic. */
  readonly at: number;
}

export interface WindowSize {
  readonly calls: number;
  readonly ms: number;
}

/** What became of the latest calls: so many at most, and none older than so long. */
export class OutcomeWindow {
  #outcomes: Outcome[] = [];

  constructor(
    private readonly size: WindowSize,
    private readonly clock: Clock,
  ) {}

  record(good: boolean, endpointClass: string): void {
    const at = this.clock.monotonic();
    const recent = this.#outcomes.filter((outcome) => at - outcome.at < this.size.ms);
    this.#outcomes = [...recent.slice(1 - this.size.calls), { good, endpointClass, at }];
  }

  get calls(): number {
    return this.#outcomes.length;
  }

  /** Share of failures, 0 to 1. */
  get failureShare(): number {
    return this.#failures().length / Math.max(1, this.#outcomes.length);
  }

  /** How many kinds of calls failed. */
  get failingClasses(): number {
    return new Set(this.#failures().map(({ endpointClass }) => endpointClass)).size;
  }

  clear(): void {
    this.#outcomes = [];
  }

  #failures(): readonly Outcome[] {
    return this.#outcomes.filter(({ good }) => !good);
  }
}
