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

/**
 * An amount with its currency's usual digits, `¥1,200`, `KWD 1.250`, and more only where the ERP gave more that count:
 * `$0.1234`, `$12.50`.
 */
export function formatMoney(value: Money, locale: string): string {
  return formatWithDigits(value, locale, scaleOf(trimDecimal(value.amount)));
}

/** More decimals than that are the width of a database column (P21 sends nine, SX.e up to five), and nobody's price. */
const PRICE_DIGITS = 4;

/**
 * The price of one unit, with the decimals it was agreed in: `$0.1000` says more than `$0.10`. Whole prices, and such
 * as fill a wider column with zeros, look like any other amount.
 */
export function formatUnitPrice(value: Money, locale: string): string {
  const [given, counting] = [scaleOf(value.amount), scaleOf(trimDecimal(value.amount))];
  const wasAgreed = counting > 0 && given <= PRICE_DIGITS;
  return formatWithDigits(value, locale, wasAgreed ? given : counting);
}

/** The currency's digits at least, and these where they are more; none is ever cut off. */
function formatWithDigits({ amount, currency }: Money, locale: string, wanted: number): string {
  const options = { style: 'currency', currency } as const;
  const usual = new Intl.NumberFormat(locale, options).resolvedOptions().maximumFractionDigits ?? 2;
  const minimumFractionDigits = Math.max(usual, wanted);
  return formatDecimal(amount, locale, { ...options, minimumFractionDigits });
}

/** Without zeros that say nothing: `"12.000"` is 12. */
export function formatQuantityValue(value: Decimal, locale: string): string {
  return formatDecimal(trimDecimal(value), locale);
}
