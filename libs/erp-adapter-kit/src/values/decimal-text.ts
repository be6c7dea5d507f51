import type { Decimal } from '@headwater/kernel';
import { isCanonicalDecimal } from './canonical-decimal';
import { saidText } from './said-text';

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const PLAIN = /^(\d+\.?\d*|\.\d+)$/;

/** Sign or parenthesis, currency sign, sign, digits, sign or credit mark, parenthesis; one sign at most. */
const AMOUNT = /^(\(|[+-])?\s*[$€£]?\s*([+-])?([\d.,]+)(-|\s?CR)?(\))?$/i;

/**
 * A decimal out of text made for people: padding, currency sign, thousands commas, trailing minus, `CR` or
 * parentheses for negative. `undefined` for blank and for `?`, the unknown value of Progress.
 * Throws `RangeError` for anything else, because a guessed amount is worse than none.
 */
export function decimalFromText(text: string): Decimal | undefined {
  if (isCanonicalDecimal(text)) return text;
  const trimmed = saidText(text);
  if (trimmed === undefined) return undefined;
  const [, before = '', inner = '', digits = '', after = '', closing = ''] = AMOUNT.exec(trimmed) ?? [];
  const signs = [before, inner, after].filter((sign) => sign !== '');
  if (signs.length > 1 || (before === '(') !== (closing === ')')) throw new RangeError('is not a number');
  const amount = plainDigits(digits);
  const isNegative = signs.some((sign) => sign !== '+') && !/^[0.]*$/.test(amount);
  return isNegative ? `-${amount}` : amount;
}

function plainDigits(digits: string): Decimal {
  if (!GROUPED.test(digits) && !PLAIN.test(digits)) throw new RangeError('is not a number');
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  const integer = whole.replace(/^0+(?=\d)/, '') || '0';
  return fraction === '' ? integer : `${integer}.${fraction}`;
}
