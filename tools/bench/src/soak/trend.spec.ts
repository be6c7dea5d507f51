import { isFlat, trendOf } from './trend';

describe('a trend', () => {
  it('is the rise of the line over the whole stretch', () => {
    expect(trendOf([10, 12, 14, 16])).toEqual({ change: 6, mean: 13 });
  });

  it('is none where there is one value only', () => {
    expect(trendOf([7])).toEqual({ change: 0, mean: 7 });
  });

  it('does not mistake noise for a rise', () => {
    expect(isFlat([100, 104, 97, 101, 99, 103, 98, 100], 0.05)).toBe(true);
  });

  it('does not look at the first half, in which everything is still being filled', () => {
    expect(isFlat([10, 40, 80, 100, 101, 100, 99, 100], 0.05)).toBe(true);
  });

  it('finds a leak that goes on through the second half', () => {
    expect(isFlat([100, 110, 120, 130, 140, 150, 160, 170], 0.05)).toBe(false);
  });

  it('takes a fall for flat: memory that is given back is no leak', () => {
    expect(isFlat([200, 200, 200, 200, 180, 160, 150, 140], 0.05)).toBe(true);
  });
});
