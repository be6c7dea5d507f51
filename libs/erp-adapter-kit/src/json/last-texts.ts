/**
 * The text that each member had in the row before, and where it stands in the answer. Rows of one answer repeat
 * themselves, and comparing a text with the one before while looking for its end costs less than making it again.
 */
export class LastTexts {
  readonly #texts: (string | undefined)[] = [];
  readonly #starts: number[] = [];

  at(member: number): string | undefined {
    return this.#texts[member];
  }

  /** Of a text that there is. */
  startOf(member: number): number {
    return this.#starts[member] ?? 0;
  }

  keep(member: number, text: string, start: number): void {
    this.#texts[member] = text;
    this.#starts[member] = start;
  }
}
