import Big from 'big.js';
import fc from 'fast-check';
import { parseLosslessJson } from './lossless-json';

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

const parseWithSource = JSON.parse as (text: string, reviver: SourceReviver) => unknown;

/** What the parser promises, said the slow way: by a reviver that is told how each number was written. */
function byReviver(text: string): unknown {
  return parseWithSource(text, (_, value, { source }) =>
    typeof value === 'number' ? exactly(value, source ?? '') : value,
  );
}

function exactly(value: number, source: string): number | string {
  if (source === '-0') return 0;
  if (Number.isSafeInteger(value) && String(value) === source) return value;
  const exponent = /e(.*)$/i.exec(source)?.[1];
  if (exponent === undefined) return source;
  if (Math.abs(Number(exponent)) > 40) throw new RangeError('absurd');
  return new Big(source).toFixed();
}

/** What comes of it: the value, or the kind of error. */
function outcome(parse: (text: string) => unknown, text: string): unknown {
  try {
    return { value: parse(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.name : error };
  }
}

const numberText = fc.oneof(
  fc.stringMatching(/^-?(0|[1-9]\d{0,19})(\.\d{1,22})?([eE][+-]?\d)?$/),
  fc.stringMatching(/^[-+.\deE]{1,6}$/),
  fc.constantFrom('-0', '0', '-', '01', '1.', '.5', '+1', '1e', '-0.0', '9007199254740991', '9007199254740993'),
);

const gap = fc.constantFrom('', '', ' ', '\n\t', '\r\n  ');
const stringText = fc.oneof(fc.string(), fc.constantFrom('1.50', '":1.5,', '\\', '\\"', 'a\\":2.50,', '–™'));
const scalarText = fc.oneof(
  { weight: 3, arbitrary: numberText },
  { weight: 2, arbitrary: stringText.map((text) => JSON.stringify(text)) },
  fc.constantFrom('true', 'false', 'null'),
);

/** JSON as a vendor might write it, with gaps anywhere and numbers that are none now and then. */
const jsonText = fc.letrec<{ readonly json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(gap, scalarText, gap).map((parts) => parts.join('')),
    fc.tuple(gap, fc.array(tie('json'), { maxLength: 4 })).map(([space, values]) => `${space}[${values.join(',')}]`),
    fc
      .array(fc.tuple(gap, fc.oneof(stringText, fc.constant('__proto__')), gap, tie('json')), { maxLength: 4 })
      .map(
        (members) =>
          `{${members.map(([before, name, after, value]) => `${before}${JSON.stringify(name)}${after}:${value}`).join(',')}}`,
      ),
  ),
})).json;

/** A row with members that are left out, added, in another order, or rows and lists of rows themselves. */
const rowText = fc.letrec<{ readonly row: string }>((tie) => ({
  row: fc
    .record(
      {
        no: fc.nat().map(String),
        price: fc.constantFrom('12.4950', '0.000000000', '1e2', '-3', 'null', '12345678901234567890'),
        name: fc.constantFrom(
          '"Bearing"',
          '"Bearings"',
          '"Bear"',
          '"Łódź"',
          '"Łód"',
          '"a \\"quoted\\" name of some length"',
          '"–"',
          'null',
          'true',
        ),
        lines: fc.oneof(
          { depthSize: 'small' },
          fc.constant('[]'),
          fc.array(tie('row'), { maxLength: 3 }).map((rows) => `[${rows.join()}]`),
        ),
        partner: fc.oneof({ depthSize: 'small' }, fc.constant('{}'), tie('row')),
        '1': fc.constant('7.10'),
        'odd name': fc.constant('8'),
      },
      { requiredKeys: ['no', 'price'] },
    )
    .chain((members) =>
      fc.shuffledSubarray(Object.entries(members), { minLength: 1 }).map((some) => [members, some] as const),
    )
    .chain(([members, some]) => fc.constantFrom(Object.entries(members), Object.entries(members), some))
    .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`),
})).row;

const noise = fc.oneof(numberText, fc.constantFrom('"', '\\', ',', ':', '{', '}', '[', ']', ' ', 'e', '-', '.', '0'));

/** With some of it cut away, and something put there. */
const corrupted = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(texts, fc.nat(), fc.nat({ max: 3 }), noise).map(([text, seed, cut, put]) => {
    const at = text.length === 0 ? 0 : seed % text.length;
    return text.slice(0, at) + put + text.slice(at + cut);
  });

describe('parseLosslessJson', () => {
  it('keeps whole numbers a double holds as numbers', () => {
    expect(parseLosslessJson('[0, 7, -12, 999999999999, -0]')).toEqual([0, 7, -12, 999999999999, 0]);
  });

  it('keeps every digit of the others as they are written', () => {
    expect(parseLosslessJson('[12.50, 0.1000, 12345678901234567890, 0.1234567890123456789]')).toEqual([
      '12.50',
      '0.1000',
      '12345678901234567890',
      '0.1234567890123456789',
    ]);
  });

  it('writes exponents out', () => {
    expect(parseLosslessJson('[1e3, 1.5E-4]')).toEqual(['1000', '0.00015']);
  });

  it('refuses an exponent that would fill the memory', () => {
    expect(() => parseLosslessJson('{"a": 1e999999999}')).toThrow(RangeError);
  });

  it('leaves texts, flags and nulls alone', () => {
    expect(parseLosslessJson('{"a": "1.50", "b": true, "c": null}')).toEqual({ a: '1.50', b: true, c: null });
  });

  it('never answers another number than was written', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.stringMatching(/^\d{0,8}$/), (whole, fraction) => {
        const source = fraction === '' ? String(whole) : `${String(whole)}.${fraction}`;
        expect(String(parseLosslessJson(source))).toBe(source);
      }),
    );
  });

  it.each([
    ['{1.5: 2}'],
    ['{1.5 : 2}'],
    ['{"a": 1, 2.50: 3}'],
    ['[01.5]'],
    ['[1.]'],
    ['[.5]'],
    ['[+1.5]'],
    ['[-]'],
    ['[1e]'],
    ['[1.5.5]'],
    ['[1.5x]'],
    ['[1.5 2.5]'],
    ['["a" 1.5]'],
    ['[1.5 "a"]'],
    ['"1.5'],
    ['1.5"'],
    ['[tru1.5]'],
    ['{"a": 1.50'],
    [''],
  ])('refuses %s, as JSON.parse does', (text) => {
    expect(() => parseLosslessJson(text)).toThrow(SyntaxError);
  });

  it('finds room for many exponents written out', () => {
    const numbers = Array.from({ length: 100_000 }, () => '1e40');
    const parsed = parseLosslessJson(`["é",${numbers.join(',')}]`) as readonly unknown[];
    expect(parsed).toHaveLength(numbers.length + 1);
    expect(parsed[0]).toBe('é');
    expect(new Set(parsed.slice(1))).toEqual(new Set([`1${'0'.repeat(40)}`]));
  });

  it('writes out what is longer than all of the text', () => {
    expect(parseLosslessJson('1e40')).toBe(`1${'0'.repeat(40)}`);
    expect(parseLosslessJson('-1.5e-40')).toBe(`-0.${'0'.repeat(39)}15`);
    expect(parseLosslessJson(`1.${'1'.repeat(90)}e-40`)).toBe(`0.${'0'.repeat(39)}1${'1'.repeat(90)}`);
  });

  it('leaves half a character as it stands', () => {
    expect(parseLosslessJson('["\ud800", "\\ud800", "😀", 1.5]')).toEqual(['\ud800', '\ud800', '😀', '1.5']);
  });

  it('calls JSON broken that is so besides an absurd exponent', () => {
    expect(() => parseLosslessJson('[1e999999999')).toThrow(SyntaxError);
  });

  it('takes a property named __proto__ for one like any other', () => {
    const parsed = parseLosslessJson('{"__proto__": {"price": 1.50}}') as object;
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(Object.entries(parsed)).toEqual([['__proto__', { price: '1.50' }]]);
  });

  it('reads an answer that is longer than most', () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, index) => `{"name": "Łódź \\"${String(index)}\\"", "price": 12.50}`,
    );
    const parsed = parseLosslessJson(`[${rows.join(',')}]`) as readonly unknown[];
    expect(parsed).toHaveLength(rows.length);
    expect(parsed.at(-1)).toEqual({ name: 'Łódź "39999"', price: '12.50' });
  });

  it('reads an exponent, or refuses it, as a reviver would', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?(0|[1-9]\d{0,3})(\.\d{1,3})?[eE][+-]?\d{1,3}$/), (number) => {
        const text = `{"a": [${number}]}`;
        expect(outcome(parseLosslessJson, text)).toEqual(outcome(byReviver, text));
      }),
    );
  });

  it('reads rows that are nearly alike, as vendors write them, just as it reads each by itself', () => {
    fc.assert(
      fc.property(fc.array(rowText, { maxLength: 12 }), (rows) => {
        const list = `{"@odata.context":"x","value":[${rows.join(', ')}]}`;
        expect(outcome(parseLosslessJson, list)).toEqual(outcome(byReviver, list));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads long texts and long numbers', () => {
    const long = `"${'a'.repeat(40)}"`;
    expect(parseLosslessJson(`[${long}, 1234567890123456789.5]`)).toEqual(['a'.repeat(40), '1234567890123456789.5']);
  });

  it('reads what is nested deeper than any ERP nests', () => {
    const deep = `${'['.repeat(300)}1.50${']'.repeat(300)}`;
    expect(outcome(parseLosslessJson, deep)).toEqual(outcome(byReviver, deep));
    expect(outcome(parseLosslessJson, deep.slice(1))).toEqual(outcome(byReviver, deep.slice(1)));
  });

  it.each([
    ['JSON', jsonText],
    ['broken JSON', corrupted(jsonText)],
    ['broken rows', corrupted(fc.array(rowText, { maxLength: 4 }).map((rows) => `[${rows.join()}]`))],
    ['any text', fc.string({ unit: fc.constantFrom(...'{}[]":,-+.eE01\\ a') })],
  ])('comes to what a reviver comes to, with %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        // An absurd exponent is refused even where a later member of the same name hides it.
        fc.pre(!/e[+-]?\d\d/i.test(text));
        expect(outcome(parseLosslessJson, text)).toEqual(outcome(byReviver, text));
      }),
      { numRuns: 1000 },
    );
  });
});
