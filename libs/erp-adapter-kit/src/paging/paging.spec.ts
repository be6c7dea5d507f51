import { ErpError } from '@headwater/erp-contracts';
import { anErpManifest } from '@headwater/erp-testing';
import fc from 'fast-check';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor';
import { pageOfWhole } from './full-answer-page';
import { boundedLimit, refuseLargeBatch, refuseUndeclaredFilters, supportedSort } from './list-checks';

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ErpError) return error.code;
  }
  return 'none';
}

interface Row {
  readonly on: string;
  readonly key: string;
}

const order = (sort: string) => ({ sort, keyOf: (row: Row) => [row.on, row.key] as const });

function walk(rows: readonly Row[], sort: string, limit: number): readonly Row[] {
  const found: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = pageOfWhole(rows, order(sort), { limit, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

describe('cursors', () => {
  it('come back as they went', () => {
    expect(decodeCursor(encodeCursor({ a: 1 }), z.object({ a: z.number() }))).toEqual({ a: 1 });
  });

  it.each(['', 'x', encodeCursor({ a: 'one' }), '%%%', Buffer.from('[').toString('base64url')])(
    'refuse %j as an invalid request',
    (cursor) => {
      expect(codeOf(() => decodeCursor(cursor, z.object({ a: z.number() })))).toBe('invalid-request');
    },
  );
});

describe('pageOfWhole', () => {
  it('puts dates, numbers and names in the order of a collator that knows numbers', () => {
    const collator = new Intl.Collator('en', { numeric: true });
    const text = fc.oneof(
      fc.stringMatching(/^\d{1,4}$/),
      fc.stringMatching(/^202[56]-[01]\d-[0-3]\d$/),
      fc.stringMatching(/^[A-b]{0,2}-?\d{0,2}$/),
    );
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 8 }), (keys) => {
        const rows = keys.map((key) => ({ on: '', key }));
        const { items } = pageOfWhole(rows, order('on'), { limit: 10 });
        expect(items.map(({ key }) => key)).toEqual([...keys].sort((left, right) => collator.compare(left, right)));
      }),
    );
  });

  const rows = fc.uniqueArray(
    fc.record({ on: fc.constantFrom('2026-01-01', '2026-01-02', '2026-02-01'), key: fc.nat(40).map(String) }),
    { selector: (row) => row.key },
  );

  it('walks every item once, in one order, whatever the page size', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 7 }), fc.constantFrom('on', '-on'), (all, limit, sort) => {
        const walked = walk(all, sort, limit);
        expect(walked).toEqual(walk(all, sort, 1_000));
        expect(new Set(walked.map((row) => row.key)).size).toBe(all.length);
      }),
    );
  });

  it('neither repeats nor hides an item when a newer one comes in between', () => {
    const before = ['3', '2', '1'].map((key) => ({ on: `2026-01-0${key}`, key }));
    const first = pageOfWhole(before, order('-on'), { limit: 2 });
    const after = [{ on: '2026-01-09', key: '9' }, ...before];
    const second = pageOfWhole(after, order('-on'), { limit: 2, cursor: first.nextCursor ?? '' });
    expect(second.items.map((row) => row.key)).toEqual(['1']);
  });

  it('refuses the cursor of another order', () => {
    const page = pageOfWhole(
      ['1', '2'].map((key) => ({ on: key, key })),
      order('on'),
      { limit: 1 },
    );
    expect(codeOf(() => pageOfWhole([], order('-on'), { limit: 1, cursor: page.nextCursor ?? '' }))).toBe(
      'invalid-request',
    );
  });
});

describe('list checks', () => {
  const list = { sortable: ['on'], filterable: ['customer'], searchable: false, maxPageSize: 5, paged: true };
  const declared = { manifest: anErpManifest(), list, what: 'orders' };

  it('name what is supported when they refuse', () => {
    expect(() => supportedSort('total', '-on', declared)).toThrow('sorts orders only by: on');
    expect(() => refuseUndeclaredFilters({ open: true }, declared)).toThrow('filters orders only by: customer');
    expect(supportedSort(undefined, '-on', declared)).toBe('-on');
    expect(codeOf(() => refuseUndeclaredFilters({ open: undefined, customer: '1' }, declared))).toBe('none');
  });

  it('bound pages and batches', () => {
    expect(boundedLimit(50, list)).toBe(5);
    expect(codeOf(() => boundedLimit(0, list))).toBe('invalid-request');
    expect(codeOf(() => refuseLargeBatch(3, 2))).toBe('invalid-request');
  });
});
