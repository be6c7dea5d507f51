import {
  compareDecimals,
  type Decimal,
  isZero,
  multiplyDecimals,
  roundDecimal,
  scaleOf,
  subtractDecimals,
} from '@headwater/kernel';
import { absolute, negated } from '../sql/negated';
import type { UnbilledLine } from './credit.schema';

/**
 * What is not yet billed of a line: its whole amount as long as nothing is billed, then the rest at its rate.
 * Nothing more comes of a closed line. Discounts and charges have no quantity and count as they are.
 */
export function unbilledAmount(line: UnbilledLine): Decimal {
  const whole = negated(line.foreignamount);
  if (line.isclosed === true) return '0';
  if (line.quantity === undefined) return whole;
  const billed = absolute(line.quantitybilled ?? '0');
  if (isZero(billed)) return whole;
  const left = subtractDecimals(negated(line.quantity), billed);
  if (compareDecimals(left, '0') <= 0) return '0';
  return line.rate === undefined ? whole : roundDecimal(multiplyDecimals(left, line.rate), scaleOf(whole));
}
