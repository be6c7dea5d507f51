import { trimDecimal } from '@headwater/kernel';
import type { Pins } from '../tables/table';
import type { Filter } from './filter';

/** The values an equality pins a column to, so that only those rows need to be made. */
export function pinsOf(filter: Filter | undefined): Pins {
  return (column) => (filter === undefined ? undefined : pinned(filter, column));
}

function pinned(filter: Filter, column: string): ReadonlySet<string> | undefined {
  switch (filter.kind) {
    case 'compare':
      return pinnedByComparison(filter, column);
    case 'and':
      return pinned(filter.left, column) ?? pinned(filter.right, column);
    case 'or': {
      const [left, right] = [pinned(filter.left, column), pinned(filter.right, column)];
      return left === undefined || right === undefined ? undefined : new Set([...left, ...right]);
    }
    case 'not':
    case 'match':
    case 'in':
      return undefined;
  }
}

function pinnedByComparison(
  { operator, left, right }: Filter & { readonly kind: 'compare' },
  column: string,
): ReadonlySet<string> | undefined {
  if (operator !== 'eq' || left.kind !== 'column' || left.name !== column || right.kind !== 'literal') return undefined;
  if (right.type === 'number') return new Set([trimDecimal(right.text)]);
  return right.type === 'string' ? new Set([right.text]) : undefined;
}

/** Whether an `in` stands anywhere in it: P21 then forgets the filter. */
export function holdsIn(filter: Filter): boolean {
  switch (filter.kind) {
    case 'in':
      return true;
    case 'and':
    case 'or':
      return holdsIn(filter.left) || holdsIn(filter.right);
    case 'not':
      return holdsIn(filter.inner);
    case 'compare':
    case 'match':
      return false;
  }
}
