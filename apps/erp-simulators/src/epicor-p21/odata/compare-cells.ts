import { compareDecimals } from '@headwater/kernel';
import type { P21Options } from '../options';
import type { Cell, EdmType } from '../tables/column';

/** Numbers of up to 15 digits compare as doubles: exact, and fast enough for a whole table. */
const EXACT_DIGITS = 15;

/** Text as the collation of the database sees it. */
export function folded(text: string, { collation }: Pick<P21Options, 'collation'>): string {
  return collation === 'case-insensitive' ? text.toLowerCase() : text;
}

/** Both cells of one type and not null. */
export function compareCells(type: EdmType, left: Exclude<Cell, null>, right: Exclude<Cell, null>): number {
  if (type === 'Edm.Decimal') return compareNumbers(String(left), String(right));
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareNumbers(left: string, right: string): number {
  if (left.length <= EXACT_DIGITS && right.length <= EXACT_DIGITS) return Number(left) - Number(right);
  return compareDecimals(left, right);
}
