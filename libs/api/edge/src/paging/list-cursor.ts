import { DomainError, isId, type ListPosition, type PositionedPage, type CountedPage } from '@headwater/kernel';

type CursorTuple = readonly [sort: string, value: string | null, id: string];

/** The opaque text clients hand back to go on where a list was left off. */
export function encodeListCursor({ sort, value, id }: ListPosition): string {
  return Buffer.from(JSON.stringify([sort, value, id] satisfies CursorTuple)).toString('base64url');
}

/** Throws `DomainError` `invalid-request` for text that is no cursor, or one of another sort. */
export function decodeListCursor(cursor: string, sort: string): ListPosition {
  const tuple = parse(cursor);
  if (tuple === undefined) throw refused('This cursor is not one that a list answered with.');
  const [sortOfCursor, value, id] = tuple;
  if (sortOfCursor !== sort) throw refused(`This cursor belongs to the sort ${sortOfCursor}; start again without it.`);
  return { sort, value, id };
}

/** The page as clients get it. */
export function toCountedPage<T>({ items, next, count }: PositionedPage<T>): CountedPage<T> {
  return { items, nextCursor: next === null ? null : encodeListCursor(next), count };
}

function parse(cursor: string): CursorTuple | undefined {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return isCursorTuple(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isCursorTuple(value: unknown): value is CursorTuple {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [sort, sortValue, id] = value as readonly unknown[];
  return (
    typeof sort === 'string' &&
    /^-?[A-Za-z]{1,40}$/.test(sort) &&
    (sortValue === null || typeof sortValue === 'string') &&
    typeof id === 'string' &&
    isId(id)
  );
}

function refused(message: string): DomainError {
  return new DomainError('invalid-request', 'The list cannot go on from there.', [{ field: 'cursor', message }]);
}
