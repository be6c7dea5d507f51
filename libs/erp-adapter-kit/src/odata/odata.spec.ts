import fc from 'fast-check';
import { z } from 'zod';
import { expandedRows, odataCollection, odataEntity } from './collection';
import { equalsText, odataFilter, type ODataFilter, oneOfTexts } from './filter';
import { odataLiteral, type ODataValue } from './literals';
import { entityPath, pathSegment } from './path';
import { odataQuery } from './query';
import { v2Date, v2Instant } from './v2-values';
import { nextUrl, walkPages } from './walk-pages';

const expected = { erp: 'Test ERP', connectionId: 'c1', what: 'the orders' };

describe('a literal', () => {
  it.each([
    [{ text: "O'Neill & Sons #1" }, "'O''Neill & Sons #1'", "'O''Neill & Sons #1'"],
    [{ decimal: '12.50' }, '12.50M', '12.50'],
    [{ whole: 7 }, '7', '7'],
    [{ flag: false }, 'false', 'false'],
    [{ date: '2026-10-01' }, "datetime'2026-10-01T00:00:00'", '2026-10-01'],
    [{ instant: '2026-10-20T00:00:00Z' }, "datetimeoffset'2026-10-20T00:00:00Z'", '2026-10-20T00:00:00Z'],
    [
      { guid: '9f1c3d2e-0000-4000-8000-00000000000a' },
      "guid'9f1c3d2e-0000-4000-8000-00000000000a'",
      '9f1c3d2e-0000-4000-8000-00000000000a',
    ],
  ] satisfies readonly (readonly [ODataValue, string, string])[])('writes %j in both protocols', (value, v2, v4) => {
    expect(odataLiteral(value, 'v2')).toBe(v2);
    expect(odataLiteral(value, 'v4')).toBe(v4);
  });

  it('qualifies members of enumerations', () => {
    const status = { of: 'Microsoft.Dynamics.DataEntities.SalesStatus', member: 'Backorder' };
    expect(odataLiteral(status, 'v4')).toBe("Microsoft.Dynamics.DataEntities.SalesStatus'Backorder'");
  });

  it.each([
    { decimal: '1 or 1 eq 1' },
    { whole: 1.5 },
    { date: '2026-13-01' },
    { instant: 'now()' },
    { guid: "x' or 'a' eq 'a" },
    { of: 'Ns.Status', member: "A' or 'a'" },
  ] satisfies readonly ODataValue[])('refuses %j, which is no such value', (value) => {
    expect(() => odataLiteral(value, 'v4')).toThrow(RangeError);
  });

  it('keeps any text inside its quotes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const literal = odataLiteral({ text }, 'v4');
        expect(literal.slice(1, -1).replaceAll("''", '')).not.toContain("'");
        expect(literal.slice(1, -1).replaceAll("''", "'")).toBe(text);
      }),
    );
  });
});

describe('a filter', () => {
  const filter: ODataFilter = {
    all: [
      equalsText('SoldToParty', "1' or '1' eq '1"),
      { any: [{ field: 'Name', test: 'contains', text: "o'n", fold: 'upper' }, { not: equalsText('Kind', 'X') }] },
    ],
  };

  it('speaks v2', () => {
    expect(odataFilter(filter, 'v2')).toBe(
      "(SoldToParty eq '1'' or ''1'' eq ''1' and (substringof('O''N',toupper(Name)) or not (Kind eq 'X')))",
    );
  });

  it('speaks v4', () => {
    expect(odataFilter(filter, 'v4')).toBe(
      "(SoldToParty eq '1'' or ''1'' eq ''1' and (contains(toupper(Name),'O''N') or not (Kind eq 'X')))",
    );
  });

  it('chains several texts by or, and refuses none, which would match everything', () => {
    expect(odataFilter(oneOfTexts('Item', ['A', 'B']), 'v4')).toBe("(Item eq 'A' or Item eq 'B')");
    expect(() => odataFilter(oneOfTexts('Item', []), 'v4')).toThrow(RangeError);
  });

  it('refuses a field name that carries syntax', () => {
    expect(() => odataFilter(equalsText("Item eq 'A' or Item", 'x'), 'v4')).toThrow(RangeError);
  });
});

describe('a query', () => {
  const query = {
    filter: equalsText('Material', 'A/B+#&%'),
    select: ['SalesOrder'],
    expand: [{ navigation: 'to_Item', select: ['Material'], expand: [{ navigation: 'to_ScheduleLine' }] }],
    orderBy: ['-SalesOrderDate', 'SalesOrder'],
    top: 50,
    skip: 0,
    count: true,
  };

  function optionsOf(text: string): Record<string, string> {
    return Object.fromEntries(new URL(`http://h/${text}`).searchParams);
  }

  it('speaks v2', () => {
    expect(optionsOf(odataQuery(query, 'v2'))).toEqual({
      $filter: "Material eq 'A/B+#&%'",
      $select: 'SalesOrder,to_Item/Material,to_Item/to_ScheduleLine',
      $expand: 'to_Item,to_Item/to_ScheduleLine',
      $orderby: 'SalesOrderDate desc,SalesOrder',
      $top: '50',
      $inlinecount: 'allpages',
    });
  });

  it('speaks v4', () => {
    expect(optionsOf(odataQuery({ ...query, custom: { 'cross-company': 'true' } }, 'v4'))).toEqual({
      'cross-company': 'true',
      $filter: "Material eq 'A/B+#&%'",
      $select: 'SalesOrder',
      $expand: 'to_Item($select=Material;$expand=to_ScheduleLine)',
      $orderby: 'SalesOrderDate desc,SalesOrder',
      $top: '50',
      $count: 'true',
    });
  });

  it('asks nothing where nothing is asked', () => {
    expect(odataQuery({}, 'v4')).toBe('');
  });
});

describe('a path', () => {
  it('holds keys of one part and of several', () => {
    expect(decodeURIComponent(entityPath('A_SalesOrder', { text: "A/B'1" }, 'v2'))).toBe("A_SalesOrder('A/B''1')");
    expect(entityPath('A_SalesOrder', { text: 'A/B' }, 'v2')).not.toContain('/B');
    const parts = { dataAreaId: { text: 'usmf' }, SalesOrderNumber: { text: '000002' } };
    expect(decodeURIComponent(entityPath('SalesOrderHeadersV2', { parts }, 'v4'))).toBe(
      "SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='000002')",
    );
  });

  it.each(['', '.', '..', 'a\nb'])('refuses %j as a segment', (text) => {
    expect(() => pathSegment(text)).toThrow('cannot be part of an address');
  });

  it('encodes every other segment', () => {
    expect(pathSegment('A/B+#&% ?')).toBe('A%2FB%2B%23%26%25%20%3F');
  });
});

describe('an answer', () => {
  it('is read in both protocols', () => {
    const v2 = { d: { results: [{ a: 1 }], __count: '83', __next: 'http://h/x?$skiptoken=1' } };
    expect(odataCollection(v2, 'v2', expected)).toEqual({
      rows: [{ a: 1 }],
      count: 83,
      nextLink: 'http://h/x?$skiptoken=1',
    });
    expect(odataCollection({ d: [] }, 'v2', expected).rows).toEqual([]);
    const v4 = { value: [{ a: 1 }], '@odata.count': 83 };
    expect(odataCollection(v4, 'v4', expected)).toEqual({ rows: [{ a: 1 }], count: 83, nextLink: undefined });
    expect(odataEntity({ d: { a: 1 } }, 'v2', expected)).toEqual({ a: 1 });
    expect(odataEntity({ a: 1 }, 'v4', expected)).toEqual({ a: 1 });
  });

  it.each([{}, { d: {} }, { value: {} }, [], null, 'x', { error: { code: '1' } }])('is never empty for %j', (body) => {
    expect(() => odataCollection(body, 'v2', expected)).toThrow(expect.objectContaining({ code: 'bad-response' }));
    expect(() => odataCollection(body, 'v4', expected)).toThrow(expect.objectContaining({ code: 'bad-response' }));
  });

  it('tells a list from one', () => {
    expect(() => odataEntity({ value: [] }, 'v4', expected)).toThrow('a list in place of one');
    expect(() => odataEntity({ d: { results: [] } }, 'v2', expected)).toThrow('a list in place of one');
  });

  it('tells expanded rows from a link', () => {
    expect(expandedRows({ results: [1] })).toEqual([1]);
    expect(expandedRows([1])).toEqual([1]);
    expect(expandedRows({ __deferred: { uri: 'http://h/x' } })).toBeUndefined();
  });

  it('reads the dates of v2', () => {
    const schema = z.object({ on: v2Date, at: v2Instant });
    expect(schema.parse({ on: '/Date(1492041600000)/', at: '/Date(1474433263752+0000)/' })).toEqual({
      on: '2017-04-13',
      at: '2016-09-21T04:47:43.752Z',
    });
    expect(schema.parse({ on: null, at: '' })).toEqual({ on: undefined, at: undefined });
    expect(schema.safeParse({ on: '2017-04-13' }).success).toBe(false);
    expect(schema.safeParse({ on: '/Date(999999999999999)/' }).success).toBe(false);
  });
});

describe('walking pages', () => {
  const speaker = { erp: 'Test ERP', connectionId: 'c1' };

  it('follows links verbatim, also relative ones', async () => {
    const asked: string[] = [];
    const pages: Record<string, { rows: readonly unknown[]; nextLink?: string }> = {
      'http://h/a': { rows: [1], nextLink: 'http://h/a?$skiptoken=x' },
      'http://h/a?$skiptoken=x': { rows: [2], nextLink: 'a?$skiptoken=y' },
      'http://h/a?$skiptoken=y': { rows: [3] },
    };
    const read = async (url: string) => {
      asked.push(url);
      return pages[url] ?? { rows: [] };
    };
    expect(await walkPages({ ...speaker, first: 'http://h/a', read, maxRows: 10 })).toEqual([1, 2, 3]);
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['turns in a circle', 'http://h/a'],
    ['leads to another host', 'http://elsewhere/a'],
    ['is no address', 'http://'],
  ])('fails on a link that %s', async (_name, nextLink) => {
    const read = async () => ({ rows: [1], nextLink });
    await expect(walkPages({ ...speaker, first: 'http://h/a', read, maxRows: 10 })).rejects.toMatchObject({
      code: 'bad-response',
    });
  });

  it('fails on more rows than can be true', async () => {
    const read = async () => ({ rows: [1, 2, 3] });
    await expect(walkPages({ ...speaker, first: 'http://h/a', read, maxRows: 2 })).rejects.toMatchObject({
      code: 'bad-response',
    });
  });

  it('resolves a link from the page that named it', () => {
    expect(nextUrl('/b?c=1', 'https://h/a/x?y=1', speaker)).toBe('https://h/b?c=1');
  });
});
