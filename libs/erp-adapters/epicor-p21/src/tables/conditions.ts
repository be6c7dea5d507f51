import { compares, type ODataComparison, type ODataFilter, type ODataValue } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { type CalendarDate, type Instant, isDecimal } from '@headwater/kernel';
import { ERP } from '../client/erp-name';
import type { EpicorP21Settings } from '../settings/epicor-p21.settings';
import type { Column } from './csdl';
import type { OpenTable } from './open-table';
import { keyText } from './values';

/**
 * A key as the column's type wants its literal: customer_id is a number in customer and text in invoice_hdr, and a
 * literal of the wrong type is a 404. `undefined` where the column cannot hold the key, so that no row has it.
 */
function literalOf({ kind }: Column, key: string): ODataValue | undefined {
  if (kind === 'decimal') return isDecimal(key) ? { decimal: plain(key) } : undefined;
  if (kind === 'whole') return /^-?\d{1,18}$/.test(key) ? { decimal: plain(key) } : undefined;
  if (kind === 'flag') return /^[YN]$/i.test(key) ? { flag: key.toUpperCase() === 'Y' } : undefined;
  return kind === 'text' ? { text: key } : undefined;
}

/** Leading zeros are not part of a number. */
function plain(number: string): string {
  return number.replace(/^(-?)0+(?=\d)/, '$1');
}

/** A key as a column compares it: a number without its zeros in front, a text without case. */
export function comparableKey(table: OpenTable, field: string, key: string): string {
  const kind = table.columns.get(field)?.kind;
  const trimmed = key.trim();
  return kind === 'decimal' || kind === 'whole' ? plain(keyText(trimmed)) : trimmed.toUpperCase();
}

/** `field eq key`; `undefined` where no row can have the key. The column must be there. */
export function keyIs(table: OpenTable, field: string, key: string): ODataFilter | undefined {
  const column = table.columns.get(field);
  const literal = column === undefined ? undefined : literalOf(column, key.trim());
  return column === undefined || literal === undefined ? undefined : compares(column.name, 'eq', literal);
}

/**
 * Conditions on those columns that the table has: `[field, value]` pairs that are all true. One that the column cannot
 * hold would let every row pass if it were left out, so it is `unsupported`.
 */
export function where(table: OpenTable, pairs: readonly (readonly [string, string])[]): readonly ODataFilter[] {
  return pairs.flatMap(([field, value]) => {
    const column = table.columns.get(field);
    if (column === undefined) return [];
    const condition = keyIs(table, field, value);
    if (condition !== undefined) return [condition];
    throw new ErpError(
      'unsupported',
      `${ERP} keeps ${column.name} in ${table.source} in a form that cannot be compared.`,
    );
  });
}

/** Rows of the connection's company; every row where the table belongs to none. */
export function ofCompany(table: OpenTable, { companyId }: EpicorP21Settings): readonly ODataFilter[] {
  return where(table, [['company_id', companyId]]);
}

/**
 * Rows that are not soft-deleted: by `delete_flag` on most tables, by `row_status_flag` (704 is active) on others.
 * Asking for the one a table does not have is a 404.
 */
export function living(table: OpenTable): readonly ODataFilter[] {
  return table.columns.has('delete_flag')
    ? where(table, [['delete_flag', 'N']])
    : where(table, [['row_status_flag', '704']]);
}

export function comparesTime(
  table: OpenTable,
  { field, is }: { readonly field: string; readonly is: ODataComparison },
  at: Instant,
): readonly ODataFilter[] {
  const column = table.columns.get(field);
  if (column === undefined) return [];
  return [compares(column.name, is, column.kind === 'date' ? { date: dayOf(at) } : { instant: at })];
}

function dayOf(at: Instant): CalendarDate {
  return at.slice(0, 10);
}

/** Every word in the column. */
export function containsAll(
  table: OpenTable,
  field: string,
  { words, fold }: { readonly words: readonly string[]; readonly fold: EpicorP21Settings['caseFolding'] },
): ODataFilter | undefined {
  const column = table.columns.get(field);
  if (column?.kind !== 'text' || words.length === 0) return undefined;
  return { all: words.map((word) => ({ field: column.name, test: 'contains', text: word, ...folded(fold) })) };
}

/** A text column by its beginning; a number by the ranges that begin alike, up to 12 digits. */
export function beginsWith(
  table: OpenTable,
  field: string,
  { text, fold }: { readonly text: string; readonly fold: EpicorP21Settings['caseFolding'] },
): ODataFilter | undefined {
  const column = table.columns.get(field);
  if (column?.kind === 'text') return { field: column.name, test: 'startsWith', text, ...folded(fold) };
  if (column === undefined || !/^[1-9]\d{0,11}$/.test(text)) return undefined;
  return column.kind === 'decimal' || column.kind === 'whole' ? { any: ranges(column.name, text) } : undefined;
}

/** 10 begins 10, 100 to 109, 1000 to 1099, and so on. */
function ranges(name: string, digits: string): readonly ODataFilter[] {
  return Array.from({ length: 13 - digits.length }, (_, zeros) => {
    const from = BigInt(digits) * 10n ** BigInt(zeros);
    const to = (BigInt(digits) + 1n) * 10n ** BigInt(zeros);
    if (zeros === 0) return compares(name, 'eq', { decimal: digits });
    return {
      all: [compares(name, 'ge', { decimal: String(from) }), compares(name, 'lt', { decimal: String(to) })],
    };
  });
}

function folded(fold: EpicorP21Settings['caseFolding']): { readonly fold?: 'lower' } {
  return fold === 'tolower' ? { fold: 'lower' } : {};
}
