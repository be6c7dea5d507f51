import fc from 'fast-check';
import { countedPage } from './counted';
import { windowPage, type WindowRead } from './window';

interface Row {
  readonly at: string;
  readonly key: string;
}

const order = { sort: '-at', keyField: 'key' } as const;

function instant(second: number): string {
  return `2026-10-02T14:03:${String(second).padStart(2, '0')}Z`;
}

/** A list as Dynamics 365 would hand out windows of it. */
function readFrom(rows: readonly Row[], descending: boolean) {
  return async ({ filter, skip, top }: WindowRead): Promise<readonly Row[]> => {
    const limit =
      filter !== undefined && 'value' in filter && 'instant' in filter.value ? filter.value.instant : undefined;
    const sorted = [...rows].sort(
      (left, right) => (descending ? -1 : 1) * (left.at.localeCompare(right.at) || left.key.localeCompare(right.key)),
    );
    const from = sorted.filter(({ at }) => limit === undefined || (descending ? at <= limit : at >= limit));
    return from.slice(skip, skip + top);
  };
}

async function walked(
  rows: readonly Row[],
  limit: number,
  { sort, keeps = () => true }: { readonly sort: string; readonly keeps?: (row: Row) => boolean },
): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await windowPage<Row>({
      order: { ...order, sort },
      limit,
      cursor,
      keeps,
      positionOf: ({ at }) => at,
      read: readFrom(rows, sort.startsWith('-')),
    });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    keys.push(...page.rows.map(({ key }) => key));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return keys;
}

const rowsOf = fc
  .uniqueArray(fc.record({ second: fc.nat(4), key: fc.string({ minLength: 1, maxLength: 3 }) }), {
    selector: ({ key }) => key,
    maxLength: 30,
  })
  .map((rows) => rows.map(({ second, key }): Row => ({ at: instant(second), key })));

describe('a window of a sorted list', () => {
  it.each(['-at', 'at'])('walks a list by %s to its end, each row once, whatever the pages', async (sort) => {
    await fc.assert(
      fc.asyncProperty(rowsOf, fc.integer({ min: 1, max: 7 }), async (rows, limit) => {
        const whole = await readFrom(rows, sort.startsWith('-'))({ filter: undefined, orderBy: [], skip: 0, top: 99 });
        expect(await walked(rows, limit, { sort })).toEqual(whole.map(({ key }) => key));
      }),
    );
  });

  it('leaves out what only a wildcard matched, and loses nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, fc.integer({ min: 1, max: 4 }), async (rows, limit) => {
        const keeps = ({ key }: Row): boolean => key.length !== 2;
        const kept = await walked(rows, limit, { sort: '-at', keeps });
        expect(new Set(kept)).toEqual(new Set(rows.filter(keeps).map(({ key }) => key)));
      }),
    );
  });

  it('neither repeats nor hides a row when newer ones come in between', async () => {
    const rows = [1, 2, 2, 3].map((second, index): Row => ({ at: instant(second), key: String(index) }));
    const request = { order, limit: 2, keeps: () => true, positionOf: ({ at }: Row) => at };
    const first = await windowPage<Row>({ ...request, cursor: undefined, read: readFrom(rows, true) });
    const grown = [...rows, { at: instant(9), key: 'new' }];
    const next = await windowPage<Row>({
      ...request,
      cursor: first.nextCursor ?? undefined,
      read: readFrom(grown, true),
    });
    expect([...first.rows, ...next.rows].map(({ key }) => key)).toEqual(['3', '2', '1', '0']);
  });

  it('gives up on a list that holds nothing of what was asked for', async () => {
    const read = async () => [
      { at: instant(1), key: 'a' },
      { at: instant(1), key: 'b' },
    ];
    const page = windowPage<Row>({
      order,
      limit: 1,
      cursor: undefined,
      keeps: () => false,
      positionOf: ({ at }) => at,
      read,
    });
    await expect(page).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it.each([
    'x',
    '{"sort":"-at"}',
    '{"sort":"-at","at":"now() or 1 eq 1","given":1}',
    '{"sort":"at","at":"2026-10-02T14:03:11Z","given":1}',
  ])('takes no cursor like %s', async (text) => {
    const cursor = Buffer.from(text).toString('base64url');
    const page = windowPage<Row>({
      order,
      limit: 1,
      cursor,
      keeps: () => true,
      positionOf: ({ at }) => at,
      read: readFrom([], true),
    });
    await expect(page).rejects.toMatchObject({ code: 'invalid-request' });
  });
});

describe('a counted page', () => {
  it('walks to the end past rows that only a wildcard matched', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => index);
    const keeps = (row: number): boolean => row % 3 === 0;
    const read = async (skip: number, top: number) => rows.slice(skip, skip + top);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await countedPage<number>({ limit: 2, cursor, read, keeps });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(rows.filter(keeps));
  });

  it('gives up on a search that finds nothing but what wildcards match', async () => {
    const page = countedPage<number>({ limit: 1, cursor: undefined, read: async () => [1, 2], keeps: () => false });
    await expect(page).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
