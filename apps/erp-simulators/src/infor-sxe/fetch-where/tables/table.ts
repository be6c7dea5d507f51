import type { CompanyCode } from '../../../world/model/party';
import type { World } from '../../../world/world';
import type { Fields } from '../../envelope';
import type { SxeOptions } from '../../options';

export interface TableScan {
  readonly world: World;
  readonly options: SxeOptions;
  readonly company: CompanyCode;
  /** The values the WHERE pins a field to; undefined where it leaves it free. */
  readonly pinned: (field: string) => ReadonlySet<string> | undefined;
}

/** Makes the rows of one company in key order, as few as the pinned fields allow. */
export type TableRows = (scan: TableScan) => readonly Fields[];

/** Things by their pinned keys, or all of them. */
export function chosen<T>(
  keys: ReadonlySet<string> | undefined,
  get: (key: string) => T | undefined,
  all: () => readonly T[],
): readonly T[] {
  return keys === undefined ? all() : [...keys].flatMap((key) => get(key) ?? []);
}

/** Array columns come with all their elements. */
export function columns(values: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => values[at] ?? '');
}
