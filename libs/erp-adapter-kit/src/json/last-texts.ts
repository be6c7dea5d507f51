import { NOTHING } from './json-bytes';
import type { JsonScanner } from './json-scanner';
import { BACKSLASH, COMMA, OBJECT_END, QUOTE, SPACE } from './json-signs';

/** What was read, and the place where it begins. */
class Column {
  readonly texts: (string | undefined)[] = [];
  readonly starts: number[] = [];

  keep(member: number, text: string, start: number): void {
    this.texts[member] = text;
    this.starts[member] = start;
  }
}

/**
 * Reads texts and decimals of rows alike. Rows of one answer repeat themselves, and comparing a text with that of the row
 * before while looking for its end costs less than making it again.
 */
export class LastTexts {
  readonly #texts = new Column();
  readonly #decimals = new Column();

  constructor(private readonly scanner: JsonScanner) {}

  /** The text of a member, which begins at the quote. */
  text(member: number): string {
    const { scanner } = this;
    const { units } = scanner;
    const start = scanner.at + 1;
    const known = this.#texts.texts[member];
    let at = start;
    let all = 0;
    if (known !== undefined) {
      let other = this.#texts.starts[member] ?? 0;
      let unit = units[at] ?? NOTHING;
      while (unit === units[other] && unit >= SPACE && unit !== QUOTE && unit !== BACKSLASH) {
        all |= unit;
        other += 1;
        unit = units[(at += 1)] ?? NOTHING;
      }
      if (unit === QUOTE && units[other] === QUOTE) {
        scanner.at = at + 1;
        return known;
      }
    }
    const text = scanner.text(at, all);
    this.#texts.keep(member, text, start);
    return text;
  }

  /** The number of a member. */
  number(member: number): number | string {
    const { scanner } = this;
    const start = scanner.at;
    const known = this.#decimals.texts[member];
    if (known !== undefined && this.#isAgain(known.length, this.#decimals.starts[member] ?? 0)) return known;
    const number = scanner.number();
    // One with an exponent is written out, and is not what stands there.
    if (typeof number === 'string' && number.length === scanner.at - start) {
      this.#decimals.keep(member, number, start);
    }
    return number;
  }

  /** Whether what stands at a place stands here once more, and ends here; goes behind it then. */
  #isAgain(length: number, place: number): boolean {
    const { units, at: start } = this.scanner;
    let same = 0;
    while (same < length && units[start + same] === units[place + same]) same += 1;
    const behind = units[start + same];
    if (same < length || (behind !== COMMA && behind !== OBJECT_END)) return false;
    this.scanner.at = start + length;
    return true;
  }
}
