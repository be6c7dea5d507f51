import { decodeListCursor } from '@headwater/api/edge';
import { DEFAULT_PAGE_SIZE, type ListParams, type ListQuery } from '@headwater/relationship';

/** Query parameters in the words of a repository. */
export function listQueryOf<Sort extends string>({ limit, cursor }: ListParams, sort: Sort): ListQuery<Sort> {
  return {
    limit: limit ?? DEFAULT_PAGE_SIZE,
    sort,
    ...(cursor === undefined ? {} : { after: decodeListCursor(cursor, sort) }),
  };
}

/** Text to search for, unless it is blank. */
export function textOf(q: string | null | undefined): { readonly text?: string } {
  return q === undefined || q === null || q === '' ? {} : { text: q };
}
