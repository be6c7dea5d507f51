import type { Problem } from '@headwater/kernel';

export interface SearchOption<V> {
  /** Unique within its group. */
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly hint?: string | undefined;
  readonly value: V;
}

/** Hits of one source, which may still be asking or may have failed on its own. */
export interface SearchGroup<V> {
  readonly key: string;
  readonly label: string;
  readonly state: 'loading' | 'ok' | 'failed' | 'unsupported' | 'hidden';
  readonly options: readonly SearchOption<V>[];
  readonly problem?: Problem;
  /** True where the source has more hits than these. */
  readonly more: boolean;
}

export interface FlatOption<V> {
  readonly id: string;
  readonly group: SearchGroup<V>;
  readonly option: SearchOption<V>;
}

/** The options of all groups in reading order, each with the id its element has. */
export function flatOptions<V>(prefix: string, groups: readonly SearchGroup<V>[]): readonly FlatOption<V>[] {
  return groups.flatMap((group, groupIndex) =>
    group.options.map((option, index) => ({ id: `${prefix}-${groupIndex}-${index}`, group, option })),
  );
}

/** What a screen reader hears when hits come: how many, and who did not answer. */
export function spokenSummary(groups: readonly SearchGroup<unknown>[]): string {
  if (groups.some(({ state }) => state === 'loading')) return '';
  return groups.map(spokenGroup).join(' ');
}

function spokenGroup({ label, state, options }: SearchGroup<unknown>): string {
  if (state === 'failed') return `${label} did not answer.`;
  if (state === 'unsupported') return `${label} cannot search.`;
  if (state === 'hidden') return `${label} is hidden from you.`;
  return `${options.length === 0 ? 'Nothing' : options.length} found in ${label}.`;
}
