import { z } from 'zod';
import {
  requiredVendorCount,
  requiredVendorDecimal,
  requiredVendorText,
  vendorCount,
  vendorDate,
  vendorDecimal,
  vendorFlag,
  vendorText,
  vendorWhole,
} from './vendor-fields';

const schema = z.object({
  text: vendorText,
  amount: vendorDecimal,
  count: vendorWhole,
  flag: vendorFlag,
  on: vendorDate('month-first'),
});

describe('vendor fields', () => {
  it('read typed and formatted values alike', () => {
    expect(schema.parse({ text: 12, amount: ' 1,200.50', count: '07', flag: 'yes', on: '11/02/2026' })).toEqual({
      text: '12',
      amount: '1200.50',
      count: 7,
      flag: true,
      on: '2026-11-02',
    });
  });

  it('take null, blank and missing for nothing said', () => {
    const nothing = { text: undefined, amount: undefined, count: undefined, flag: undefined, on: undefined };
    expect(schema.parse({ text: null, amount: '  ', count: '?', flag: '', on: null })).toEqual(nothing);
    expect(schema.parse({})).toEqual({});
  });

  it.each([
    ['amount', {}],
    ['amount', 'a lot'],
    ['amount', true],
    ['count', 1.5],
    ['flag', 'maybe'],
    ['on', '2026-13-01'],
    ['text', ['a']],
  ])('refuse %s as %j', (field, value) => {
    expect(schema.safeParse({ [field]: value }).success).toBe(false);
  });

  it('count nothing below zero', () => {
    const counts = z.object({ some: requiredVendorCount, more: vendorCount });
    expect(counts.parse({ some: '3', more: 0 })).toEqual({ some: 3, more: 0 });
    expect(counts.safeParse({ some: -1 }).success).toBe(false);
    expect(counts.safeParse({ some: 1, more: '-1' }).success).toBe(false);
  });

  it('insist on what is required', () => {
    const strict = z.object({ amount: requiredVendorDecimal, text: requiredVendorText });
    expect(strict.safeParse({ amount: '1', text: 'a' }).success).toBe(true);
    expect(strict.safeParse({ amount: ' ', text: 'a' }).success).toBe(false);
    expect(strict.safeParse({ text: 'a' }).success).toBe(false);
  });
});
