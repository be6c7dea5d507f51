import fc from 'fast-check';
import { z } from 'zod';
import { requiredVendorField, vendorField } from './vendor-field';
import { vendorRow } from './vendor-row';

function readEven(value: unknown): number | undefined {
  if (value === '') return undefined;
  if (typeof value !== 'number' || value % 2 !== 0) throw new RangeError('is not even');
  return value;
}

const fields = {
  some: vendorField(readEven),
  must: requiredVendorField(readEven),
  checked: vendorField(readEven).refine((value) => value === undefined || value > 0, 'is not positive'),
  list: z.array(z.object({ must: requiredVendorField(readEven) })).optional(),
  any: z.unknown(),
  'odd "name"': vendorField(readEven),
};

const row = vendorRow(fields);
const plain = z.object(fields);

const value = fc.constantFrom<unknown>(undefined, null, '', 2, 4, 3, -2, 'x', [], [{ must: 2 }], [{ must: 1 }, {}]);
const record = fc.oneof(
  fc.record(
    { some: value, must: value, checked: value, list: value, any: value, 'odd "name"': value, other: value },
    { requiredKeys: [] },
  ),
  fc.constantFrom<unknown>(null, undefined, 1, 'text', [], true),
);

describe('a row of a vendor', () => {
  it('is what an object of the same fields is, or wrong as that is', () => {
    fc.assert(
      fc.property(record, (sent) => {
        const found = row.safeParse(sent);
        const expected = plain.safeParse(sent);
        expect(found.data).toEqual(expected.data);
        expect(found.error?.issues).toEqual(expected.error?.issues);
      }),
      { numRuns: 1000 },
    );
  });

  it('has all its fields, in one order', () => {
    const [first, second] = [row.parse({ any: 1, must: 2 }), row.parse({ must: 2, some: 4, any: 1, other: 1 })];
    expect(Object.keys(first)).toEqual(Object.keys(fields));
    expect(Object.keys(second)).toEqual(Object.keys(fields));
  });

  it('stands in lists, and names what is wrong with its place', () => {
    const issues = z.object({ rows: z.array(row) }).safeParse({
      rows: [
        { any: 1, must: 2 },
        { any: 1, must: 3 },
      ],
    });
    expect(issues.error?.issues).toMatchObject([{ path: ['rows', 1, 'must'], message: 'is not even' }]);
  });

  it('is extended as an object is', () => {
    const longer = vendorRow({ must: requiredVendorField(readEven) }).extend({ more: requiredVendorField(readEven) });
    expect(longer.parse({ must: 2, more: 4, other: 1 })).toStrictEqual({ must: 2, more: 4 });
    expect(longer.safeParse({ must: 2 }).error?.issues).toMatchObject([{ path: ['more'] }]);
  });

  it('keeps or refuses other properties where it is told to', () => {
    const few = vendorRow({ must: requiredVendorField(readEven) });
    expect(few.loose().parse({ must: 2, other: 1 })).toStrictEqual({ must: 2, other: 1 });
    expect(few.strict().safeParse({ must: 2, other: 1 }).success).toBe(false);
  });

  it('hides no fault of a reader', () => {
    const faulty = vendorRow({
      any: vendorField(() => {
        throw new TypeError('a fault');
      }),
    });
    expect(() => faulty.safeParse({ any: 1 })).toThrow(TypeError);
  });
});
