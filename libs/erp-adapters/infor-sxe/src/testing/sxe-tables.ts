import { CUSTOMERS, ORDER_SUFFIXES, PRODUCTS, STOCK, WAREHOUSES } from './sxe-fixtures';
import type { SxeRequest } from './sxe-calls';

type Row = Readonly<Record<string, unknown>>;

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  arsc: CUSTOMERS,
  icsp: PRODUCTS,
  icsw: STOCK,
  icsd: WAREHOUSES,
  oeeh: ORDER_SUFFIXES,
};

function literals(where: string, pattern: RegExp): readonly string[] {
  return [...where.matchAll(pattern)].map((match) => (match[1] ?? '').replaceAll("''", "'").toLowerCase());
}

/** Whether a row has one of the numbers a WHERE names for each of the columns it names any for. */
function hasNumbers(row: Row, where: string): boolean {
  return [
    ['custno', 'custNo'],
    ['stagecd', 'stageCd'],
  ].every(([column = '', field = '']) => {
    const wanted = [...where.matchAll(new RegExp(`\\.${column} = (\\d+)`, 'g'))].map((match) => Number(match[1]));
    return wanted.length === 0 || wanted.includes(Number(row[field]));
  });
}

/** As much of a Progress WHERE as the adapter writes: equality, `begins` and `matches`. */
function fits(row: Row, where: string): boolean {
  if (!hasNumbers(row, where)) return false;
  const prod = String(row['prod'] ?? '').toLowerCase();
  const wanted = literals(where, /\.prod = '((?:[^']|'')*)'/g);
  const beginnings = literals(where, /\.prod begins '((?:[^']|'')*)'/g);
  const words = literals(where, /descrip\[1\] matches '\*([^']*)\*'/g);
  const [warehouse] = literals(where, /\.whse = '([^']*)'/g);
  if (warehouse !== undefined && String(row['whse']).toLowerCase() !== warehouse) return false;
  if (wanted.length > 0) return wanted.includes(prod);
  if (beginnings.length === 0) return true;
  const description = String(row['descrip'] ?? '').toLowerCase();
  return (
    beginnings.some((begin) => prod.startsWith(begin)) || words.every((word) => new RegExp(word).test(description))
  );
}

function keyOf(row: Row, columns: readonly string[]): readonly string[] {
  return columns.map((column) => String(row[column] ?? '').toUpperCase());
}

/** One order of "what comes after": `(t.a > 'x' or (t.a = 'x' and t.b > 'y'))`, or `t.a > 'x'` alone. */
const AFTER =
  /\((?:\w+)\.(\w+) > '((?:[^']|'')*)' or \(\w+\.\w+ = '(?:[^']|'')*' and \w+\.(\w+) > '((?:[^']|'')*)'\)\)|\w+\.(\w+) > '((?:[^']|'')*)'/g;

/** Whether a row comes after the keys a WHERE names, in one of their orders. */
function isAfter(row: Row, where: string): boolean {
  const bounds = [...where.matchAll(AFTER)].map(([, first, one, second, other, only, alone]) =>
    only === undefined
      ? ([
          [first ?? '', second ?? ''],
          [one ?? '', other ?? ''],
        ] as const)
      : ([[only], [alone ?? '']] as const),
  );
  if (bounds.length === 0) return true;
  return bounds.some(([columns, values]) => {
    const [mine, theirs] = [keyOf(row, columns), values.map((value) => value.replaceAll("''", "'"))];
    const at = mine.findIndex((part, index) => part !== theirs[index]);
    return at >= 0 && (mine[at] ?? '') > (theirs[at] ?? '');
  });
}

export interface TableServer {
  /** Rows a gateway hands out at most, whatever is asked for. */
  readonly rowLimit?: number;
  readonly tables?: Readonly<Record<string, readonly Row[]>>;
}

/** A table read that names no next row, as a build may do whose field for it has another name. */
export function tableAnswer(
  request: SxeRequest,
  { rowLimit = Number.POSITIVE_INFINITY, tables }: TableServer = {},
): Row {
  const table = String(request['TableName']);
  const where = String(request['WhereClause']);
  const rows = where.startsWith(`${table}.cono = 1`) ? ({ ...TABLES, ...tables }[table] ?? []) : [];
  const asked = where.replaceAll(AFTER, '');
  const found = rows.filter((row) => isAfter(row, where) && fits(row, asked));
  return { [`ttbl${table}`]: found.slice(0, Math.min(Number(request['BatchSize']), rowLimit)) };
}
