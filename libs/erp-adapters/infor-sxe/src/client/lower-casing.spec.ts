import { lowerCased, lowerCasedRows } from './lower-casing';

describe('rows in lower case', () => {
  it('have every name in lower case, also rows with other names than the first', () => {
    const rows = [
      { lineNo: 1, shipProd: 'A' },
      { lineNo: 2, shipProd: 'B' },
      { shipProd: 'C', lineNo: 3 },
      { LINENO: 4, 'odd name': 5 },
      {},
    ];
    expect(lowerCasedRows(rows)).toEqual([
      { lineno: 1, shipprod: 'A' },
      { lineno: 2, shipprod: 'B' },
      { lineno: 3, shipprod: 'C' },
      { lineno: 4, 'odd name': 5 },
      {},
    ]);
  });

  it('keep the later of two names that become one', () => {
    const row = { prod: 'early', PROD: 'late' };
    expect([lowerCased(row), lowerCasedRows([row])]).toEqual([{ prod: 'late' }, [{ prod: 'late' }]]);
  });

  it('take a name that would set a prototype for one like any other', () => {
    const row = JSON.parse('{"__PROTO__": {"whse": "X"}, "prod": "A"}') as Record<string, unknown>;
    for (const found of [lowerCased(row), lowerCasedRows([row])[0] ?? {}]) {
      expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
      expect(Object.entries(found)).toEqual([
        ['__proto__', { whse: 'X' }],
        ['prod', 'A'],
      ]);
    }
  });

  it('are none where there are none', () => {
    expect(lowerCasedRows([])).toEqual([]);
  });
});
