import { isCalendarDate } from './clock';

describe('a calendar date', () => {
  it('is a day that exists', () => {
    expect(isCalendarDate('2028-02-29')).toBe(true);
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '0000-00-00', ''])('is not %j', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});
