import { requiredVendorText } from '@headwater/erp-adapter-kit';
import { anErpCall } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { z } from 'zod';
import type { NetsuiteClient, SuiteQlRequest } from '../client/netsuite.client';
import type { NetsuiteContext } from '../netsuite.context';
import { NETSUITE_MANIFEST } from '../netsuite.manifest';
import { netsuiteSettings } from '../settings/netsuite.settings';
import { netsuiteValues } from '../testing/netsuite-settings';
import { alignedLimit, offsetPage } from './offset-page';
import { chunked, readAll, readPage } from './reads';
import { sql } from './sql';

const settings = netsuiteSettings(netsuiteValues('https://suitetalk.example'), NETSUITE_MANIFEST, 'refused');
const READ = { query: sql`SELECT x`, row: z.object({ id: requiredVendorText }), what: 'things' };

function contextOver(answer: (request: SuiteQlRequest) => unknown): NetsuiteContext {
  const client = { query: async (request: SuiteQlRequest) => answer(request) } as unknown as NetsuiteClient;
  return { connectionId: 'c1', settings, client, clock: systemClock };
}

function rows(count: number) {
  return Array.from({ length: count }, (_, index) => ({ links: [], id: String(index) }));
}

describe('a page of SuiteQL', () => {
  it.each([
    [{ items: rows(2), hasMore: true }, true],
    [{ items: rows(2), hasMore: false, totalResults: 99 }, false],
    [{ items: rows(2), totalResults: 2 }, false],
    [{ items: rows(2), totalResults: 3 }, true],
    [{ items: rows(2), hasMore: 'true', totalResults: '7' }, true],
  ])('tells whether there is more by what is there: %#', async (answer, hasMore) => {
    const page = await readPage(
      contextOver(() => answer),
      { ...READ, limit: 2, offset: 0 },
      anErpCall(),
    );
    expect(page.hasMore).toBe(hasMore);
  });

  it.each([
    [{ items: rows(2) }],
    [{ items: rows(2), hasMore: true, totalResults: -1 }],
    [{ items: [{ id: null }], hasMore: false }],
    [{ items: ['a'], hasMore: false }],
    [{ items: {}, hasMore: false }],
    [[]],
  ])('that does not tell is a bad response: %#', async (answer) => {
    const page = readPage(
      contextOver(() => answer),
      { ...READ, limit: 2, offset: 0 },
      anErpCall(),
    );
    await expect(page).rejects.toMatchObject({ code: 'bad-response' });
  });
});

describe('all rows of a query', () => {
  it('are walked in pages of a thousand', async () => {
    const asked: number[] = [];
    const context = contextOver(({ limit, offset }) => {
      asked.push(offset);
      return { items: rows(limit), hasMore: offset < 2000 };
    });
    expect(await readAll(context, READ, anErpCall())).toHaveLength(3000);
    expect(asked).toEqual([0, 1000, 2000]);
  });

  it.each([
    ['without an end', ({ limit }: SuiteQlRequest) => ({ items: rows(limit), hasMore: true }), 'more things'],
    ['that promise more and hold nothing', () => ({ items: [], hasMore: true }), 'whether there are more'],
  ])('%s are a bad response, never a part', async (_, answer, message) => {
    await expect(readAll(contextOver(answer), READ, anErpCall())).rejects.toMatchObject({
      code: 'bad-response',
      message: expect.stringContaining(message),
    });
  });

  it('are asked for by as many keys as a query takes', () => {
    expect(chunked(['a', 'b', 'c'], 2)).toEqual([['a', 'b'], ['c']]);
    expect(chunked([], 2)).toEqual([]);
  });
});

describe('a page of a list', () => {
  it.each([
    [0, 50, 50],
    [100, 50, 50],
    [50, 20, 10],
    [7, 5, 1],
    [1000, 3, 2],
  ])('at offset %s with limit %s has %s rows: the offset must be a multiple', (offset, limit, expected) => {
    expect(alignedLimit(offset, limit)).toBe(expected);
  });

  it('refuses the cursor of another order, and more pages than NetSuite gives', async () => {
    const context = contextOver(() => ({ items: rows(1), hasMore: true }));
    const first = await offsetPage(context, { ...READ, request: { sort: 'a', limit: 1 } }, anErpCall());
    const cursor = first.nextCursor ?? '';
    const other = offsetPage(context, { ...READ, request: { sort: 'b', limit: 1, cursor } }, anErpCall());
    await expect(other).rejects.toMatchObject({ code: 'invalid-request' });
    const far = Buffer.from(JSON.stringify({ sort: 'a', offset: 1000 })).toString('base64url');
    const beyond = offsetPage(context, { ...READ, request: { sort: 'a', limit: 1, cursor: far } }, anErpCall());
    await expect(beyond).rejects.toMatchObject({ code: 'invalid-request', message: expect.stringContaining('larger') });
    const larger = await offsetPage(context, { ...READ, request: { sort: 'a', limit: 10, cursor: far } }, anErpCall());
    expect(larger.items).toHaveLength(1);
  });
});
