import { z } from 'zod';
import { requiredVendorField, vendorField } from './vendor-field';

function readEven(value: unknown): number | undefined {
  if (value === '') return undefined;
  if (typeof value !== 'number' || value % 2 !== 0) throw new RangeError('is not even');
  return value;
}

const schema = z.object({ some: vendorField(readEven), must: requiredVendorField(readEven) });

function issuesOf(value: unknown): unknown {
  return schema.safeParse(value).error?.issues.map(({ path, message }) => [path.join('.'), message]);
}

describe('a field of a vendor', () => {
  it('is what its reader makes of it', () => {
    expect(schema.parse({ some: 2, must: 4, other: 1 })).toStrictEqual({ some: 2, must: 4 });
  });

  it('is absent where it is missing, and nothing where nothing is said', () => {
    expect(schema.parse({ must: 4 })).toStrictEqual({ must: 4 });
    expect(schema.parse({ some: null, must: 4 })).toStrictEqual({ some: undefined, must: 4 });
    expect(schema.parse({ some: '', must: 4 })).toStrictEqual({ some: undefined, must: 4 });
  });

  it('is an issue under its name where it cannot be read', () => {
    expect(issuesOf({ some: 1, must: 'x' })).toEqual([
      ['some', 'is not even'],
      ['must', 'is not even'],
    ]);
  });

  it.each([{}, { must: undefined }, { must: null }, { must: '' }])(
    'is missing from %j where it must be there',
    (row) => {
      expect(issuesOf(row)).toEqual([['must', 'is missing']]);
    },
  );

  it('goes on as any schema does', () => {
    const positive = vendorField(readEven).refine((value) => value === undefined || value > 0, 'is not positive');
    const text = requiredVendorField(readEven).transform(String);
    expect(positive.safeParse(2).success).toBe(true);
    expect(positive.safeParse(-2).error?.issues).toMatchObject([{ message: 'is not positive' }]);
    expect(text.parse(2)).toBe('2');
    expect(z.array(positive).safeParse([2, 3]).error?.issues).toMatchObject([{ path: [1], message: 'is not even' }]);
  });

  it('hides no fault of its reader', () => {
    const faulty = vendorField(() => {
      throw new TypeError('a fault');
    });
    expect(() => faulty.safeParse(1)).toThrow(TypeError);
  });
});
