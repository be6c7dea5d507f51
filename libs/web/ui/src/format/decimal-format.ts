import { type Decimal, type Money, scaleOf, trimDecimal } from '@headwater/kernel';

/**
 * Formats decimal text digit for digit. `Intl.NumberFormat` reads a string exactly, where a number would lose
 * digits beyond the fifteenth.
 */
export function formatDecimal(value: Decimal, locale: string, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 100, ...options }).format(
    value as Intl.StringNumericLiteral,
  );
}

/** With the currency's usual digits, and more only where the ERP gave more that count: `$0.1234`, `$12.50`. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const options = { style: 'currency', currency } as const;
  const usual = new Intl.NumberFormat(locale, options).resolvedOptions().maximumFractionDigits ?? 2;
  const digits = Math.max(usual, scaleOf(trimDecimal(amount)));
  return formatDecimal(amount, locale, { ...options, minimumFractionDigits: usual, maximumFractionDigits: digits });
}

/** Without zeros that say nothing: `"12.000"` is 12. */
export function formatQuantityValue(value: Decimal, locale: string): string {
  return formatDecimal(trimDecimal(value), locale);
}
