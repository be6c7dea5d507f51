import type { SuiteqlOptions } from '../options/suiteql-options';
import { startNetsuite, SUITEQL_PATH, type NetsuiteClient } from '../../testing/netsuite-client';

const DETAIL = 'Invalid search query. Detailed unprocessed description follows. Search error occurred: ';

describe('the envelope of SuiteQL', () => {
  let ns: NetsuiteClient;

  beforeAll(async () => {
    ns = await startNetsuite();
  });
  afterAll(() => ns.stop());

  const detailOf = async (q: string, params?: readonly unknown[]): Promise<unknown> => {
    const { status, json } = await ns.suiteql(q, params);
    const [details] = (json['o:errorDetails'] ?? [{}]) as readonly { readonly detail?: string }[];
    return status === 400 ? details?.detail : `${status}`;
  };

  it('wants Prefer: transient', async () => {
    const body = { q: 'SELECT id FROM location' };
    const without = await ns.ask(SUITEQL_PATH, { method: 'POST', body });
    expect(without.status).toBe(400);
    expect(without.json).toMatchObject({
      title: 'Bad Request',
      'o:errorDetails': [{ 'o:errorHeader': 'Prefer', 'o:errorCode': 'INVALID_HEADER' }],
    });
    const other = await ns.ask(SUITEQL_PATH, { method: 'POST', body, headers: { prefer: 'respond-async' } });
    expect(other.status).toBe(400);
    const both = await ns.ask(SUITEQL_PATH, { method: 'POST', body, headers: { prefer: 'respond-async, transient' } });
    expect(both.status).toBe(200);
  });

  it('is POST only, and says so of a query that writes', async () => {
    await ns.control('reset', {});
    expect((await ns.ask(SUITEQL_PATH)).status).toBe(405);
    expect((await ns.suiteql("UPDATE customer SET phone = '1'")).status).toBe(400);
    const { violations } = await ns.control<{ violations: readonly unknown[] }>('log');
    expect(violations).toEqual([expect.objectContaining({ violation: 'a statement that changes the ERP' })]);
  });

  it('answers columns in lower case, values as text, and leaves out what is missing', async () => {
    const { json } = await ns.suiteql(
      'SELECT C.ID, C.EntityId AS "Number", C.CompanyName Name, c.firstname, c.isInactive, c.creditLimit FROM Customer C WHERE c.id = 21001',
    );
    const truth = await ns.control('truth/customers/1001');
    expect(json['items']).toEqual([
      {
        links: [],
        id: '21001',
        number: '1001',
        name: truth['name'],
        isinactive: 'F',
        creditlimit: truth['creditLimit'],
      },
    ]);
  });

  it('names expressions without an alias by their place', async () => {
    expect(
      await ns.rows("SELECT COUNT(*), UPPER('x'), l.id FROM location l GROUP BY l.id ORDER BY l.id"),
    ).toContainEqual({
      expr1: '1',
      expr2: 'X',
      id: '101',
    });
  });

  it('shows dates in the account’s format unless they are formatted', async () => {
    const [row] = await ns.rows(
      "SELECT TO_DATE('2026-03-09 14:05:06', 'YYYY-MM-DD HH24:MI:SS') raw, TO_CHAR(TO_DATE('2026-03-09','YYYY-MM-DD'),'YYYY-MM-DD\"T\"HH24:MI:SS') iso FROM location WHERE id = 101",
    );
    expect(row).toEqual({ raw: '3/9/2026', iso: '2026-03-09T00:00:00' });
  });

  it('pages by limit and offset in the URL, with links', async () => {
    const all = await ns.rows('SELECT id FROM item ORDER BY id');
    const { json } = await ns.suiteql('SELECT id FROM item ORDER BY id', [], '?limit=10&offset=30');
    expect(json).toMatchObject({ count: 10, hasMore: true, offset: 30 });
    expect((json['items'] as readonly object[]).map((row) => ({ ...row, links: undefined }))).toEqual(
      all.slice(30, 40).map((row) => ({ ...row, links: undefined })),
    );
    const links = json['links'] as readonly { readonly rel: string; readonly href: string }[];
    expect(links.map(({ rel }) => rel)).toEqual(['first', 'prev', 'next', 'last', 'self']);
    expect(links.find(({ rel }) => rel === 'next')?.href).toBe(`${ns.url}${SUITEQL_PATH}?limit=10&offset=40`);
    const lastOffset = Math.floor((Number(json['totalResults']) - 1) / 10) * 10;
    const last = await ns.suiteql('SELECT id FROM item ORDER BY id', [], `?limit=10&offset=${lastOffset}`);
    expect(last.json).toMatchObject({ hasMore: false, totalResults: json['totalResults'] });
  });

  it('keeps rows in their places from page to page only where they are ordered by a unique key', async () => {
    const walk = async (q: string): Promise<readonly unknown[]> => {
      const pages = [0, 40, 80, 120].map((offset) => ns.suiteql(q, [], `?limit=40&offset=${offset}`));
      const answers = await Promise.all(pages);
      return answers.flatMap(({ json }) => (json['items'] as readonly { readonly id: string }[]).map(({ id }) => id));
    };
    expect(new Set(await walk('SELECT id FROM item ORDER BY id')).size).toBe(160);
    const few = 'id BETWEEN 300001 AND 300160 AND isinactive = isinactive';
    expect(new Set(await walk(`SELECT id FROM item WHERE ${few} ORDER BY isinactive, id`)).size).toBe(160);
    expect(new Set(await walk(`SELECT id FROM item WHERE ${few}`)).size).toBeLessThan(160);
    expect(new Set(await walk(`SELECT id FROM item WHERE ${few} ORDER BY isinactive`)).size).toBeLessThan(160);
  });

  it('has a thousand rows on a page at most, and an offset that is a multiple of the limit', async () => {
    const first = await ns.suiteql('SELECT id FROM item');
    expect(first.json).toMatchObject({ count: 1000, hasMore: true, offset: 0 });
    for (const [search, parameter] of [
      ['?limit=1001', 'limit'],
      ['?limit=0', 'limit'],
      ['?limit=-1', 'limit'],
      ['?limit=ten', 'limit'],
      ['?limit=10&offset=15', 'offset'],
      ['?offset=1', 'offset'],
    ]) {
      const { status, json } = await ns.suiteql('SELECT id FROM item', [], search);
      expect([status, json['o:errorDetails']]).toEqual([
        400,
        [expect.objectContaining({ 'o:errorQueryParam': parameter, 'o:errorCode': 'INVALID_PARAMETER' })],
      ]);
    }
  });

  it('binds what comes from outside as data', async () => {
    const nasty = `O'Dell" OR 1=1 -- ${'%'}`;
    expect(await ns.rows('SELECT id FROM customer WHERE companyname = ?', [nasty])).toEqual([]);
    expect(await ns.rows(`SELECT id FROM customer WHERE companyname = '${nasty.replaceAll("'", "''")}'`)).toEqual([]);
    expect(await ns.rows('SELECT entityid FROM customer WHERE id = ? AND entityid = ?', [21001, '1001'])).toEqual([
      { entityid: '1001' },
    ]);
    expect(await detailOf('SELECT id FROM customer WHERE id = ?', [])).toContain('params');
    expect(await detailOf('SELECT id FROM customer', ['1'])).toContain('params');
  });

  it('takes no body that is not JSON, such as one with a raw line break inside a text', async () => {
    for (const body of ['{"q":"SELECT id\nFROM location"}', '', '{"q":""}', '[]', '{"q":1}']) {
      const { status } = await ns.ask(SUITEQL_PATH, { method: 'POST', headers: { prefer: 'transient' }, body });
      expect(status).toBe(400);
    }
  });

  it('names an identifier it does not know, and those it does', async () => {
    expect(await detailOf('SELECT x FROM customer')).toBe(
      `${DETAIL}Unknown identifier 'x'. Available identifiers are: {customer=customer}`,
    );
    expect(await detailOf('SELECT t.nosuch FROM transaction t JOIN customer c ON c.id = t.entity')).toBe(
      `${DETAIL}Unknown identifier 'nosuch'. Available identifiers are: {t=transaction, c=customer}`,
    );
    expect(await detailOf('SELECT c.id FROM customer')).toContain("Unknown identifier 'id'");
    expect(await detailOf('SELECT id FROM nosuchtable')).toBe(`${DETAIL}Invalid search type: nosuchtable.`);
  });

  it('does not know what only the record API has', async () => {
    for (const q of [
      'SELECT balance FROM customer',
      'SELECT overduebalance FROM customer',
      'SELECT total FROM transaction',
      'SELECT createdfrom FROM transaction',
      'SELECT subsidiary FROM transaction',
    ]) {
      expect(await detailOf(q)).toContain('Unknown identifier');
    }
  });

  it('refuses what is no query of its language', async () => {
    for (const q of [
      'SELECT',
      'SELECT id',
      'SELECT id FROM location;',
      'SELECT id FROM location WHERE',
      "SELECT id FROM location WHERE name = 'x",
      'SELECT id FROM location LIMIT 1',
      'SELECT id FROM location l RIGHT JOIN item i ON i.id = l.id',
      'SELECT id FROM location UNION SELECT id FROM item',
      'SELECT nosuch(id) FROM location',
      'SELECT id FROM location WHERE id',
      'SELECT id = 1 FROM location',
      'SELECT l.id FROM location l JOIN item i ON i.id = l.id WHERE id = 1',
      'SELECT id, COUNT(*) FROM location',
      'SELECT id FROM location WHERE COUNT(*) > 1',
      "SELECT id FROM location WHERE id = 'abc'",
      "SELECT id FROM transaction WHERE trandate > '2026-01-31'",
      "SELECT TO_DATE('31.1.2026','YYYY-MM-DD') FROM location",
      "SELECT TO_CHAR(trandate,'Q') FROM transaction",
      'SELECT 1/0 FROM location',
      "SELECT id FROM location WHERE name LIKE 'a!b' ESCAPE '!'",
    ]) {
      expect([q, await detailOf(q)]).toEqual([q, expect.stringContaining(DETAIL)]);
    }
  });
});

describe('SuiteQL in accounts that differ', () => {
  const rowsWith = async (suiteql: Partial<SuiteqlOptions>, q: string) => {
    const ns = await startNetsuite({ suiteql, account: { dateFormat: 'D/M/YYYY' } }, { customers: 10 });
    const { status, text, json } = await ns.suiteql(q);
    await ns.stop();
    return { status, text, items: json['items'] };
  };

  it('can write numbers as numbers and missing values as null', async () => {
    const { text } = await rowsWith(
      { numbers: 'number', nulls: 'null' },
      'SELECT ABS(-12.50) n, NULL m FROM location WHERE id = 101',
    );
    expect(text).toContain('{"links":[],"n":12.50,"m":null}');
  });

  it('can print digits as Oracle does, and takes LIMIT and bare keys', async () => {
    const q =
      "SELECT 0.50 half, 12.00 twelve, id, TO_DATE('2/1/2026') d FROM location WHERE id <> 'abc' ORDER BY id LIMIT 1 OFFSET 1";
    const oracle = await rowsWith({ digits: 'oracle', limitClause: 'accepted', nonNumericKey: 'no-match' }, q);
    expect(oracle.items).toEqual([{ links: [], half: '.5', twelve: '12', id: '102', d: '2/1/2026' }]);
  });

  it('takes a thousand expressions in a list, or as many as the account does', async () => {
    const list = (count: number): string => Array.from({ length: count }, (_, at) => 300_001 + at).join(', ');
    const q = (count: number): string => `SELECT COUNT(*) n FROM item WHERE id IN (${list(count)})`;
    expect((await rowsWith({}, q(1000))).items).toEqual([{ links: [], n: '1000' }]);
    expect((await rowsWith({}, q(1001))).status).toBe(400);
    expect((await rowsWith({ mostInList: 2000 }, q(1001))).items).toEqual([{ links: [], n: '1001' }]);
  });

  it('can keep rows in their places that no statement orders', async () => {
    const ns = await startNetsuite({ suiteql: { unorderedRows: 'stable' } }, { customers: 10 });
    const all = await ns.rows('SELECT id FROM item WHERE id < 300021');
    const { json } = await ns.suiteql('SELECT id FROM item WHERE id < 300021', [], '?limit=10&offset=10');
    expect(json['items']).toEqual(all.slice(10).map((row) => ({ links: [], ...row })));
    await ns.stop();
  });

  it('reaches a hundred thousand rows, or as many as the account allows', async () => {
    const ns = await startNetsuite({ suiteql: { maximumRows: 20 } }, { customers: 10 });
    const page = (offset: number) => ns.suiteql('SELECT id FROM item', [], `?limit=10&offset=${offset}`);
    expect((await page(10)).json).toMatchObject({ totalResults: 20, hasMore: false });
    expect((await page(20)).status).toBe(400);
    await ns.stop();
  });
});
