import { type ErpRefKind, isCalendarDate, isDecimal } from '@headwater/kernel';
import { z } from 'zod';

export const text = z.string().min(1);
export const decimal = z.string().refine(isDecimal, 'is not a decimal string');
export const calendarDate = z.string().refine(isCalendarDate, 'is not a date YYYY-MM-DD');
export const instant = z.iso.datetime();
export const currency = z.string().regex(/^[A-Z]{3}$/, 'is not an ISO 4217 code');
export const money = z.strictObject({ amount: decimal, currency });
export const quantity = z.strictObject({ value: decimal, unit: text });

export function refOf(kind: ErpRefKind) {
  return z.strictObject({ connectionId: text, kind: z.literal(kind), externalId: text });
}

export const postalAddress = z.strictObject({
  kind: z.enum(['billing', 'shipping', 'other']),
  shipTo: text.optional(),
  name: text.optional(),
  lines: z.array(text),
  city: text.optional(),
  region: text.optional(),
  postalCode: text.optional(),
  country: text.optional(),
});
