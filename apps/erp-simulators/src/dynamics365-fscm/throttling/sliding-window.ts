import type { Clock } from '@headwater/kernel';

interface Entry {
  readonly at: number;
  readonly amount: number;
}

/** What was counted in the last seconds. */
export class SlidingWindow {
  private entries: Entry[] = [];
  private first = 0;
  private sum = 0;

  constructor(
    private readonly seconds: number,
    private readonly clock: Clock,
  ) {}

  get total(): number {
    this.forget();
    return this.sum;
  }

  add(amount: number): void {
    this.entries.push({ at: this.clock.monotonic(), amount });
    this.sum += amount;
  }

  /** Seconds until the oldest entry leaves; at least one. */
  get waitS(): number {
    this.forget();
    const oldest = this.entries[this.first];
    if (oldest === undefined) return 1;
    return Math.max(1, Math.ceil(this.seconds - (this.clock.monotonic() - oldest.at) / 1000));
  }

  private forget(): void {
    const since = this.clock.monotonic() - this.seconds * 1000;
    for (
      let entry = this.entries[this.first];
      entry !== undefined && entry.at <= since;
      entry = this.entries[this.first]
    ) {
      this.sum -= entry.amount;
      this.first += 1;
    }
    if (this.first > 1_000) {
      this.entries = this.entries.slice(this.first);
      this.first = 0;
    }
  }
}
