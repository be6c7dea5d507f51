import type { SettingValues } from '@headwater/erp-contracts';
import { type Ask, anErpCall } from '@headwater/erp-testing';
import type { ApiName } from '../client/apis';
import { withS4 } from './s4-connection';
import { type FixtureRow, S4_SETS } from './s4-fixtures';

/** A row, or one below it, with some fields otherwise. */
export interface OddRow {
  readonly api: ApiName;
  readonly set: string;
  /** Fields of every row of the set, or of what a navigation of it leads to. */
  readonly fields: FixtureRow;
  readonly below?: readonly string[];
}

function changed(row: FixtureRow, { fields, below = [] }: Pick<OddRow, 'fields' | 'below'>): FixtureRow {
  const [navigation, ...rest] = below;
  if (navigation === undefined) return { ...row, ...fields };
  const inner = row[navigation];
  const one = (each: FixtureRow): FixtureRow => changed(each, { fields, below: rest });
  const value = Array.isArray(inner) ? (inner as readonly FixtureRow[]).map(one) : one(inner as FixtureRow);
  return { ...row, [navigation]: value };
}

type AnyReader = Readonly<Record<string, (query: unknown, call: unknown) => Promise<{ readonly data: unknown }>>>;

/** What a connection answers to a question where SAP's rows are odd. */
export function answerTo({ operation, query }: Ask, odd: OddRow, settings: SettingValues = {}): Promise<unknown> {
  const rows = (S4_SETS[odd.api]?.[odd.set] ?? []).map((row) => changed(row, odd));
  const sets = { [odd.api]: { ...S4_SETS[odd.api], [odd.set]: rows } };
  return withS4(
    async ({ connection }) => {
      const [capability = '', method = ''] = operation.split('.');
      const reader = (connection as unknown as Readonly<Record<string, AnyReader>>)[capability];
      return (await reader?.[method]?.(query, anErpCall()))?.data;
    },
    { settings, s4: { sets, pageSize: 100 } },
  );
}
