import {
  all,
  any,
  column,
  dateValue,
  internalId,
  isoDate,
  joined,
  matches,
  NOTHING,
  oneOfIds,
  oneOfTexts,
  sql,
  suiteQl,
} from './sql';

describe('SuiteQL', () => {
  const query = sql`SELECT t.id AS id
    FROM transaction t WHERE ${all([sql`t.tranid = ${"O'Neil\\ ? %"}`, sql`t.trandate > ${dateValue('2026-01-31')}`])}`;

  it('is one line with its texts quoted, or bound', () => {
    expect(suiteQl(query, 'quoted')).toEqual({
      q: "SELECT t.id AS id FROM transaction t WHERE t.tranid = 'O''Neil\\ ? %' AND t.trandate > TO_DATE('2026-01-31', 'YYYY-MM-DD')",
    });
    expect(suiteQl(query, 'bound')).toEqual({
      q: "SELECT t.id AS id FROM transaction t WHERE t.tranid = ? AND t.trandate > TO_DATE(?, 'YYYY-MM-DD')",
      params: ["O'Neil\\ ? %", '2026-01-31'],
    });
  });

  it('keeps spaces of texts', () => {
    expect(suiteQl(sql`${'a  b'}`, 'quoted').q).toBe("'a  b'");
  });

  it.each(['a\nb', 'a\tb', 'a\u0000', '\u007f'])('takes no control character: %j', (text) => {
    expect(() => sql`${text}`).toThrow(expect.objectContaining({ code: 'invalid-request' }));
  });

  it('compares internal ids as numbers, and takes nothing else for one', () => {
    expect(suiteQl(oneOfIds(sql`t.id`, ['1', '-5']), 'quoted').q).toBe('t.id IN (1, -5)');
    for (const id of ['1 OR 1=1', '', '1.5', 'x', '1234567890123456789']) {
      expect(() => internalId(id)).toThrow(expect.objectContaining({ code: 'bad-response' }));
    }
  });

  it('names columns of settings only as columns', () => {
    expect(suiteQl(column('c.custentity_hold'), 'quoted').q).toBe('c.custentity_hold');
    for (const name of ['a b', 'a;b', "a'", 'A', 'a.b.c', '1a', '']) {
      expect(() => column(name)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
    }
  });

  it('joins conditions and lists', () => {
    expect(suiteQl(any([sql`a = ${'1'}`, sql`b = ${'2'}`]), 'quoted').q).toBe("(a = '1' OR b = '2')");
    expect(suiteQl(oneOfTexts(sql`a`, ['x', "y'"]), 'quoted').q).toBe("a IN ('x', 'y''')");
    expect(suiteQl(joined([isoDate(sql`d`), NOTHING], ' '), 'quoted').q).toBe("TO_CHAR(d, 'YYYY-MM-DD')");
  });

  it.each([
    ['bright', "UPPER(c.n) LIKE UPPER('%bright%')"],
    ['100%_a\\b', "UPPER(c.n) LIKE UPPER('%100\\%\\_a\\\\b%') ESCAPE '\\'"],
  ])('looks for %s as text, wildcards and all', (text, expected) => {
    expect(suiteQl(matches(sql`c.n`, 'holds', text), 'quoted').q).toBe(expected);
  });
});
