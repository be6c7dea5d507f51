import { copierOf, hasNames } from '@headwater/erp-adapter-kit';

type Fields = Readonly<Record<string, unknown>>;

/** Rows of these names, and how they are written anew. */
interface Layout {
  readonly names: readonly string[];
  readonly copy: (row: object) => object;
}

const LAYOUTS = new Map<string, Layout>();
const MOST_LAYOUTS = 200;

/** Names as Progress has them, which code can be written for. */
const PLAIN = /^[\w-]{1,64}$/;

/** The fields under names in lower case; of two that become one, the later counts. */
export function lowerCased(fields: Fields): Fields {
  const pairs = Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(pairs);
}

/** The same for the rows of a table, which have the same names nearly always. */
export function lowerCasedRows(rows: readonly Fields[]): readonly Fields[] {
  const layout = rows[0] === undefined ? undefined : layoutOf(Object.keys(rows[0]));
  if (layout === undefined) return rows.map(lowerCased);
  return rows.map((row) => (hasNames(row, layout.names) ? (layout.copy(row) as Fields) : lowerCased(row)));
}

function layoutOf(names: readonly string[]): Layout | undefined {
  const key = names.join('\n');
  const known = LAYOUTS.get(key);
  if (known !== undefined) return known;
  if (LAYOUTS.size >= MOST_LAYOUTS || !names.every((name) => PLAIN.test(name))) return undefined;
  const layout = { names, copy: copierOf(names.map((name) => [name.toLowerCase(), name])) };
  LAYOUTS.set(key, layout);
  return layout;
}
