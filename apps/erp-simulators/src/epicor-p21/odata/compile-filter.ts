import { isCalendarDate } from '@headwater/kernel';
import type { P21Options } from '../options';
import type { LocalZone } from '../local-zone';
import type { Cell, ColumnShape, EdmType } from '../tables/column';
import type { Row } from '../tables/table';
import { compareCells, folded } from './compare-cells';
import type { Comparison, Filter, LiteralType, Operand } from './filter';
import { noSuchProperty, ODataRefusal } from './odata-refusal';

export type Predicate = (row: Row) => boolean;

export interface FilterScope {
  /** `dbo.oe_hdr`, as error messages have it. */
  readonly typeName: string;
  readonly columns: ReadonlyMap<string, ColumnShape>;
  readonly options: P21Options;
  readonly zone: LocalZone;
}

/** A typed value of a row. */
interface Term {
  readonly type: EdmType | 'null';
  readonly of: (row: Row) => Cell;
}

const OPERATOR_KINDS: Readonly<Record<Comparison, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

/** Checks every name and type before any row is looked at, and says what holds for a row. */
export function compileFilter(filter: Filter, scope: FilterScope): Predicate {
  switch (filter.kind) {
    case 'and': {
      const [left, right] = [compileFilter(filter.left, scope), compileFilter(filter.right, scope)];
      return (row) => left(row) && right(row);
    }
    case 'or': {
      const [left, right] = [compileFilter(filter.left, scope), compileFilter(filter.right, scope)];
      return (row) => left(row) || right(row);
    }
    case 'not': {
      const inner = compileFilter(filter.inner, scope);
      return (row) => !inner(row);
    }
    case 'compare':
      return compileComparison(filter, scope);
    case 'match':
      return compileMatch(filter, scope);
    case 'in':
      termOf(filter.left, scope);
      return () => true;
  }
}

function compileComparison(
  { operator, left, right }: Filter & { readonly kind: 'compare' },
  scope: FilterScope,
): Predicate {
  const mine = termOf(left, scope);
  const theirs = rightTermOf(right, mine, scope);
  if (!comparable(mine.type, theirs.type))
    throw new ODataRefusal(
      'types',
      `A binary operator with incompatible types was detected. Found operand types '${mine.type}' and '${theirs.type}' for operator kind '${OPERATOR_KINDS[operator]}'.`,
    );
  const type = mine.type === 'null' ? theirs.type : mine.type;
  const sameKind: EdmType = type === 'Edm.Int32' || type === 'null' ? 'Edm.Decimal' : type;
  return (row) => holds(operator, order(sameKind, { left: mine.of(row), right: theirs.of(row), scope }));
}

/**
 * The right-hand side is always taken for a literal. Another column there is an error beside a number or a date;
 * beside text its name is what the text is compared with.
 */
function rightTermOf(operand: Operand, left: Term, scope: FilterScope): Term {
  if (operand.kind !== 'column') return termOf(operand, scope);
  const column = columnOf(operand.name, scope);
  if (left.type === 'Edm.String' && column.type === 'Edm.String') return constant('Edm.String', operand.name);
  throw new ODataRefusal('syntax', `The value '${operand.name}' is not a literal.`);
}

function compileMatch({ by, text, part }: Filter & { readonly kind: 'match' }, scope: FilterScope): Predicate {
  const whole = termOf(text, scope);
  const piece = rightTermOf(part, whole, scope);
  if (whole.type !== 'Edm.String' || piece.type !== 'Edm.String')
    throw new ODataRefusal('types', `No function signature for the function with name '${by}' matches the arguments.`);
  return (row) => {
    const [mine, theirs] = [whole.of(row), piece.of(row)];
    if (typeof mine !== 'string' || typeof theirs !== 'string') return false;
    const [full, sought] = [folded(mine, scope.options), folded(theirs, scope.options)];
    if (by === 'contains') return full.includes(sought);
    return by === 'startswith' ? full.startsWith(sought) : full.endsWith(sought);
  };
}

function termOf(operand: Operand, scope: FilterScope): Term {
  switch (operand.kind) {
    case 'column': {
      const { name, type } = columnOf(operand.name, scope);
      return { type, of: (row) => row.read(name) };
    }
    case 'case': {
      const inner = termOf(operand.inner, scope);
      const fold = (text: string): string => (operand.to === 'tolower' ? text.toLowerCase() : text.toUpperCase());
      return { type: inner.type, of: (row) => foldedCell(inner.of(row), fold) };
    }
    case 'literal':
      return literal(operand.type, operand.text, scope);
  }
}

function foldedCell(cell: Cell, fold: (text: string) => string): Cell {
  return typeof cell === 'string' ? fold(cell) : cell;
}

function literal(type: LiteralType, text: string, scope: FilterScope): Term {
  switch (type) {
    case 'string':
      return constant('Edm.String', text);
    case 'number':
      return constant('Edm.Decimal', text);
    case 'null':
      return constant('null', null);
    case 'datetime':
      return constant('Edm.DateTimeOffset', instantOf(text, scope));
    case 'date':
      return constant('Edm.DateTimeOffset', instantOf(text, scope));
  }
}

/** A date without a time is midnight in UTC, whatever the local time of the server that the column is kept in. */
function instantOf(text: string, { options, zone }: FilterScope): number {
  const isDate = text.length === 10;
  const utc = isDate ? Date.parse(`${text}T00:00:00Z`) : Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  if (Number.isNaN(utc) || !isCalendarDate(text.slice(0, 10)))
    throw new ODataRefusal('syntax', `Unrecognized date '${text}'.`);
  return isDate && options.bareDates === 'local' ? zone.midnight(text) : utc;
}

function constant(type: Term['type'], value: Cell): Term {
  return { type, of: () => value };
}

export function columnOf(name: string, { columns, typeName }: FilterScope): ColumnShape {
  const found = columns.get(name);
  if (found === undefined) throw noSuchProperty(name, typeName);
  return found;
}

const NUMERIC: ReadonlySet<string> = new Set(['Edm.Decimal', 'Edm.Int32']);

function comparable(left: Term['type'], right: Term['type']): boolean {
  if (left === 'null' || right === 'null' || left === right) return true;
  return NUMERIC.has(left) && NUMERIC.has(right);
}

interface Pair {
  readonly left: Cell;
  readonly right: Cell;
  readonly scope: FilterScope;
}

type Sign = number | 'one-null' | 'both-null';

function order(type: EdmType, { left, right, scope }: Pair): Sign {
  if (left === null || right === null) return left === right ? 'both-null' : 'one-null';
  if (typeof left === 'string' && typeof right === 'string' && type === 'Edm.String')
    return compareCells(type, folded(left, scope.options), folded(right, scope.options));
  return compareCells(type, left, right);
}

/** What has no value is neither more nor less than anything. */
function holds(operator: Comparison, sign: Sign): boolean {
  if (sign === 'one-null') return operator === 'ne';
  if (sign === 'both-null') return operator === 'eq';
  switch (operator) {
    case 'eq':
      return sign === 0;
    case 'ne':
      return sign !== 0;
    case 'gt':
      return sign > 0;
    case 'ge':
      return sign >= 0;
    case 'lt':
      return sign < 0;
    case 'le':
      return sign <= 0;
  }
}
