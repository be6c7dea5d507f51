const MINUTE_MS = 60_000;

/** The latest minutes of something, each made when it is first needed, the oldest overwritten. */
export class MinuteRing<T> {
  readonly #slots: ({ readonly minute: number; readonly figures: T } | undefined)[];

  constructor(
    private readonly length: number,
    private readonly make: () => T,
  ) {
    this.#slots = new Array<undefined>(length).fill(undefined);
  }

  /** Of the minute this wall time lies in. */
  at(now: number): T {
    const minute = Math.floor(now / MINUTE_MS);
    const slot = this.#slots[minute % this.length];
    if (slot?.minute === minute) return slot.figures;
    const figures = this.make();
    this.#slots[minute % this.length] = { minute, figures };
    return figures;
  }

  /** The latest minutes, the running one last; nothing for those in which nothing happened. */
  latest(count: number, now: number): readonly { readonly startsAt: number; readonly figures: T | undefined }[] {
    const running = Math.floor(now / MINUTE_MS);
    return Array.from({ length: count }, (_, back) => {
      const minute = running - count + 1 + back;
      const slot = this.#slots[minute % this.length];
      return { startsAt: minute * MINUTE_MS, figures: slot?.minute === minute ? slot.figures : undefined };
    });
  }
}
