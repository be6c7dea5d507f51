import { PRODUCTS, STOCK, WAREHOUSES } from './sxe-fixtures';
import type { SxeRequest } from './sxe-calls';

type Row = Readonly<Record<string, unknown>>;

const TABLES: Readonly<Record<string, readonly Row[]>> = { icsp: PRODUCTS, icsw: STOCK, icsd: WAREHOUSES };

function literals(where: string, pattern: RegExp): readonly string[] {
  return [...where.matchAll(pattern)].map((match) => (match[1] ?? '').replaceAll("''", "'").toLowerCase());
}

/** As much of a Progress WHERE as the adapter writes: equality, `begins` and `matches`. */
function fits(row: Row, where: string): boolean {
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

export function tableAnswer(request: SxeRequest): Row {
  const table = String(request['TableName']);
  const where = String(request['WhereClause']);
  const rows = where.startsWith(`${table}.cono = 1`) ? (TABLES[table] ?? []) : [];
  return { [`ttbl${table}`]: rows.filter((row) => fits(row, where)).slice(0, Number(request['BatchSize'])) };
}
