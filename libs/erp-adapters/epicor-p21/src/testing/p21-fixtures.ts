import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type FixtureRow = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, readonly FixtureRow[]>>;
/** Edm types by column, by `surface/name`. */
export type Metadata = Readonly<Record<string, Readonly<Record<string, string>>>>;

type WithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

const { rawJSON } = JSON as unknown as { readonly rawJSON: (source: string) => unknown };

/** Digits after the point, by column: a formatter of the files would drop the zeros that Prophet 21 sends. */
function scaleOf(column: string): number {
  if (/^qty_|_quantity$/.test(column)) return 9;
  return /(price|amount|amount_paid|credit_limit|unit_size|Price|Cost)$/.test(column) ? 4 : 0;
}

function padded(source: string, scale: number): string {
  const [whole = '', fraction = ''] = source.split('.');
  return scale === 0 ? source : `${whole}.${fraction.padEnd(scale, '0')}`;
}

/** A fixture whose numbers go out with the digits Prophet 21 would send: 41 of a quantity as `41.000000000`. */
function fixture(name: string): unknown {
  const text = readFileSync(join(__dirname, '../../fixtures', `${name}.json`), 'utf8');
  return (JSON.parse as WithSource)(text, (column, value, { source }) => {
    if (typeof value !== 'number' || source === undefined) return value;
    const digits = padded(source, scaleOf(column));
    return digits === String(value) ? value : rawJSON(digits);
  }) as unknown;
}

const NAMES = ['customers', 'items', 'stock', 'orders', 'shipments', 'invoices'] as const;

export const TABLES: Tables = Object.assign({}, ...NAMES.map((name) => fixture(name) as Tables)) as Tables;
export const METADATA = fixture('metadata') as Metadata;
export const PRICES = fixture('prices') as readonly FixtureRow[];

/** What a fixture's value is when compared: digits of a raw number count as the number they spell. */
export function plainValue(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value === null || value === undefined) return null;
  return Number(JSON.stringify(value));
}
