import type { Clock } from '@headwater/kernel';

const REMEMBERED_MS = 24 * 60 * 60_000;

/** Ids of notices that were fully dealt with, for a day and in bounded number. Nothing of a notice but its id is held. */
export class NoticeLedger {
  readonly #until = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly capacity: number,
  ) {}

  has(id: string): boolean {
    const until = this.#until.get(id);
    return until !== undefined && until > this.clock.monotonic();
  }

  add(id: string): void {
    this.#until.delete(id);
    this.#until.set(id, this.clock.monotonic() + REMEMBERED_MS);
    for (const oldest of this.#until.keys()) {
      if (this.#until.size <= this.capacity) return;
      this.#until.delete(oldest);
    }
  }
}
