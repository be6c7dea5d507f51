import fc from 'fast-check';
import { isCalendarDate, toInstant, utcDateOf } from './clock';

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

describe('the day of an instant in UTC', () => {
  it('is that of the instant as text', () => {
    const [first, last] = [Date.parse('0000-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (epochMs) => {
        expect(utcDateOf(epochMs)).toBe(toInstant(epochMs).slice(0, 10));
      }),
    );
    for (let day = Date.parse('1899-12-30T00:00:00Z'); day < Date.parse('1908-03-02T00:00:00Z'); day += 86_400_000) {
      expect(utcDateOf(day)).toBe(toInstant(day).slice(0, 10));
    }
  });
});
