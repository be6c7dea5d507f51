import type { ReplayExchange } from '@headwater/erp-testing';
import type { ApiName } from '../client/apis';
import { s4Exchanges } from './s4-exchanges';
import { type FixtureRow, S4_SETS } from './s4-fixtures';
import { BASIC_AUTHORIZATION } from './s4-settings';

/** Whose calls are taken, and how many rows stand on a page. */
export const ODD_S4 = { authorization: BASIC_AUTHORIZATION, pageSize: 100 } as const;

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

/** S/4HANA with odd rows in a set. */
export function oddExchanges(odd: OddRow): readonly ReplayExchange[] {
  const rows = (S4_SETS[odd.api]?.[odd.set] ?? []).map((row) => changed(row, odd));
  const sets = { [odd.api]: { ...S4_SETS[odd.api], [odd.set]: rows } };
  return s4Exchanges({ ...ODD_S4, sets });
}
