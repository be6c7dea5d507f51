import { decodeCursor, encodeCursor } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { isCalendarDate, type Page } from '@headwater/kernel';
import { z } from 'zod';
import { type DatedRow, type DatedSource, type Direction, type Start, takeRows } from './dated-source';

export interface MergedList<T> {
  /** On one date, rows of an earlier source come first. Groups of sources follow each other whole. */
  readonly groups: readonly (readonly DatedSource<T>[])[];
  /** What the list is sorted by, with a leading `-` for descending; part of cursors. */
  readonly sort: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const cursorSchema = z.strictObject({
  sort: z.string(),
  source: z.string(),
  date: z.string().refine(isCalendarDate),
  number: z.string().min(1),
});

type Cursor = z.output<typeof cursorSchema>;

interface Placed<T> extends DatedRow<T> {
  readonly source: string;
  readonly rank: number;
}

function positionIn(list: MergedList<unknown>): Cursor | undefined {
  if (list.cursor === undefined) return undefined;
  const cursor = decodeCursor(list.cursor, cursorSchema);
  const isOurs = list.groups.some((group) => group.some(({ name }) => name === cursor.source));
  if (isOurs && cursor.sort === list.sort) return cursor;
  throw new ErpError('invalid-request', 'The cursor belongs to another list; start again without it.');
}

function startOf(group: readonly DatedSource<unknown>[], rank: number, cursor: Cursor | undefined): Start {
  const at = cursor === undefined ? -1 : group.findIndex(({ name }) => name === cursor.source);
  if (cursor === undefined || at < 0) return { at: 'beginning' };
  if (at === rank) return { at: 'row', position: cursor };
  return { at: 'date', date: cursor.date, given: rank < at };
}

/** The next rows of a group, its sources read side by side and merged by date. */
async function takeMerged<T>(
  group: readonly DatedSource<T>[],
  from: { readonly cursor: Cursor | undefined; readonly direction: Direction },
  count: number,
): Promise<readonly Placed<T>[]> {
  const { cursor, direction } = from;
  const parts = await Promise.all(
    group.map(async (source, rank): Promise<readonly Placed<T>[]> => {
      const rows = await takeRows(source, { start: startOf(group, rank, cursor), direction }, count);
      return rows.map((row) => ({ ...row, source: source.name, rank }));
    }),
  );
  const sign = direction === 'descending' ? -1 : 1;
  const byDate = (left: Placed<T>, right: Placed<T>): number =>
    left.date === right.date ? left.rank - right.rank : sign * (left.date < right.date ? -1 : 1);
  // Sorting is stable, so each source keeps the ERP's own order within a date.
  return parts.flat().sort(byDate).slice(0, count);
}

/**
 * A page of a list that Business Central keeps in several sets. The cursor names the last row given, so a row that is
 * new since the page before neither repeats nor hides another; how rows of one date compare is left to the ERP.
 */
export async function mergedPage<T>(list: MergedList<T>): Promise<Page<T>> {
  const direction = list.sort.startsWith('-') ? 'descending' : 'ascending';
  const cursor = positionIn(list);
  const wanted = list.limit + 1;
  const first =
    cursor === undefined ? 0 : list.groups.findIndex((group) => group.some(({ name }) => name === cursor.source));
  const rows: Placed<T>[] = [];
  for (const [index, group] of list.groups.entries()) {
    if (index < first || rows.length >= wanted) continue;
    const from = { cursor: index === first ? cursor : undefined, direction } as const;
    rows.push(...(await takeMerged(group, from, wanted - rows.length)));
  }
  const page = rows.slice(0, list.limit);
  const last = page.at(-1);
  const more = rows.length > page.length && last !== undefined;
  return {
    items: page.map(({ value }) => value),
    nextCursor: more
      ? encodeCursor({ sort: list.sort, source: last.source, date: last.date, number: last.number })
      : null,
  };
}
