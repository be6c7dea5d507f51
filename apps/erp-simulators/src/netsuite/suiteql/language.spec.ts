import { assert, asyncProperty, string } from 'fast-check';
import { startNetsuite, type NetsuiteClient } from '../../testing/netsuite-client';
import type { Json } from '../../testing/sxe-client';

interface TruthItem {
  readonly number: string;
  readonly description: string;
  readonly active: boolean;
}

describe('the language of SuiteQL', () => {
  let ns: NetsuiteClient;
  let items: readonly TruthItem[];

  beforeAll(async () => {
    ns = await startNetsuite();
    ({ items } = await ns.control<{ items: readonly TruthItem[] }>('truth/items'));
  });
  afterAll(() => ns.stop());

  const one = async (expression: string): Promise<unknown> => {
    const [row] = await ns.rows(`SELECT ${expression} AS v FROM location WHERE id = 101`);
    return row?.['v'];
  };
  const itemsWhere = async (condition: string, params?: readonly unknown[]): Promise<readonly unknown[]> =>
    (await ns.rows(`SELECT itemid FROM item WHERE ${condition} ORDER BY id`, params)).map((row) => row['itemid']);
  const numbersOf = (is: (item: TruthItem) => boolean): readonly string[] =>
    items.filter(is).map(({ number }) => number);
  const idOf = async (number: string): Promise<string> =>
    String((await ns.rows('SELECT id FROM item WHERE itemid = ?', [number]))[0]?.['id']);

  it('computes with exact decimals', async () => {
    expect(await one('0.1 + 0.2')).toBe('0.3');
    expect(await one('12345678901234567.89 * 10')).toBe('123456789012345678.90');
    expect(await one('(1 + 2) * 3 - 10 / 4')).toBe('6.5');
    expect(await one('-0 * 5')).toBe('0');
    expect(await one('ROUND(2.345, 2)')).toBe('2.35');
    expect(await one('TRUNC(-2.9)')).toBe('-2');
    expect(await one('ABS(-3.10)')).toBe('3.10');
  });

  it('joins, changes and cuts texts', async () => {
    expect(await one("'it''s ' || UPPER('x') || NULL || LOWER('Y')")).toBe("it's Xy");
    expect(await one("SUBSTR('abcdef', 2, 3) || SUBSTR('abcdef', -2)")).toBe('bcdef');
    expect(await one("INSTR('abc', 'c') + LENGTH('abcd')")).toBe('7');
    expect(await one("REPLACE(TRIM('  a-b '), '-', '+')")).toBe('a+b');
    expect(await one("CONCAT('a', 'b')")).toBe('ab');
  });

  it('chooses by NVL, COALESCE, NULLIF, NVL2, DECODE and CASE', async () => {
    expect(await one("NVL(NULL, 'x')")).toBe('x');
    expect(await one("NVL('', 'empty is nothing')")).toBe('empty is nothing');
    expect(await one("COALESCE(NULL, '', 'y', 'z')")).toBe('y');
    expect(await one("NVL(NULLIF('a', 'a'), 'same')")).toBe('same');
    expect(await one("NVL2(NULL, 'there', 'missing')")).toBe('missing');
    expect(await one("DECODE('b', 'a', 1, 'b', 2, 3)")).toBe('2');
    expect(await one("CASE WHEN 1 > 2 THEN 'no' WHEN 2 BETWEEN 1 AND 3 THEN 'yes' ELSE 'other' END")).toBe('yes');
    expect(await one("CASE 'b' WHEN 'a' THEN 1 WHEN 'b' THEN 2 END")).toBe('2');
    expect(await one("CASE WHEN NULL = NULL THEN 'equal' END")).toBeUndefined();
  });

  it('reckons with dates', async () => {
    expect(await one("TO_CHAR(TO_DATE('2026-02-27','YYYY-MM-DD') + 2, 'YYYY-MM-DD')")).toBe('2026-03-01');
    expect(await one("TO_CHAR(TRUNC(SYSDATE), 'HH24:MI:SS')")).toBe('00:00:00');
    expect(await one("TO_CHAR(TO_DATE('1/5/2026'), 'DD.MM.YYYY')")).toBe('05.01.2026');
    expect(await one("CASE WHEN TO_DATE('2026-01-05','YYYY-MM-DD') = '1/5/2026' THEN 'same' END")).toBe('same');
  });

  it('knows neither true nor false of what is missing', async () => {
    const all = items.length;
    const withGtin = Number((await ns.rows('SELECT COUNT(upccode) n FROM item'))[0]?.['n']);
    expect(withGtin).toBeLessThan(all);
    const count = async (condition: string): Promise<number> =>
      Number((await ns.rows(`SELECT COUNT(*) n FROM item WHERE ${condition}`))[0]?.['n']);
    expect(await count("upccode = 'x' OR NOT upccode = 'x'")).toBe(withGtin);
    expect(await count('upccode IS NULL')).toBe(all - withGtin);
    expect(await count('upccode IS NOT NULL')).toBe(withGtin);
    expect(await count("upccode NOT IN ('x', NULL)")).toBe(0);
    expect(await count('upccode IS NULL AND 1 = 1 OR 1 = 2')).toBe(all - withGtin);
  });

  it('compares texts with regard to case, and numbers by value', async () => {
    const [first] = items;
    const id = await idOf(first?.number ?? '');
    expect(await itemsWhere('itemid = ?', [first?.number])).toEqual([first?.number]);
    expect(await itemsWhere('itemid = ?', [first?.number.toLowerCase()])).toEqual([]);
    expect(await itemsWhere(`id = ${id}`)).toEqual(await itemsWhere(`id = '${id}.0'`));
    expect(await itemsWhere(`id BETWEEN ${id} AND ${Number(id) + 2}`)).toHaveLength(3);
    expect(await itemsWhere(`id NOT BETWEEN ${Number(id) + 1} AND 999999999`)).toEqual([first?.number]);
    expect(await itemsWhere(`id IN (${id}, '${Number(id) + 1}') AND NOT id <> ${id}`)).toEqual([first?.number]);
  });

  it('searches with LIKE, and takes signs behind the escape character as they are', async () => {
    const found = await itemsWhere("UPPER(displayname) LIKE UPPER('%ball valve%') AND isinactive = 'F'");
    expect(found).toEqual(numbersOf(({ description, active }) => active && /ball valve/i.test(description)));
    expect(found.length).toBeGreaterThan(0);
    expect(await itemsWhere("itemid LIKE 'NIP-1/_X2-%'")).toEqual(
      numbersOf(({ number }) => /^NIP-1\/.X2-/.test(number)),
    );
    expect(await itemsWhere("displayname LIKE '%1!%2%' ESCAPE '!'")).toEqual(
      numbersOf(({ description }) => description.includes('1%2')),
    );
    expect(await itemsWhere("itemid NOT LIKE '%-%'")).toEqual(numbersOf(({ number }) => !number.includes('-')));
  });

  it('takes any text as data, quoted, bound or searched for', async () => {
    await assert(
      asyncProperty(string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }), async (text) => {
        const quoted = `'${text.replaceAll("'", "''")}'`;
        const pattern = `'%${text.replaceAll("'", "''").replace(/[!%_]/g, '!$&')}%'`;
        const [row] = await ns.rows(
          `SELECT ${quoted} q, ? p, CASE WHEN 'x' || ${quoted} || 'y' LIKE ${pattern} ESCAPE '!' THEN 'T' END f FROM location WHERE id = 101`,
          [text],
        );
        expect(row).toEqual({ q: text, p: text, f: 'T' });
      }),
      { numRuns: 40 },
    );
  });

  it('joins tables, and keeps what an outer join does not find', async () => {
    const inner = await ns.rows(
      'SELECT c.entityid, t.name FROM customer c INNER JOIN term t ON t.id = c.terms WHERE c.id = 21001',
    );
    expect(inner).toHaveLength(1);
    const levels = await ns.rows(
      'SELECT i.itemid, a.location, NVL(a.quantityonhand, 0) q FROM item i LEFT OUTER JOIN aggregateitemlocation a ON a.item = i.id AND a.location = 999 WHERE i.id IN (300001, 300002)',
    );
    expect(levels.map((row) => [row['location'], row['q']])).toEqual([
      [undefined, '0'],
      [undefined, '0'],
    ]);
    const missing = 'SELECT i.id FROM item i LEFT JOIN itemprice p ON p.item = i.id WHERE p.item IS NULL ORDER BY i.id';
    const { items: priced } = await ns.control<{ items: readonly { number: string; listPrice: unknown }[] }>(
      'truth/items',
    );
    expect(await ns.rows(missing)).toHaveLength(priced.filter(({ listPrice }) => listPrice === null).length);
  });

  it('answers alike in whatever order tables are named, by index or not', async () => {
    const columns = 'SELECT t.id, tl.id line FROM';
    const condition = "t.entity = 21001 AND tl.mainline = 'F'";
    const shapes = [
      `${columns} transaction t JOIN transactionline tl ON tl.transaction = t.id WHERE ${condition}`,
      `${columns} transactionline tl JOIN transaction t ON t.id = tl.transaction WHERE ${condition}`,
      `${columns} transaction t, transactionline tl WHERE tl.transaction = t.id AND ${condition}`,
      `${columns} transaction t JOIN transactionline tl ON tl.transaction = t.id WHERE t.entity + 0 = 21001 AND tl.mainline = 'F'`,
      `${columns} (SELECT id, entity FROM transaction) t JOIN transactionline tl ON tl.transaction = t.id WHERE ${condition}`,
      `${columns} transaction t JOIN transactionline tl ON tl.transaction = t.id WHERE t.id IN (SELECT x.id FROM transaction x WHERE x.entity = 21001) AND tl.mainline = 'F'`,
    ];
    const [first, ...others] = await Promise.all(shapes.map((q) => ns.rows(`${q} ORDER BY t.id, tl.id`)));
    expect(first?.length).toBeGreaterThan(20);
    for (const other of others) expect(other).toEqual(first);
  });

  it('groups, counts and adds up', async () => {
    const rows = await ns.rows(
      'SELECT t.type, COUNT(*) n, SUM(t.foreigntotal) s, MIN(t.id) lo, MAX(t.id) hi FROM transaction t WHERE t.entity = 21001 GROUP BY t.type HAVING COUNT(*) > 1 ORDER BY t.type',
    );
    const { items: orders } = await ns.control<{ items: readonly { kind: string; total: string }[] }>(
      'truth/orders?customer=1001',
    );
    const sales = orders.filter(({ kind }) => kind === 'order');
    const row = rows.find((each) => each['type'] === 'SalesOrd');
    expect(row?.['n']).toBe(String(sales.length));
    expect(Number(row?.['s'])).toBeCloseTo(
      sales.reduce((sum, { total }) => sum + Number(total), 0),
      2,
    );
    expect(Number(row?.['lo'])).toBeLessThan(Number(row?.['hi']));
    expect(await ns.rows('SELECT COUNT(*) n, SUM(id) s FROM location WHERE id < 0')).toEqual([{ n: '0' }]);
    expect(await ns.rows('SELECT COUNT(DISTINCT currency) n, AVG(id - id) a FROM customer')).toEqual([
      { n: '5', a: '0' },
    ]);
  });

  it('orders by columns, aliases, places and expressions, with missing values at Oracle’s end', async () => {
    const names = async (order: string): Promise<readonly unknown[]> =>
      (await ns.rows(`SELECT id, name AS title FROM location ORDER BY ${order}`)).map((row) => row['title']);
    const ascending = await names('title');
    expect(ascending).toEqual([...ascending].toSorted());
    expect(await names('2 DESC')).toEqual(ascending.toReversed());
    expect(await names('UPPER(name) ASC')).toEqual(ascending);
    const gtins = async (order: string): Promise<readonly Json[]> =>
      ns.rows(`SELECT upccode FROM item ORDER BY ${order}`);
    expect((await gtins('upccode DESC'))[0]).toEqual({});
    expect((await gtins('upccode'))[0]).not.toEqual({});
    expect((await gtins('upccode DESC NULLS LAST'))[0]).not.toEqual({});
  });

  it('makes rows distinct', async () => {
    const rows = await ns.rows('SELECT DISTINCT salesrep FROM customer ORDER BY salesrep');
    expect(new Set(rows.map((row) => row['salesrep'])).size).toBe(rows.length);
  });

  it('counts ROWNUM before it sorts, and after in a query around it', async () => {
    expect(await ns.rows('SELECT id FROM location WHERE ROWNUM <= 2')).toHaveLength(2);
    expect(await ns.rows('SELECT id FROM location WHERE ROWNUM > 1')).toEqual([]);
    const newest = await ns.rows('SELECT * FROM (SELECT id FROM location ORDER BY id DESC) WHERE ROWNUM <= 2');
    expect(newest).toEqual([{ id: '106' }, { id: '105' }]);
    const numbered = await ns.rows(
      'SELECT x.id, x.r FROM (SELECT id, ROWNUM r FROM location) x WHERE x.r BETWEEN 2 AND 3',
    );
    expect(numbered.map((row) => row['r'])).toEqual(['2', '3']);
  });

  it('asks other queries, with and without their own row in mind', async () => {
    const open = "t.type = 'CustInvc' AND t.foreignamountunpaid > 0";
    const byExists = await ns.rows(
      `SELECT c.id FROM customer c WHERE EXISTS (SELECT 1 FROM transaction t WHERE t.entity = c.id AND ${open}) ORDER BY c.id`,
    );
    const byList = await ns.rows(
      `SELECT c.id FROM customer c WHERE c.id IN (SELECT t.entity FROM transaction t WHERE ${open}) ORDER BY c.id`,
    );
    expect(byExists.length).toBeGreaterThan(3);
    expect(byExists).toEqual(byList);
    const others = await ns.rows(
      `SELECT COUNT(*) n FROM customer c WHERE NOT EXISTS (SELECT 1 FROM transaction t WHERE t.entity = c.id AND ${open})`,
    );
    const all = await ns.rows('SELECT COUNT(*) n FROM customer');
    expect(Number(others[0]?.['n']) + byExists.length).toBe(Number(all[0]?.['n']));
    const last = await ns.rows(
      'SELECT c.id, (SELECT MAX(t.id) FROM transaction t WHERE t.entity = c.id) m FROM customer c WHERE c.id = 21001',
    );
    expect(last[0]?.['m']).toBe((await ns.rows('SELECT MAX(id) m FROM transaction WHERE entity = 21001'))[0]?.['m']);
  });

  it('skips comments', async () => {
    expect(await ns.rows('SELECT /* all of it */ id -- the key\nFROM location WHERE id = 101')).toEqual([
      { id: '101' },
    ]);
  });
});
