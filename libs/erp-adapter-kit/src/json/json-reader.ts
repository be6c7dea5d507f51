import type { JsonBytes } from './json-bytes';
import { JsonScanner, UNUSUAL } from './json-scanner';
import { ARRAY, ARRAY_END, MINUS, NINE, OBJECT, OBJECT_END, QUOTE, ZERO } from './json-signs';
import { LastTexts } from './last-texts';
import { objectOf, type RowShape, type RowShapes } from './row-shape';

/** ERPs do not nest deeper, and what does is read without a stack of our own. */
const DEEPEST = 100;

/** A row of which the members before `from` have been read. */
interface BegunRow {
  readonly shape: RowShape;
  readonly from: number;
  readonly values: unknown[];
}

/**
 * Reads JSON of rows in one pass, with every digit of its numbers. Rows of a list have the same names in the same order
 * nearly always: the names are compared, not read, and the row is made in one go. Throws `SyntaxError` or `RangeError`
 * for what has to be read in another way.
 */
export class JsonReader {
  readonly #scanner: JsonScanner;
  /** Of the object that was read last. */
  #shape: RowShape | undefined;
  readonly #rows: unknown[][] = [];
  /** Of this answer alone: nothing of it is kept here. */
  readonly #lastTexts = new Map<RowShape, LastTexts>();

  constructor(
    json: JsonBytes,
    private readonly shapes: RowShapes,
  ) {
    this.#scanner = new JsonScanner(json);
  }

  read(): unknown {
    const value = this.#value(undefined, 0);
    if (!this.#scanner.isAtEnd) throw UNUSUAL;
    return value;
  }

  /** `like`: the shape that an object there had last time. */
  #value(like: RowShape | undefined, depth: number): unknown {
    const unit = this.#scanner.next();
    this.#shape = undefined;
    if (unit === QUOTE) return this.#scanner.text();
    if (isOfNumber(unit)) return this.#scanner.number();
    if (unit === OBJECT) return this.#object(like, depth + 1);
    if (unit === ARRAY) return this.#list(like, depth + 1);
    return this.#scanner.word();
  }

  #list(like: RowShape | undefined, depth: number): readonly unknown[] {
    if (depth > DEEPEST) throw UNUSUAL;
    this.#scanner.at += 1;
    const values: unknown[] = [];
    let shape = like;
    if (this.#scanner.next() === ARRAY_END) this.#scanner.at += 1;
    else {
      do {
        values.push(this.#value(shape, depth));
        shape = this.#shape ?? shape;
      } while (this.#scanner.goesOn(ARRAY_END));
    }
    this.#shape = shape;
    return values;
  }

  #object(like: RowShape | undefined, depth: number): object {
    if (depth > DEEPEST) throw UNUSUAL;
    this.#scanner.at += 1;
    if (like === undefined) return this.#members([], [], depth);
    const values = this.#rowAt(depth);
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

  /** Of the rows at one depth, only one is being read at a time, so they have their values put together in one place. */
  #rowAt(depth: number): unknown[] {
    return (this.#rows[depth] ??= []);
  }

  /** Reads members as long as they are named as expected, and tells how many there are and whether others follow. */
  #alike({ shape, from, values }: BegunRow, depth: number): { readonly count: number; readonly goesOn: boolean } {
    const { written: names, below } = shape;
    const last = this.#lastTextsOf(shape);
    for (let count = from; count < names.length;) {
      const name = names[count];
      if (name === undefined || this.#scanner.next() !== QUOTE || !this.#scanner.isNamed(name))
        return { count, goesOn: true };
      this.#scanner.passColon();
      const unit = this.#scanner.next();
      if (unit === QUOTE) values[count] = last.text(count);
      else if (isOfNumber(unit)) values[count] = last.number(count);
      else {
        values[count] = this.#value(below[count], depth);
        if (this.#shape !== undefined) below[count] = this.#shape;
      }
      count += 1;
      if (!this.#scanner.goesOn(OBJECT_END)) return { count, goesOn: false };
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

  /** Members beside those that are known, the first of which may be the end. */
  #members(names: readonly string[], values: readonly unknown[], depth: number): object {
    const [allNames, allValues] = [[...names], [...values]];
    if (names.length === 0 && this.#scanner.next() === OBJECT_END) this.#scanner.at += 1;
    else {
      do {
        if (this.#scanner.next() !== QUOTE) throw UNUSUAL;
        allNames.push(this.#scanner.text());
        this.#scanner.passColon();
        allValues.push(this.#value(undefined, depth));
      } while (this.#scanner.goesOn(OBJECT_END));
    }
    return this.#made(allNames, allValues);
  }

  #lastTextsOf(shape: RowShape): LastTexts {
    const known = this.#lastTexts.get(shape);
    if (known !== undefined) return known;
    const texts = new LastTexts(this.#scanner);
    this.#lastTexts.set(shape, texts);
    return texts;
  }

  #made(names: readonly string[], values: readonly unknown[]): object {
    this.#shape = this.shapes.of(names);
    return this.#shape?.make(values) ?? objectOf(names, values);
  }
}

function isOfNumber(unit: number): boolean {
  return (unit >= ZERO && unit <= NINE) || unit === MINUS;
}
