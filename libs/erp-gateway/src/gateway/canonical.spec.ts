import fc from 'fast-check';
import { canonical } from './canonical';

describe('the canonical spelling of a question', () => {
  it('does not depend on the order of properties, nor on absent ones', () => {
    expect(canonical({ b: { d: 1, c: '2' }, a: undefined, e: [true, null] })).toBe(
      canonical({ e: [true, null], b: { c: '2', d: 1 } }),
    );
  });

  it('keeps the order of lists', () => {
    expect(canonical({ items: ['B', 'A'] })).not.toBe(canonical({ items: ['A', 'B'] }));
  });

  it('says all there is to say: it can be read back, so different questions are spelled differently', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
