import type { Problem } from '@headwater/kernel';
import type { ValueFreshness } from '../freshness/shown-freshness';

/** Where an answer came from. */
export interface PanelSource {
  readonly connectionId: string;
  readonly adapter: string;
  readonly company: string;
}

/** An ERP answer as a panel shows it: one of four states, so that a failure never looks like an empty list. */
export type PanelSection<T = unknown> =
  | {
      readonly status: 'ok';
      readonly data: T;
      readonly source: PanelSource;
      readonly freshness: ValueFreshness;
    }
  | { readonly status: 'failed'; readonly source: PanelSource; readonly problem: Problem }
  | { readonly status: 'unsupported'; readonly source: PanelSource; readonly problem: Problem }
  | { readonly status: 'hidden'; readonly source: PanelSource };

/** True for a page without rows, which is an answer and not a failure. */
export function hasNoItems(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('items' in value)) return false;
  return Array.isArray(value.items) && value.items.length === 0;
}
