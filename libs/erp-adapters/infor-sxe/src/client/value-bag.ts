import type { SxeRow } from './tables';

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}

/**
 * Name and value rows as one row: fields become keys in lower case. Rows of single lines (`linelevel-…`) are left out.
 * Of a repeated name the first that says something counts.
 */
export function bagOf(rows: readonly SxeRow[]): SxeRow {
  const bag = new Map<string, unknown>();
  for (const row of rows) {
    const name = textOf(row['fieldname']).toLowerCase();
    const value = row['fieldvalue'];
    if (name === '' || name.startsWith('linelevel-') || textOf(bag.get(name)) !== '') continue;
    bag.set(name, value);
  }
  return Object.fromEntries(bag);
}
