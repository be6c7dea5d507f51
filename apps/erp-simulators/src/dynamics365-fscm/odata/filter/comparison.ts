import { compareDecimals } from '@headwater/kernel';
import Big from 'big.js';
import type { FscmOptions } from '../../options';
import { ODataFault } from '../fault';
import type { Predicate } from './compile';
import type { ArithmeticOperator, ComparisonOperator } from './expression';
import { isEnum, nameOf, type Operand } from './operand';

export interface Sides {
  readonly left: Operand;
  readonly right: Operand;
  readonly options: FscmOptions;
}

const NAMES: Readonly<Record<ComparisonOperator, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

/** Both sides must be of one type: an enumeration and a plain text are not. */
export function comparison(operator: ComparisonOperator, sides: Sides): Predicate {
  const { left, right } = sides;
  // Nothing is ever null here, so that a comparison with null has one answer for all rows.
  if (left.type === 'null' || right.type === 'null') return () => (operator === 'ne') === (left.type !== right.type);
  if (nameOf(left.type) !== nameOf(right.type)) throw incompatible(operator, sides);
  if (isEnum(left.type) || left.type === 'boolean') return equality(operator, sides);
  if (left.type === 'string') return textComparison(operator, sides);
  const order = left.type === 'number' ? compareDecimals : compareMoments;
  return (row) => holds(operator, order(left.read(row), right.read(row)));
}

function equality(operator: ComparisonOperator, sides: Sides): Predicate {
  const { left, right } = sides;
  if (operator !== 'eq' && operator !== 'ne') throw incompatible(operator, sides);
  return (row) => (left.read(row) === right.read(row)) === (operator === 'eq');
}

/** `eq '*x*'` finds what contains x; a star anywhere in a literal stands for any text. */
function textComparison(operator: ComparisonOperator, { left, right, options }: Sides): Predicate {
  const fold = options.stringCompare === 'exact' ? (text: string) => text : (text: string) => text.toLowerCase();
  const glob = right.literal;
  if ((operator === 'eq' || operator === 'ne') && glob?.includes('*') === true) {
    const pattern = globPattern(fold(glob));
    return (row) => pattern.test(fold(left.read(row))) === (operator === 'eq');
  }
  return (row) => holds(operator, compareText(fold(left.read(row)), fold(right.read(row))));
}

function globPattern(glob: string): RegExp {
  const escaped = glob.replace(/[\\^$+?.()[\]{}|]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 's');
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareMoments(left: string, right: string): number {
  return Date.parse(left) - Date.parse(right);
}

function holds(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
  }
}

export function arithmetic(operator: ArithmeticOperator, left: Operand, right: Operand): Operand {
  if (left.type !== 'number' || right.type !== 'number')
    throw new ODataFault(
      `A binary operator with incompatible types was detected. Found operand types '${nameOf(left.type)}' and '${nameOf(right.type)}' for operator kind '${operator}'.`,
    );
  return { type: 'number', read: (row) => calculate(operator, left.read(row), right.read(row)) };
}

function calculate(operator: ArithmeticOperator, left: string, right: string): string {
  const [first, second] = [new Big(left), new Big(right)];
  if ((operator === 'div' || operator === 'mod') && second.eq(0))
    throw new ODataFault('Attempted to divide by zero.', 500, 'System.DivideByZeroException');
  switch (operator) {
    case 'add':
      return first.plus(second).toFixed();
    case 'sub':
      return first.minus(second).toFixed();
    case 'mul':
      return first.times(second).toFixed();
    case 'div':
      return first.div(second).toFixed();
    case 'mod':
      return first.mod(second).toFixed();
  }
}

function incompatible(operator: ComparisonOperator, { left, right }: Sides): ODataFault {
  return new ODataFault(
    `A binary operator with incompatible types was detected. Found operand types '${nameOf(left.type)}' and '${nameOf(right.type)}' for operator kind '${NAMES[operator]}'.`,
  );
}
