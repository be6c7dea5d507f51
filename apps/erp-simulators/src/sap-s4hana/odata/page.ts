import { SapError } from '../sap-error';
import type { Predicate } from './compile-filter';
import type { RowOrder } from './order-by';

/** Which rows of a list are wanted. */
export interface Restriction {
  readonly filter: Predicate | undefined;
  readonly order: RowOrder | undefined;
  readonly skip: number;
  readonly top: number | undefined;
}

export interface PageRequest extends Restriction {
  /** Where the server left off. */
  readonly skipToken: number;
}

export interface ResultPage {
  readonly rows: readonly unknown[];
  /** Of all that the filter lets through. */
  readonly total: number;
  /** Undefined at the end. */
  readonly nextToken: number | undefined;
}

/** The rows a client asked for, without the server's own paging. */
export function restrict(
  rows: readonly unknown[],
  { filter, order, skip, top }: Restriction,
): { readonly window: readonly unknown[]; readonly total: number } {
  const found = filter === undefined ? rows : rows.filter(filter);
  const sorted = order === undefined ? found : found.toSorted(order);
  return { window: sorted.slice(skip, top === undefined ? undefined : skip + top), total: found.length };
}

/** At most `cap` rows at once: the rest is behind a link, even where the client asked for a `$top` above it. */
export function pageOf(rows: readonly unknown[], request: PageRequest, cap: number): ResultPage {
  const { window, total } = restrict(rows, request);
  const end = request.skipToken + cap;
  return {
    rows: window.slice(request.skipToken, end),
    total,
    nextToken: end < window.length ? end : undefined,
  };
}

/** A count in a query option. */
export function wholeNumber(name: string, value: string | null | undefined): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw SapError.badQuery(`Invalid value '${value}' for ${name}`);
  return Number(value);
}
