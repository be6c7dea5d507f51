import fc from 'fast-check';
import { odataFilter } from '@headwater/erp-adapter-kit';
import { filterReading } from '../testing/odata-filter-reading';
import type { DatedSource } from './dated-source';
import { mergedPage } from './merged-page';

interface Row {
  readonly date: string;
  readonly number: string;
  /** Whether the row belongs into the list. */
  readonly kept: boolean;
}

/** A set of the ERP, as its own filter and order would answer. */
function sourceOf(name: string, rows: readonly Row[]): DatedSource<string> {
  return {
    name,
    dateField: 'date_',
    read: async ({ filters, orderBy, top }) => {
      const filter = filters.length === 0 ? undefined : odataFilter({ all: filters }, 'v4');
      const passes = filter === undefined ? () => true : filterReading(filter, null);
      const sign = orderBy[0]?.startsWith('-') === true ? -1 : 1;
      const key = (row: Row): string => `${row.date} ${row.number}`;
      return rows
        .filter((row) => passes({ date_: row.date, number: row.number }))
        .sort((left, right) => sign * (key(left) < key(right) ? -1 : 1))
        .slice(0, top)
        .map((row) => ({ ...row, value: row.kept ? `${name}:${row.number}` : undefined }));
    },
  };
}

const day = fc.constantFrom('0001-01-01', '2026-11-20', '2026-11-21', '2026-11-22');
const set = fc
  .uniqueArray(fc.record({ date: day, number: fc.integer({ min: 1, max: 60 }), kept: fc.boolean() }), {
    selector: ({ number }) => number,
    maxLength: 25,
  })
  .map((rows) => rows.map((row) => ({ ...row, number: `N'${String(row.number)}` })));

async function everything(sets: readonly (readonly Row[])[], sort: string, limit: number): Promise<readonly string[]> {
  const [one = [], other = [], last = []] = sets;
  const groups = [[sourceOf('a', one), sourceOf('b', other)], [sourceOf('c', last)]];
  const found: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 100; pages += 1) {
    const page = await mergedPage({ groups, sort, limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items);
    if (page.nextCursor === null) return found;
    cursor = page.nextCursor;
  }
  throw new Error('the pages never end');
}

describe('a list out of several sets', () => {
  it('walked in pages of any size is the whole list, each row once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(set, set, set),
        fc.constantFrom('date', '-date'),
        fc.integer({ min: 1, max: 7 }),
        async (sets, sort, limit) => {
          const walked = await everything(sets, sort, limit);
          expect(walked).toEqual(await everything(sets, sort, 500));
          const kept = sets.flatMap((rows, index) =>
            rows.filter((row) => row.kept).map((row) => `${'abc'.charAt(index)}:${row.number}`),
          );
          expect([...walked].sort()).toEqual([...kept].sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is in the order of its dates', async () => {
    const rows = (...dates: readonly string[]): readonly Row[] =>
      dates.map((date, index) => ({ date, number: String(index + 1), kept: true }));
    const sets = [rows('2026-11-20', '2026-11-22'), rows('2026-11-21', '2026-11-20'), []];
    expect(await everything(sets, '-date', 3)).toEqual(['a:2', 'b:1', 'a:1', 'b:2']);
    expect(await everything(sets, 'date', 3)).toEqual(['a:1', 'b:2', 'b:1', 'a:2']);
  });

  it('whose server gives the same rows for ever is an error, not a part of itself', async () => {
    const stuck: DatedSource<string> = {
      name: 'a',
      dateField: 'date_',
      read: async ({ top }) =>
        Array.from({ length: top }, () => ({ date: '2026-11-20', number: '1', value: undefined })),
    };
    const page = mergedPage({ groups: [[stuck]], sort: '-date', limit: 5 });
    await expect(page).rejects.toMatchObject({ code: 'bad-response' });
  });
});
