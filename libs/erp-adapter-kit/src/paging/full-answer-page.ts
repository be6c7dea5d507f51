import { ErpError } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor';

/** How a list is ordered: a field name, descending with a leading `-`. */
export interface ListOrder<T> {
  readonly sort: string;
  /** The value sorted by, and a key that tells items with equal values apart. */
  readonly keyOf: (item: T) => readonly [value: string, key: string];
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

const cursorSchema = z.strictObject({ sort: z.string(), after: z.tuple([z.string(), z.string()]) });

const collator = new Intl.Collator('en', { numeric: true });

const DIGITS = /^\d+$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What the collator says; dates and numbers of one length, which most keys are, stand in that order as they are. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  const isPlain = left.length === right.length && (bothAre(DIGITS, left, right) || bothAre(ISO_DATE, left, right));
  return isPlain ? (left < right ? -1 : 1) : collator.compare(left, right);
}

function bothAre(form: RegExp, left: string, right: string): boolean {
  return form.test(left) && form.test(right);
}

function compareKeys(left: readonly [string, string], right: readonly [string, string]): number {
  return compareTexts(left[0], right[0]) || compareTexts(left[1], right[1]);
}

/**
 * A page of a list the ERP only hands out whole. The cursor names the last item given, not a count, so that
 * an item that is new since the page before neither repeats nor hides another.
 */
export function pageOfWhole<T>(items: readonly T[], order: ListOrder<T>, request: PageRequest): Page<T> {
  const direction = order.sort.startsWith('-') ? -1 : 1;
  const compare = (left: readonly [string, string], right: readonly [string, string]): number =>
    direction * compareKeys(left, right);
  const after = request.cursor === undefined ? undefined : positionOf(request.cursor, order.sort);
  const rest = items
    .map((item) => ({ item, key: order.keyOf(item) }))
    .filter(({ key }) => after === undefined || compare(key, after) > 0)
    .sort((left, right) => compare(left.key, right.key));
  const page = rest.slice(0, request.limit);
  const last = page.at(-1);
  const more = rest.length > page.length && last !== undefined;
  return {
    items: page.map(({ item }) => item),
    nextCursor: more ? encodeCursor({ sort: order.sort, after: last.key }) : null,
  };
}

function positionOf(cursor: string, sort: string): readonly [string, string] {
  const position = decodeCursor(cursor, cursorSchema);
  if (position.sort === sort) return position.after;
  throw new ErpError('invalid-request', 'The cursor belongs to another order of the list; start again without it.');
}
