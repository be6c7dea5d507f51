import type { ListPosition } from '@headwater/kernel';

/** What a repository needs to answer one page. */
export interface ListQuery<Sort extends string> {
  readonly limit: number;
  readonly sort: Sort;
  /** Go on behind this row; from the start where absent. */
  readonly after?: ListPosition;
}
