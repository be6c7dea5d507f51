import { ACCOUNT_SORTS, type AccountSort } from '@headwater/relationship';

/** Columns the server can sort by; no other column offers it. */
export type SortableColumn = 'name' | 'updatedAt';

export const DEFAULT_SORT: AccountSort = 'name';

/** The sort an address asks for; the default for anything else. */
export function sortOf(text: string | undefined): AccountSort {
  return ACCOUNT_SORTS.find((sort) => sort === text) ?? DEFAULT_SORT;
}

/** What a click on a column head asks for: the other direction, or the direction one expects first. */
export function nextSort(current: AccountSort, column: SortableColumn): AccountSort {
  if (current === column) return `-${column}`;
  if (current === `-${column}`) return column;
  return column === 'updatedAt' ? '-updatedAt' : column;
}

export function ariaSortOf(current: AccountSort, column: SortableColumn): 'ascending' | 'descending' | null {
  if (current === column) return 'ascending';
  return current === `-${column}` ? 'descending' : null;
}
