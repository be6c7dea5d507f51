import { copierOf, hasNames } from './copier';

/** The same object without its undefined properties: optional view fields are absent, never undefined. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Objects of these names, of which the same ones are undefined. */
interface Layout {
  readonly names: readonly string[];
  readonly copy: (fields: object) => object;
}

/** By which of the properties are there, a bit for each. Views are made in few places, each of which lacks few. */
const LAYOUTS = new Map<number, Layout[]>();
const MOST_LAYOUTS = 1_000;
let layoutCount = 0;

/** The object itself where nothing of it is undefined. */
export function present<T extends object>(fields: T): Present<T> {
  let there = 0;
  let bit = 1;
  let isWhole = true;
  for (const name in fields) {
    if (fields[name] === undefined) isWhole = false;
    else there |= bit;
    bit <<= 1;
  }
  const result = isWhole ? fields : (layoutOf(fields, there, bit)?.copy(fields) ?? withoutUndefined(fields));
  return result as Present<T>;
}

/** `undefined` for an object of more properties than there are bits, and once there are too many layouts. */
function layoutOf(fields: object, there: number, bit: number): Layout | undefined {
  if (bit === 0) return undefined;
  const known = LAYOUTS.get(there);
  for (const layout of known ?? []) if (hasNames(fields, layout.names)) return layout;
  if (layoutCount >= MOST_LAYOUTS) return undefined;
  const names = Object.keys(fields);
  const properties = names.filter((_, place) => (there & (1 << place)) !== 0).map((name) => [name, name] as const);
  const layout = { names, copy: copierOf(properties) };
  LAYOUTS.set(there, [...(known ?? []), layout]);
  layoutCount += 1;
  return layout;
}

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
