import { SapError } from '../sap-error';
import type { ApiModel, SetModel } from './api-model';
import { comparable, comparableLiteral, compareComparables, type KeyPadding } from './comparable';
import type { Comparison, Expression, Literal } from './expression';
import type { Kind, Property } from './property';

export type Predicate = (row: unknown) => boolean;

export interface FilterContext {
  readonly api: ApiModel;
  readonly set: SetModel;
  readonly keyPadding: KeyPadding;
  /** How `substringof`, `startswith` and their kin compare. */
  readonly textComparison: 'case-sensitive' | 'case-insensitive';
}

/** Looks every name up once, checks every type, and gives a test for rows. Throws `SapError` for what does not fit. */
export function compileFilter(expression: Expression, context: FilterContext): Predicate {
  switch (expression.kind) {
    case 'logic': {
      const left = compileFilter(expression.left, context);
      const right = compileFilter(expression.right, context);
      return expression.operator === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
    }
    case 'not': {
      const inner = compileFilter(expression.inner, context);
      return (row) => !inner(row);
    }
    case 'compare':
      return compileComparison(expression, context);
    case 'call':
      return compileCall(expression, context);
    case 'path': {
      const { property, read } = pathOf(expression.segments, context);
      if (property.kind !== 'flag') throw SapError.badQuery(`'${property.name}' is not a condition`);
      return (row) => read(row) === 'true';
    }
    case 'literal':
      if (expression.literal.type !== 'boolean') throw SapError.badQuery('A literal is not a condition');
      return () => expression.literal.text === 'true';
  }
}

/** A property and how to read it from a row of the filtered set, through to-one navigations where it is further away. */
interface Path {
  readonly property: Property;
  readonly read: (row: unknown) => string | null;
  readonly shown: (row: unknown) => string;
}

export function pathOf(segments: readonly string[], { api, set }: Pick<FilterContext, 'api' | 'set'>): Path {
  const [first = '', ...rest] = segments;
  if (rest.length === 0) return ownPath(set.property(first), set);
  const navigation = set.navigation(first);
  if (navigation.multiplicity === 'many')
    throw SapError.badQuery(`'${first}' leads to many entities and cannot be used here`);
  const { property, read, shown } = pathOf(rest, { api, set: api.setNamed(navigation.target) });
  const hop = (row: unknown): unknown => navigation.follow(row)[0];
  return {
    property,
    read: (row) => onlyOf(hop(row), read, null),
    shown: (row) => onlyOf(hop(row), shown, ''),
  };
}

function onlyOf<Value>(row: unknown, read: (row: unknown) => Value, absent: Value): Value {
  return row === undefined ? absent : read(row);
}

function ownPath(property: Property, { name, set }: SetModel): Path {
  if (property.facets.restricted === true || set.access === 'navigation')
    throw SapError.badQuery(`Property '${property.name}' of '${name}' can be neither filtered nor sorted`);
  return {
    property,
    read: (row) => comparable(property, row),
    shown: (row) => String(property.read(row) ?? ''),
  };
}

const FLIPPED: Readonly<Record<Comparison, Comparison>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
};

function compileComparison(
  { operator, left, right }: Extract<Expression, { kind: 'compare' }>,
  context: FilterContext,
): Predicate {
  if (left.kind === 'literal' && right.kind !== 'literal')
    return compileComparison({ kind: 'compare', operator: FLIPPED[operator], left: right, right: left }, context);
  if (left.kind !== 'path') return compileCondition(left, right, { operator, context });
  const { property, read } = pathOf(left.segments, context);
  if (right.kind === 'literal') return withLiteral({ property, read, operator }, right.literal, context.keyPadding);
  if (right.kind !== 'path') throw SapError.badQuery(`'${property.name}' is compared with something that has no value`);
  const other = pathOf(right.segments, context);
  if (other.property.kind !== property.kind)
    throw SapError.badQuery(`'${property.name}' and '${other.property.name}' are of different types`);
  return (row) => holds(operator, property.kind, [read(row), other.read(row)]);
}

interface PropertyTest extends Pick<Path, 'property' | 'read'> {
  readonly operator: Comparison;
}

function withLiteral({ property, read, operator }: PropertyTest, literal: Literal, padding: KeyPadding): Predicate {
  const wanted = comparableLiteral(property, literal, padding);
  return (row) => holds(operator, property.kind, [read(row), wanted]);
}

/** `substringof('x',F) eq true`: older clients write it so. */
function compileCondition(
  condition: Expression,
  right: Expression,
  { operator, context }: { readonly operator: Comparison; readonly context: FilterContext },
): Predicate {
  if (right.kind !== 'literal' || right.literal.type !== 'boolean' || (operator !== 'eq' && operator !== 'ne'))
    throw SapError.badQuery('A condition can only be compared with true or false');
  const inner = compileFilter(condition, context);
  const wanted = (right.literal.text === 'true') === (operator === 'eq');
  return (row) => inner(row) === wanted;
}

function holds(operator: Comparison, kind: Kind, [left, right]: readonly [string | null, string | null]): boolean {
  if (left === null || right === null) {
    if (operator === 'eq') return left === right;
    return operator === 'ne' && left !== right;
  }
  const order = compareComparables(kind, left, right);
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

const TEXT_TESTS: Readonly<Record<string, (first: string, second: string) => boolean>> = {
  substringof: (part, whole) => whole.includes(part),
  contains: (whole, part) => whole.includes(part),
  startswith: (whole, part) => whole.startsWith(part),
  endswith: (whole, part) => whole.endsWith(part),
};

function compileCall({ name, given }: Extract<Expression, { kind: 'call' }>, context: FilterContext): Predicate {
  const test = TEXT_TESTS[name];
  if (test === undefined) throw SapError.badQuery(`Function '${name}' is not supported in $filter`);
  const [first, second] = given.map((argument) => textOf(argument, name, context));
  const fold = context.textComparison === 'case-sensitive' ? same : lower;
  return (row) => test(fold(first?.(row) ?? ''), fold(second?.(row) ?? ''));
}

function textOf(argument: Expression, name: string, context: FilterContext): (row: unknown) => string {
  if (argument.kind === 'literal' && argument.literal.type === 'string') return () => argument.literal.text;
  if (argument.kind === 'path') {
    const { property, shown } = pathOf(argument.segments, context);
    if (property.kind === 'text') return shown;
  }
  throw SapError.badQuery(`Function '${name}' works on texts`);
}

function same(value: string): string {
  return value;
}

function lower(value: string): string {
  return value.toLowerCase();
}
