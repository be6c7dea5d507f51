import { exactNumber } from './exact-number';
import { type JsonBytes, NOTHING } from './json-bytes';
import {
  BACKSLASH,
  COLON,
  COMMA,
  isBlank,
  LOWER_E,
  MINUS,
  NINE,
  PLUS,
  POINT,
  QUOTE,
  SLASH,
  SPACE,
  UPPER_E,
  ZERO,
} from './json-signs';
import type { QuotedName } from './quoted-name';

const WORDS = [
  ['null', null],
  ['true', true],
  ['false', false],
] as const;

/** A whole number of so many digits is one that a double holds. */
const DIGITS_HELD = 15;
/** From here on, a byte is part of a character that takes several. */
const BEYOND_ASCII = 0x80;
/** What is read here is JSON as ERPs write it; whatever is not, be it JSON or none, is somebody else's to read. */
export const UNUSUAL = new SyntaxError('not JSON as it is mostly written');

/** Reads what JSON consists of, one thing after the other. Throws `SyntaxError` or `RangeError` for what is unusual. */
export class JsonScanner {
  /** The place of the unit that is read next. */
  at = 0;
  readonly #bytes: JsonBytes;

  constructor(bytes: JsonBytes) {
    this.#bytes = bytes;
  }

  get units(): Uint8Array {
    return this.#bytes.units;
  }

  /** Whether nothing but blanks is left. */
  get isAtEnd(): boolean {
    return this.next() === NOTHING && this.at === this.#bytes.length;
  }

  /** The next unit that is no blank; stands on it. */
  next(): number {
    const { units } = this.#bytes;
    let at = this.at;
    let unit = units[at] ?? NOTHING;
    while (isBlank(unit)) unit = units[(at += 1)] ?? NOTHING;
    this.at = at;
    return unit;
  }

  /** One of the three words there are. */
  word(): boolean | null {
    for (const [word, value] of WORDS) {
      if (!this.#bytes.byBytes.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    throw UNUSUAL;
  }

  /** The text that begins at the quote; nothing ends it before `from`, and `before` is every byte up to there. */
  text(from = this.at + 1, before = 0): string {
    const { units, ascii, utf8 } = this.#bytes;
    const start = this.at + 1;
    let at = from;
    let all = before;
    let unit = units[at] ?? NOTHING;
    while (unit !== QUOTE) {
      if (unit === BACKSLASH) return this.#escaped(start);
      if (unit < SPACE) throw UNUSUAL;
      all |= unit;
      unit = units[(at += 1)] ?? NOTHING;
    }
    this.at = at + 1;
    return all < BEYOND_ASCII ? ascii(start, at) : utf8(start, at);
  }

  /** A text with escapes. Those that stand for themselves, as quotes do, are left out; of others the text is parsed. */
  #escaped(start: number): string {
    const { units, ascii, utf8 } = this.#bytes;
    let said = '';
    let from = start;
    let at = start;
    let all = 0;
    let isParsed = false;
    for (let unit = units[at] ?? NOTHING; unit !== QUOTE; unit = units[at] ?? NOTHING) {
      if (unit < SPACE) throw UNUSUAL;
      at += 1;
      all |= unit;
      if (unit !== BACKSLASH) continue;
      const meant = units[at];
      isParsed ||= meant !== QUOTE && meant !== BACKSLASH && meant !== SLASH;
      said += all < BEYOND_ASCII ? ascii(from, at - 1) : utf8(from, at - 1);
      from = at;
      at += 1;
    }
    this.at = at + 1;
    if (isParsed) return JSON.parse(utf8(start - 1, at + 1)) as string;
    return said + (all < BEYOND_ASCII ? ascii(from, at) : utf8(from, at));
  }

  /** A whole number that a double holds, any other one as it is written. */
  number(): number | string {
    const { units } = this.#bytes;
    const start = this.at;
    const first = units[start] === MINUS ? start + 1 : start;
    let at = first;
    let whole = 0;
    let unit = units[at] ?? NOTHING;
    while (unit >= ZERO && unit <= NINE) {
      whole = whole * 10 + unit - ZERO;
      unit = units[(at += 1)] ?? NOTHING;
    }
    if (at === first || (units[first] === ZERO && at > first + 1)) throw UNUSUAL;
    if (unit === POINT || unit === LOWER_E || unit === UPPER_E) return this.#decimal(start, at);
    this.at = at;
    if (at - first > DIGITS_HELD) return exactNumber(this.#bytes.ascii(start, at));
    return first === start || whole === 0 ? whole : -whole;
  }

  /** What goes on at `point`, behind its whole part, with a fraction or an exponent. */
  #decimal(start: number, point: number): number | string {
    const { units } = this.#bytes;
    const fraction = units[point] === POINT ? this.#digits(point + 1) : point;
    const unit = units[fraction];
    if (unit !== LOWER_E && unit !== UPPER_E) {
      this.at = fraction;
      return this.#bytes.ascii(start, fraction);
    }
    const sign = units[fraction + 1];
    this.at = this.#digits(sign === PLUS || sign === MINUS ? fraction + 2 : fraction + 1);
    return exactNumber(this.#bytes.ascii(start, this.at));
  }

  /** Behind the digits that have to stand there. */
  #digits(start: number): number {
    const { units } = this.#bytes;
    let at = start;
    let unit = units[at] ?? NOTHING;
    while (unit >= ZERO && unit <= NINE) unit = units[(at += 1)] ?? NOTHING;
    if (at === start) throw UNUSUAL;
    return at;
  }

  /** Goes behind a name if it is this one; its quote is the next unit. */
  isNamed(name: QuotedName): boolean {
    if (!name.standsAt(this.#bytes.view, this.at)) return false;
    this.at += name.length;
    return true;
  }

  /** Goes behind the colon that has to stand there. */
  passColon(): void {
    if (this.next() !== COLON) throw UNUSUAL;
    this.at += 1;
  }

  /** Whether another one follows; goes behind the comma, or behind the end. */
  goesOn(end: number): boolean {
    const unit = this.next();
    if (unit !== COMMA && unit !== end) throw UNUSUAL;
    this.at += 1;
    return unit === COMMA;
  }
}
