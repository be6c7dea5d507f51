import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../../../dev/workspace-root.mts';

export type VendorRow = Readonly<Record<string, unknown>>;

type WithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

const { rawJSON } = JSON as unknown as { readonly rawJSON: (source: string) => unknown };

/** The text of a fixture of an adapter. */
export function fixtureText(adapter: string, file: string): string {
  return readFileSync(join(workspaceRoot, 'libs/erp-adapters', adapter, 'fixtures', file), 'utf8');
}

/** A fixture whose numbers go out digit for digit as the file has them: `12.4950` stays `12.4950`. */
export function fixture<T>(adapter: string, file: string): T {
  return (JSON.parse as WithSource)(fixtureText(adapter, file), (_, value, { source }) =>
    typeof value === 'number' && source !== undefined && source !== String(value) ? rawJSON(source) : value,
  ) as T;
}

/** A number that goes out with the digits it is spelt with. */
export function digits(source: string): unknown {
  return rawJSON(source);
}

/** The first of some rows; a fixture always has one. */
export function firstOf<T>(rows: readonly T[] | undefined): T {
  const [row] = rows ?? [];
  if (row === undefined) throw new Error('The fixture has no rows.');
  return row;
}

/** A row many times over, each time with what `changes` says of it. */
export function repeated(row: VendorRow, count: number, changes: (index: number) => VendorRow): readonly VendorRow[] {
  return Array.from({ length: count }, (_, index) => ({ ...row, ...changes(index) }));
}
