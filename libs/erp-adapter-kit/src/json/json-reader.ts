import { exactNumber } from './exact-number';
import { type JsonUnits, NOTHING } from './json-units';
import { objectOf, type RowShape, type RowShapes } from './row-shape';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const UPPER_E = 0x45;
const ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const ARRAY_END = 0x5d;
const LOWER_E = 0x65;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;

const WORDS = [
  ['null', null],
  ['true', true],
  ['false', false],
] as const;

/** A whole number of so many digits is one that a double holds. */
const DIGITS_HELD = 15;
/** V8 copies shorter parts of a text; of longer ones it keeps the whole text, which would stay with a kept view. */
const LENGTH_COPIED = 12;
/** ERPs do not nest deeper, and what does is read without a stack of our own. */
const DEEPEST = 100;

/** What is read here is JSON as ERPs write it; whatever is not, be it JSON or none, is somebody else's to read. */
const UNUSUAL = new SyntaxError('not JSON as it is mostly written');

/**
 * Reads JSON of rows in one pass, with every digit of its numbers. Rows of a list have the same names in the same order
 * nearly always: the names are compared, not read, and the row is made in one go. Throws `SyntaxError` or `RangeError`
 * for what has to be read in another way.
 */
export class JsonReader {
  #at = 0;
  /** Of the object that was read last. */
  #shape: RowShape | undefined;

  constructor(
    private readonly json: JsonUnits,
    private readonly shapes: RowShapes,
  ) {}

  read(): unknown {
    const value = this.#value(undefined, 0);
    if (this.#next() !== NOTHING || this.#at !== this.json.text.length) throw UNUSUAL;
    return value;
  }

  /** The next unit that is no blank; stands on it. */
  #next(): number {
    const { units } = this.json;
    let at = this.#at;
    let unit = units[at] ?? NOTHING;
    while (unit === SPACE || unit === LINE_FEED || unit === RETURN || unit === TAB) unit = units[(at += 1)] ?? NOTHING;
    this.#at = at;
    return unit;
  }

  /** `like`: the shape that an object there had last time. */
  #value(like: RowShape | undefined, depth: number): unknown {
    const unit = this.#next();
    this.#shape = undefined;
    if (unit === QUOTE) return this.#text();
    if ((unit >= ZERO && unit <= NINE) || unit === MINUS) return this.#number();
    if (unit === OBJECT) return this.#object(like, depth + 1);
    if (unit === ARRAY) return this.#list(like, depth + 1);
    return this.#word();
  }

  #word(): boolean | null {
    for (const [word, value] of WORDS) {
      if (!this.json.text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    throw UNUSUAL;
  }

  #text(): string {
    const { units } = this.json;
    const start = this.#at + 1;
    let at = start;
    let unit = units[at] ?? NOTHING;
    while (unit !== QUOTE) {
      if (unit === BACKSLASH || unit < SPACE) return this.#escaped(at);
      unit = units[(at += 1)] ?? NOTHING;
    }
    this.#at = at + 1;
    return this.#part(start, at);
  }

  /** A text with escapes, the first of which stands at `from`. Throws `SyntaxError`. */
  #escaped(from: number): string {
    const { text, units } = this.json;
    const start = this.#at;
    let at = from;
    while (units[at] !== QUOTE) {
      at += units[at] === BACKSLASH ? 2 : 1;
      if (at >= text.length) throw UNUSUAL;
    }
    this.#at = at + 1;
    return JSON.parse(text.slice(start, at + 1)) as string;
  }

  #number(): number | string {
    const { units } = this.json;
    const start = this.#at;
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
    this.#at = at;
    if (at - first > DIGITS_HELD) return exactNumber(this.#part(start, at));
    return first === start || whole === 0 ? whole : -whole;
  }

  /** What goes on at `point`, behind its whole part, with a fraction or an exponent. */
  #decimal(start: number, point: number): number | string {
    const { units } = this.json;
    const fraction = units[point] === POINT ? this.#digits(point + 1) : point;
    const unit = units[fraction];
    if (unit !== LOWER_E && unit !== UPPER_E) {
      this.#at = fraction;
      return this.#part(start, fraction);
    }
    const sign = units[fraction + 1];
    this.#at = this.#digits(sign === PLUS || sign === MINUS ? fraction + 2 : fraction + 1);
    return exactNumber(this.#part(start, this.#at));
  }

  /** Behind the digits that have to stand there. */
  #digits(start: number): number {
    const { units } = this.json;
    let at = start;
    let unit = units[at] ?? NOTHING;
    while (unit >= ZERO && unit <= NINE) unit = units[(at += 1)] ?? NOTHING;
    if (at === start) throw UNUSUAL;
    return at;
  }

  #part(start: number, stop: number): string {
    const { text, bytes } = this.json;
    return stop - start <= LENGTH_COPIED ? text.slice(start, stop) : bytes.toString('utf16le', 2 * start, 2 * stop);
  }

  #list(like: RowShape | undefined, depth: number): readonly unknown[] {
    if (depth > DEEPEST) throw UNUSUAL;
    this.#at += 1;
    const values: unknown[] = [];
    let shape = like;
    if (this.#next() === ARRAY_END) this.#at += 1;
    else {
      do {
        values.push(this.#value(shape, depth));
        shape = this.#shape ?? shape;
      } while (this.#goesOn(ARRAY_END));
    }
    this.#shape = shape;
    return values;
  }

  #object(like: RowShape | undefined, depth: number): object {
    if (depth > DEEPEST) throw UNUSUAL;
    this.#at += 1;
    if (like === undefined) return this.#members([], [], depth);
    const values = new Array<unknown>(like.names.length);
    const { count, goesOn } = this.#alike(like, values, depth);
    if (goesOn) return this.#members(like.names.slice(0, count), values.slice(0, count), depth);
    if (count < like.names.length) return this.#made(like.names.slice(0, count), values.slice(0, count));
    this.#shape = like;
    return like.make(values);
  }

  /** Reads members as long as they are named as expected, and tells how many there were and whether others follow. */
  #alike(
    { units: names, below }: RowShape,
    values: unknown[],
    depth: number,
  ): { readonly count: number; readonly goesOn: boolean } {
    for (let count = 0; count < names.length;) {
      const name = names[count];
      if (name === undefined || this.#next() !== QUOTE || !this.#isNamed(name)) return { count, goesOn: true };
      values[count] = this.#memberValue(below[count], depth);
      if (this.#shape !== undefined) below[count] = this.#shape;
      count += 1;
      if (!this.#goesOn(OBJECT_END)) return { count, goesOn: false };
    }
    return { count: names.length, goesOn: true };
  }

  /** Goes behind a name if it is this one; its quote is the next unit. */
  #isNamed(name: Uint16Array): boolean {
    const { units } = this.json;
    const start = this.#at + 1;
    let length = 0;
    while (length < name.length && units[start + length] === name[length]) length += 1;
    if (length < name.length || units[start + length] !== QUOTE) return false;
    this.#at = start + length + 1;
    return true;
  }

  /** Members beside those that are known, the first of which may be the end. */
  #members(names: readonly string[], values: readonly unknown[], depth: number): object {
    const [allNames, allValues] = [[...names], [...values]];
    if (names.length === 0 && this.#next() === OBJECT_END) this.#at += 1;
    else {
      do {
        if (this.#next() !== QUOTE) throw UNUSUAL;
        allNames.push(this.#text());
        allValues.push(this.#memberValue(undefined, depth));
      } while (this.#goesOn(OBJECT_END));
    }
    return this.#made(allNames, allValues);
  }

  #memberValue(like: RowShape | undefined, depth: number): unknown {
    if (this.#next() !== COLON) throw UNUSUAL;
    this.#at += 1;
    return this.#value(like, depth);
  }

  #made(names: readonly string[], values: readonly unknown[]): object {
    this.#shape = this.shapes.of(names);
    return this.#shape?.make(values) ?? objectOf(names, values);
  }

  /** Whether another one follows; goes behind the comma, or behind the end. */
  #goesOn(end: number): boolean {
    const unit = this.#next();
    if (unit !== COMMA && unit !== end) throw UNUSUAL;
    this.#at += 1;
    return unit === COMMA;
  }
}
