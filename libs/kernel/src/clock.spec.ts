import { isCalendarDate } from './clock';

describe('a calendar date', () => {
  it('is a day that exists', () => {
    expect(isCalendarDate('2028-02-29')).toBe(true);
  });

  it('is what the calendar of dates takes for one', () => {
    const months = ['00', '01', '02', '04', '09', '12', '13'];
    const days = ['00', '01', '28', '29', '30', '31', '32'];
    for (const year of ['0000', '1899', '1900', '2000', '2026', '2028', '2100', '9999']) {
      for (const text of months.flatMap((month) => days.map((day) => `${year}-${month}-${day}`))) {
        const parsed = new Date(`${text}T00:00:00.000Z`);
        const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
        expect([text, isCalendarDate(text)]).toEqual([text, exists]);
      }
    }
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '0000-00-00', ''])('is not %j', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});
