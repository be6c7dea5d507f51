import Big from 'big.js';
import { displayText } from './display';
import { withAggregates } from './grouping';
import { SuiteQlParser } from './parser';
import type { Expression, Query, TableName } from './syntax';
import { tokensOf } from './tokens';

export type Value = string | null;
export type Row = Readonly<Record<string, Value>>;
/** A table that is undefined does not exist. */
export type Tables = Readonly<Record<string, readonly Row[] | undefined>>;

/** What NetSuite says of a table or column it does not know. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';
}

/** The rows joined so far, by alias; null where an outer join found none. */
type Scope = Readonly<Record<string, { readonly table: string; readonly row: Row | null }>>;

interface Runner {
  readonly tables: Tables;
  readonly query: Query;
}

function tableOf({ tables }: Runner, name: string): readonly Row[] {
  const rows = tables[name];
  if (rows === undefined) throw new UnknownNameError(`Invalid search type: ${name}.`);
  return rows;
}

/** A status is filtered by with its type before it, and selected without. */
function columnValue(scope: Scope, name: string, use: 'filter' | 'select'): Value {
  const [alias = '', column = ''] = name.split('.');
  const source = scope[alias];
  if (source === undefined) throw new UnknownNameError(`Unknown identifier '${name}'`);
  const { table, row } = source;
  if (row === null) return null;
  const value = row[column];
  if (value === undefined)
    throw new UnknownNameError(`Unknown identifier '${column}'. Available identifiers are: {x=x}`);
  return table === 'transaction' && column === 'status' && use === 'filter'
    ? `${row['type'] ?? ''}:${value ?? ''}`
    : value;
}

function call(scope: Scope, { name, args }: Extract<Expression, { kind: 'call' }>): Value {
  const [first, second] = args;
  if (first === undefined) throw new UnknownNameError(name);
  if (name === 'BUILTIN.DF' && first.kind === 'column') {
    const [alias = '', column = ''] = first.name.split('.');
    const raw = columnValue(scope, first.name, 'select');
    const source = scope[alias];
    return raw === null || source === undefined
      ? null
      : displayText(source.table, { column, value: raw, row: source.row ?? {} });
  }
  const value = valueOf(scope, first, 'filter');
  switch (name) {
    case 'UPPER':
      return value?.toUpperCase() ?? null;
    case 'NVL':
      return value ?? (second === undefined ? null : valueOf(scope, second, 'filter'));
    case 'TO_DATE':
      return value;
    case 'TO_CHAR': {
      const format = second === undefined ? null : valueOf(scope, second, 'filter');
      return format === 'YYYY-MM-DD' ? (value?.slice(0, 10) ?? null) : value;
    }
    default:
      throw new UnknownNameError(`${name} is no function`);
  }
}

function valueOf(scope: Scope, expression: Expression, use: 'filter' | 'select'): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'column':
      return columnValue(scope, expression.name, use);
    case 'call':
      return call(scope, expression);
    default:
      throw new UnknownNameError('a condition is no value');
  }
}

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)$/;

function compared(left: string, right: string): number {
  if (NUMBER.test(left) && NUMBER.test(right)) return new Big(left).cmp(right);
  return left < right ? -1 : left > right ? 1 : 0;
}

function literally(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, (sign) => `\\${sign}`);
}

function likePattern(pattern: string, escape: string): RegExp {
  const characters = [...pattern];
  let source = '';
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === escape && escape !== '') {
      at += 1;
      source += literally(characters[at] ?? '');
    } else if (character === '%') source += '[^]*';
    else source += character === '_' ? '[^]' : literally(character);
  }
  return new RegExp(`^${source}$`, 'u');
}

function holds(scope: Scope, test: Expression): boolean {
  const value = (expression: Expression): Value => valueOf(scope, expression, 'filter');
  switch (test.kind) {
    case 'and':
      return test.parts.every((part) => holds(scope, part));
    case 'or':
      return test.parts.some((part) => holds(scope, part));
    case 'null':
      return (value(test.left) === null) === test.isNull;
    case 'in': {
      const left = value(test.left);
      return left !== null && test.list.some((one) => compared(left, value(one) ?? '') === 0);
    }
    case 'like': {
      const [left, pattern] = [value(test.left), value(test.pattern)];
      return left !== null && pattern !== null && likePattern(pattern, test.escape).test(left);
    }
    case 'compare':
      return compares(test.sign, value(test.left), value(test.right));
    default:
      throw new UnknownNameError('a value is no condition');
  }
}

function compares(sign: string, left: Value, right: Value): boolean {
  if (left === null || right === null) return false;
  const order = compared(left, right);
  switch (sign) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}

function joinedRows(runner: Runner): readonly Scope[] {
  const { from, joins } = runner.query;
  const start = tableOf(runner, from.table).map((row): Scope => ({ [from.alias]: { table: from.table, row } }));
  return joins.reduce<readonly Scope[]>((scopes, join) => {
    const rows = tableOf(runner, join.table);
    return scopes.flatMap((scope) => {
      const candidates = rows.map((row) => withRow(scope, join, row)).filter((candidate) => holds(candidate, join.on));
      return candidates.length > 0 || join.kind === 'inner' ? candidates : [withRow(scope, join, null)];
    });
  }, start);
}

function withRow(scope: Scope, { table, alias }: TableName, row: Row | null): Scope {
  return { ...scope, [alias]: { table, row } };
}

interface Result {
  readonly fields: Row;
  readonly keys: readonly Value[];
}

/** Rows that make one row of the answer. */
function groupsOf({ groups }: Query, scopes: readonly Scope[]): readonly (readonly Scope[])[] {
  if (groups === undefined) return scopes.map((scope) => [scope]);
  const keyOf = (scope: Scope): string => JSON.stringify(groups.map((by) => valueOf(scope, by, 'select')));
  return [...Map.groupBy(scopes, keyOf).values()];
}

function resultOf({ selected, order, isDistinct }: Query, group: readonly Scope[]): Result {
  const [scope = {}] = group;
  const valuesOf = (of: Expression): readonly Value[] => group.map((each) => valueOf(each, of, 'select'));
  const fields = Object.fromEntries(
    selected.map(({ expression, alias }) => [
      alias.toLowerCase(),
      valueOf(scope, withAggregates(expression, valuesOf), 'select'),
    ]),
  );
  const keys = order.map(({ by }) => {
    if (by.kind === 'column' && !by.name.includes('.')) {
      const value = fields[by.name];
      if (value === undefined) throw new UnknownNameError(`Unknown identifier '${by.name}'`);
      return value;
    }
    // Oracle refuses it: which of the rows that became one would it be?
    const isSelected = selected.some(({ expression }) => JSON.stringify(expression) === JSON.stringify(by));
    if (isDistinct && !isSelected) throw new UnknownNameError('not a SELECTed expression');
    return valueOf(scope, by, 'select');
  });
  return { fields, keys };
}

/** As Oracle has it: nulls last, first when descending. */
function ordered(results: readonly Result[], { order }: Query): readonly Result[] {
  const compareKeys = (left: Value, right: Value): number => {
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return compared(left, right);
  };
  return [...results].sort((left, right) => {
    for (const [index, { isDescending }] of order.entries()) {
      const difference = compareKeys(left.keys[index] ?? null, right.keys[index] ?? null);
      if (difference !== 0) return isDescending ? -difference : difference;
    }
    return 0;
  });
}

/** Every row a query has, its columns in lower case. Throws for a table or column that does not exist. */
export function evaluate(tables: Tables, q: string, params: readonly string[] = []): readonly Row[] {
  const query = new SuiteQlParser(tokensOf(q, params)).query();
  const runner: Runner = { tables, query };
  const scopes = joinedRows(runner).filter((scope) => query.where === undefined || holds(scope, query.where));
  const results = groupsOf(query, scopes).map((group) => resultOf(query, group));
  const distinct = query.isDistinct
    ? [...new Map(results.map((result) => [JSON.stringify(result.fields), result])).values()]
    : results;
  return ordered(distinct, query).map(({ fields }) => fields);
}
