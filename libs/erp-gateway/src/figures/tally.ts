/** Counts by name. A name of several parts is written with spaces between them; no part has one. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string, by = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }

  addAll(other: Tally): void {
    for (const [name, count] of other.#counts) this.add(name, count);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** The counts of all names, or of those whose parts pass. */
  sum(wanted: (...parts: readonly string[]) => boolean = () => true): number {
    return this.entries()
      .filter(([parts]) => wanted(...parts))
      .reduce((sum, [, count]) => sum + count, 0);
  }

  /** Each name in its parts, with its count. */
  entries(): readonly (readonly [parts: readonly string[], count: number])[] {
    return [...this.#counts].map(([name, count]) => [name.split(' '), count]);
  }
}
