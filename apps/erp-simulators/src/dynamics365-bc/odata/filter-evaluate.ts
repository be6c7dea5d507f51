import type { BcOptions } from '../options';
import { compareValues, type EdmValue } from './edm';
import type { Row } from './entity';
import { typeOf, type Filter, type Matcher, type Operand, type Operator } from './filter';

export type Comparison = Pick<BcOptions, 'textComparison'>;

export function matches(row: Row, filter: Filter, how: Comparison): boolean {
  switch (filter.kind) {
    case 'and':
      return matches(row, filter.left, how) && matches(row, filter.right, how);
    case 'or':
      return eitherMatches(row, filter, how);
    case 'not':
      return filter.inner.kind === 'ignored' || !matches(row, filter.inner, how);
    case 'ignored':
      return true;
    case 'compare':
      return compares(row, filter, how);
    case 'among':
      return filter.values.some((value) => compares(row, { operand: filter.operand, operator: 'eq', value }, how));
    case 'match':
      return finds(filter.how, folded(valueOf(row, filter.operand), how), folded(filter.text, how));
  }
}

/** What is ignored leaves the other side of an OR alone to decide. */
function eitherMatches(row: Row, { left, right }: Extract<Filter, { left: Filter }>, how: Comparison): boolean {
  if (left.kind === 'ignored') return matches(row, right, how);
  if (right.kind === 'ignored') return matches(row, left, how);
  return matches(row, left, how) || matches(row, right, how);
}

type Compared = Omit<Extract<Filter, { kind: 'compare' }>, 'kind'>;

function compares(row: Row, { operand, operator, value }: Compared, how: Comparison): boolean {
  const mine = valueOf(row, operand);
  if (row.schema.text === 'wildcards' && typeof value === 'string' && value.includes('*'))
    return glob(value).test(String(mine)) === (operator === 'eq');
  const type = typeOf(operand);
  const isText = type === 'Edm.String';
  const order = compareValues(type, isText ? folded(mine, how) : mine, isText ? folded(value, how) : value);
  return HOLDS[operator](order);
}

const HOLDS: Readonly<Record<Operator, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

function valueOf(row: Row, operand: Operand): EdmValue {
  if (operand.kind === 'property') return row.value(operand.name);
  const inner = String(valueOf(row, operand.of) ?? '');
  return operand.to === 'lower' ? inner.toLowerCase() : inner.toUpperCase();
}

function folded(value: EdmValue, { textComparison }: Comparison): EdmValue {
  return textComparison === 'case-insensitive' && typeof value === 'string' ? value.toLowerCase() : value;
}

function finds(how: Matcher, value: EdmValue, wanted: EdmValue): boolean {
  const [text, part] = [String(value ?? ''), String(wanted ?? '')];
  if (how === 'contains') return text.includes(part);
  return how === 'startswith' ? text.startsWith(part) : text.endsWith(part);
}

/** The client's own filter syntax: `*` stands for any text. */
function glob(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's');
}
