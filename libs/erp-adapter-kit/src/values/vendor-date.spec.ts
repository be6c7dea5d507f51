import { isCalendarDate } from '@headwater/kernel';
import fc from 'fast-check';
import { dateFromText, daysBefore, instantFromText } from './vendor-date';

describe('dateFromText', () => {
  it.each([
    ['2026-11-02', '2026-11-02'],
    ['2026-11-02T23:59:59.000-05:00', '2026-11-02'],
    ['20261102', '2026-11-02'],
    ['11/02/2026', '2026-11-02'],
    ['1/2/26', '2026-01-02'],
    ['12/31/99', '1999-12-31'],
    [' 2026-11-02 ', '2026-11-02'],
  ])('reads %j as %s', (text, date) => {
    expect(dateFromText(text)).toBe(date);
  });

  it('reads the day first where the vendor writes it first', () => {
    expect(dateFromText('02/11/2026', 'day-first')).toBe('2026-11-02');
  });

  it.each(['', '?', '  /  /  ', '0000-00-00', '-'])('takes %j for no date', (text) => {
    expect(dateFromText(text)).toBeUndefined();
  });

  it.each(['2026-02-30', '13/01/2026', 'soon', '2026-11', '1700000000000', '2026-11-02x'])('refuses %j', (text) => {
    expect(() => dateFromText(text)).toThrow(RangeError);
  });

  it('answers a real day, nothing or an error for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/]?\d{1,2}[-/]?\d{1,4}$/)), (text) => {
        let date: string | undefined;
        try {
          date = dateFromText(text);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        expect(date === undefined || isCalendarDate(date)).toBe(true);
      }),
    );
  });
});

describe('instantFromText', () => {
  it('brings an offset to UTC, and takes a time without one as UTC', () => {
    expect(instantFromText('2026-11-23T09:14:03-05:00')).toBe('2026-11-23T14:14:03.000Z');
    expect(instantFromText('2026-11-23T09:14:03')).toBe('2026-11-23T09:14:03.000Z');
  });

  it.each(['yesterday', '2026-11-23', '2026-11-23T99:99'])('says nothing for %j', (text) => {
    expect(instantFromText(text)).toBeUndefined();
  });
});

describe('daysBefore', () => {
  it('crosses months, years and leap days both ways', () => {
    expect(daysBefore('2026-01-01', 1)).toBe('2025-12-31');
    expect(daysBefore('2028-02-28', -1)).toBe('2028-02-29');
  });
});
