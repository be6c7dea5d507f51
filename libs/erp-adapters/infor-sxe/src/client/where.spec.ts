import { ErpError } from '@headwater/erp-contracts';
import fc from 'fast-check';
import { all, any, begins, contains, equals, type WhereStyle, whereText } from './where';

const style: WhereStyle = { table: 'icsp', company: 7, quoteEscape: 'doubled' };

/** What a Progress reader sees once every text literal is taken out. */
function withoutLiterals(where: string): string {
  return where.replace(/'(?:[^']|'')*'/g, 'TEXT');
}

describe('whereText', () => {
  it('always keeps to one company', () => {
    expect(whereText(style)).toBe('icsp.cono = 7');
    expect(whereText(style, equals('prod', 'A'))).toBe("icsp.cono = 7 and icsp.prod = 'A'");
  });

  it('puts alternatives in parentheses, so that none escapes the company', () => {
    const where = whereText(
      style,
      any(begins('prod', 'A'), all(contains('descrip[1]', 'ball'), equals('lookupnm', 'B'))),
    );
    expect(where).toBe(
      "icsp.cono = 7 and (icsp.prod begins 'A' or (icsp.descrip[1] matches '*ball*' and icsp.lookupnm = 'B'))",
    );
  });

  it('escapes a quote by doubling it or with a tilde', () => {
    expect(whereText(style, equals('prod', "O'RING"))).toContain("'O''RING'");
    expect(whereText({ ...style, quoteEscape: 'tilde' }, equals('prod', "O'RING"))).toContain("'O~'RING'");
  });

  it('leaves other characters of part numbers as they are', () => {
    expect(whereText(style, equals('prod', 'HOSE 1/2" x 3,5 (ü)'))).toContain(`'HOSE 1/2" x 3,5 (ü)'`);
  });

  it.each(['A\\', "A~' or 1 = 1", 'A\nor true', 'A{include}', 'A\u0000', 'A\u2028B', 'x'.repeat(121)])(
    'refuses %j, which Progress would read otherwise',
    (value) => {
      expect(() => whereText(style, equals('prod', value))).toThrow(ErpError);
      expect(() => whereText(style, begins('prod', value))).toThrow(ErpError);
    },
  );

  it('turns everything but letters and digits of a searched word into "any character"', () => {
    expect(whereText(style, contains('descrip[1]', "1/2' or *"))).toContain("matches '*1.2..or..*'");
  });

  it('refuses tables and columns that are not to be read', () => {
    expect(() => whereText(style, equals('prod = 1 or icsp.prod', 'A'))).toThrow(ErpError);
    expect(() => whereText(style, equals('avgcost', 'A'))).toThrow(ErpError);
    expect(() => whereText({ ...style, company: Number.NaN })).toThrow(ErpError);
    expect(() => whereText(style, equals('prod', Number.POSITIVE_INFINITY))).toThrow(ErpError);
  });

  it('keeps its own words whatever text it is given', () => {
    const attack = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.constantFrom("' or true or '", "'' or ''='", "~'", "*' or '1", "'))--", "' and icsp.cono = 2 or '"),
    );
    fc.assert(
      fc.property(attack, attack, (first, second) => {
        let where: string;
        try {
          where = whereText(
            style,
            any(equals('prod', first), begins('lookupnm', second), contains('descrip[1]', first)),
          );
        } catch (error) {
          expect(error).toBeInstanceOf(ErpError);
          return;
        }
        expect(withoutLiterals(where)).toBe(
          'icsp.cono = 7 and (icsp.prod = TEXT or icsp.lookupnm begins TEXT or icsp.descrip[1] matches TEXT)',
        );
      }),
      { numRuns: 500 },
    );
  });
});
