import { exactNumber } from './exact-number';
import { type JsonBytes, NOTHING } from './json-bytes';
import { LastTexts } from './last-texts';
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
const SLASH = 0x2f;
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
/** From here on, a byte is part of a character that takes several. */
const BEYOND_ASCII = 0x80;
/** ERPs do not nest deeper, and what does is read without a stack of our own. */
const DEEPEST = 100;

/** A row of which the members before `from` have been read. */
interface BegunRow {
  readonly shape: RowShape;
  readonly from: number;
  readonly values: unknown[];
}

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
  /** Of this answer alone: nothing of it is kept here. */
  readonly #lastTexts = new Map<RowShape, LastTexts>();

  constructor(
    private readonly json: JsonBytes,
    private readonly shapes: RowShapes,
  ) {}

  read(): unknown {
    const value = this.#value(undefined, 0);
    if (this.#next() !== NOTHING || this.#at !== this.json.length) throw UNUSUAL;
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
      if (!this.json.byBytes.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    throw UNUSUAL;
  }

  /** The text that begins at the quote; nothing ends it before `from`, and `before` is every byte up to there. */
  #text(from = this.#at + 1, before = 0): string {
    const { units, ascii, utf8 } = this.json;
    const start = this.#at + 1;
    let at = from;
    let all = before;
    let unit = units[at] ?? NOTHING;
    while (unit !== QUOTE) {
      if (unit === BACKSLASH) return this.#escaped(start);
      if (unit < SPACE) throw UNUSUAL;
      all |= unit;
      unit = units[(at += 1)] ?? NOTHING;
    }
    this.#at = at + 1;
    return all < BEYOND_ASCII ? ascii(start, at) : utf8(start, at);
  }

  /** The text of a member, which is that of the row before if it reads the same. */
  #memberText(member: number, last: LastTexts): string {
    const { units } = this.json;
    const start = this.#at + 1;
    const known = last.at(member);
    let at = start;
    let all = 0;
    if (known !== undefined) {
      let other = last.startOf(member);
      let unit = units[at] ?? NOTHING;
      while (unit === units[other] && unit >= SPACE && unit !== QUOTE && unit !== BACKSLASH) {
        all |= unit;
        other += 1;
        unit = units[(at += 1)] ?? NOTHING;
      }
      if (unit === QUOTE && units[other] === QUOTE) {
        this.#at = at + 1;
        return known;
      }
    }
    const text = this.#text(at, all);
    last.keep(member, text, start);
    return text;
  }

  /** A text with escapes. Those that stand for themselves, as quotes do, are left out; of others the text is parsed. */
  #escaped(start: number): string {
    const { units, ascii, utf8 } = this.json;
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
    this.#at = at + 1;
    if (isParsed) return JSON.parse(utf8(start - 1, at + 1)) as string;
    return said + (all < BEYOND_ASCII ? ascii(from, at) : utf8(from, at));
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
    if (at - first > DIGITS_HELD) return exactNumber(this.json.ascii(start, at));
    return first === start || whole === 0 ? whole : -whole;
  }

  /** What goes on at `point`, behind its whole part, with a fraction or an exponent. */
  #decimal(start: number, point: number): number | string {
    const { units } = this.json;
    const fraction = units[point] === POINT ? this.#digits(point + 1) : point;
    const unit = units[fraction];
    if (unit !== LOWER_E && unit !== UPPER_E) {
      this.#at = fraction;
      return this.json.ascii(start, fraction);
    }
    const sign = units[fraction + 1];
    this.#at = this.#digits(sign === PLUS || sign === MINUS ? fraction + 2 : fraction + 1);
    return exactNumber(this.json.ascii(start, this.#at));
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
    let [shape, from] = [like, -1];
    for (;;) {
      const { count, goesOn } = this.#alike({ shape, from: Math.max(from, 0), values }, depth);
      if (!goesOn) return this.#ended(shape, values, count);
      // Rows that part from this shape there went on like that one the last time; but they have to get on with it.
      const other = count > from ? shape.partings[count] : undefined;
      if (other === undefined) return this.#parted(shape, values.slice(0, count), depth);
      [shape, from] = [other, count];
    }
  }

  /** Reads members as long as they are named as expected, and tells how many there are and whether others follow. */
  #alike({ shape, from, values }: BegunRow, depth: number): { readonly count: number; readonly goesOn: boolean } {
    const { units: names, below } = shape;
    const last = this.#lastTextsOf(shape);
    for (let count = from; count < names.length;) {
      const name = names[count];
      if (name === undefined || this.#next() !== QUOTE || !this.#isNamed(name)) return { count, goesOn: true };
      this.#passColon();
      if (this.#next() === QUOTE) values[count] = this.#memberText(count, last);
      else {
        values[count] = this.#value(below[count], depth);
        if (this.#shape !== undefined) below[count] = this.#shape;
      }
      count += 1;
      if (!this.#goesOn(OBJECT_END)) return { count, goesOn: false };
    }
    return { count: names.length, goesOn: true };
  }

  /** A row that has no more members than these. */
  #ended(shape: RowShape, values: readonly unknown[], count: number): object {
    const known = count === shape.names.length ? shape : shape.endings[count];
    this.#shape = known;
    if (known !== undefined) return known.make(values);
    const row = this.#made(shape.names.slice(0, count), values.slice(0, count));
    shape.endings[count] = this.#shape;
    return row;
  }

  /** A row whose further members are not those of the shape. */
  #parted(shape: RowShape, values: readonly unknown[], depth: number): object {
    const row = this.#members(shape.names.slice(0, values.length), values, depth);
    shape.partings[values.length] = this.#shape;
    return row;
  }

  /** Goes behind a name if it is this one; its quote is the next unit. */
  #isNamed(name: Uint8Array): boolean {
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
        this.#passColon();
        allValues.push(this.#value(undefined, depth));
      } while (this.#goesOn(OBJECT_END));
    }
    return this.#made(allNames, allValues);
  }

  #passColon(): void {
    if (this.#next() !== COLON) throw UNUSUAL;
    this.#at += 1;
  }

  #lastTextsOf(shape: RowShape): LastTexts {
    const known = this.#lastTexts.get(shape);
    if (known !== undefined) return known;
    const texts = new LastTexts();
    this.#lastTexts.set(shape, texts);
    return texts;
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
