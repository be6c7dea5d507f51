import fc from 'fast-check';
import { present } from './present';

describe('present', () => {
  it('is the object itself where nothing is undefined', () => {
    const whole = { a: 1, b: null, c: '' };
    expect(present(whole)).toBe(whole);
  });

  it('leaves out what is undefined, and keeps null, zero, nothing said and no', () => {
    const found = present({ a: undefined, b: null, c: 0, d: '', e: false, f: undefined });
    expect(Object.entries(found)).toEqual([
      ['b', null],
      ['c', 0],
      ['d', ''],
      ['e', false],
    ]);
  });

  it('is right about every object, whatever was met before and however many properties there are', () => {
    const value = fc.option(fc.nat(), { nil: undefined });
    const object = fc
      .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), value), { selector: ([name]) => name, maxLength: 40 })
      .map((entries) => Object.fromEntries(entries));
    fc.assert(
      fc.property(object, (fields) => {
        const kept = Object.entries(fields).filter(([, one]) => one !== undefined);
        expect(Object.entries(present(fields))).toEqual(kept);
      }),
      { numRuns: 3_000 },
    );
  });
});
