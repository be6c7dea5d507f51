import { copierOf } from '../values/copier';
import { QuotedName } from './quoted-name';

/** Names that code is written for; others are as good, but not worth the thought. */
const PLAIN_NAME = /^[\w@.$:#-]{1,128}$/;

/** What objects have in common that were written alike: the names of their members, in order. */
export class RowShape {
  /** Each name as it is written. */
  readonly written: readonly QuotedName[];
  /** The shape of the object last met in each member, or of those in its list. */
  readonly below: (RowShape | undefined)[];
  /** The shape that was last met of rows which go on in another way from a member on, by the place of that. */
  readonly partings: (RowShape | undefined)[] = [];
  /** The shape of rows which end before a member, by its place. */
  readonly endings: (RowShape | undefined)[] = [];
  #wasMet = false;
  #make: ((values: readonly unknown[]) => object) | undefined;

  constructor(readonly names: readonly string[]) {
    this.written = names.map((name) => new QuotedName(name));
    this.below = names.map(() => undefined);
  }

  /** An object of these values, in the order of the names. From the second on by code of its own, and of one layout. */
  make(values: readonly unknown[]): object {
    if (!this.#wasMet) {
      this.#wasMet = true;
      return objectOf(this.names, values);
    }
    this.#make ??= copierOf(this.names.map((name, index) => [name, String(index)]));
    return this.#make(values);
  }
}

/** An object of any names: of equal ones the last counts, and `__proto__` is one like any other. */
export function objectOf(names: readonly string[], values: readonly unknown[]): object {
  const object = {};
  for (const [index, name] of names.entries()) {
    Object.defineProperty(object, name, { value: values[index], writable: true, enumerable: true, configurable: true });
  }
  return object;
}

/** Shapes that were met, by their names. Bounded: what names its members by values has ever new ones. */
export class RowShapes {
  readonly #known = new Map<string, RowShape>();

  constructor(private readonly most: number) {}

  /** `undefined` for names that no shape is made of. */
  of(names: readonly string[]): RowShape | undefined {
    const key = names.join('\n');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (!isShapely(names)) return undefined;
    if (this.#known.size >= this.most) this.#known.clear();
    const shape = new RowShape(names);
    this.#known.set(key, shape);
    return shape;
  }
}

function isShapely(names: readonly string[]): boolean {
  if (names.length === 0 || new Set(names).size < names.length) return false;
  return names.every((name) => PLAIN_NAME.test(name) && name !== '__proto__');
}
