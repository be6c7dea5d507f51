import { ErpError } from '@headwater/erp-contracts';
import { lowerCasedRows } from './lower-casing';

/** One row of a vendor table, its field names in lower case: SX.e spells them differently from call to call. */
export type SxeRow = Readonly<Record<string, unknown>>;

/** What stands under `response`. */
export type SxeResponse = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `tOeordV5`, `toeord` and `t-oeordV5` are one table: the version is in the name. */
function tableName(key: string): string {
  return key.toLowerCase().replace(/^t-?/, '').replace(/v\d+$/, '');
}

function unexpected(): ErpError {
  return new ErpError('bad-response', 'Infor SX.e answered with a table in an unexpected shape.');
}

/** The array under the only key; Progress writes an empty table as null or an empty object, too. */
function arrayWithin(container: unknown): readonly unknown[] {
  if (container === null) return [];
  if (Array.isArray(container)) return container;
  if (!isRecord(container)) throw unexpected();
  const [only, ...others] = Object.values(container);
  if (only === undefined || only === null) return [];
  if (others.length > 0 || !Array.isArray(only)) throw unexpected();
  return only;
}

/** The rows of a table, or `undefined` where the answer has no such table. */
export function optionalRows(response: SxeResponse, table: string): readonly SxeRow[] | undefined {
  const key = Object.keys(response).find((candidate) => tableName(candidate) === table);
  if (key === undefined) return undefined;
  const rows = arrayWithin(response[key]);
  if (!rows.every(isRecord)) throw unexpected();
  return lowerCasedRows(rows);
}

/** The rows of a table that belongs into the answer. Its absence is a `bad-response`, not an empty list. */
export function rowsOf(response: SxeResponse, table: string): readonly SxeRow[] {
  const rows = optionalRows(response, table);
  if (rows === undefined) throw new ErpError('bad-response', 'Infor SX.e answered without the table asked for.');
  return rows;
}
