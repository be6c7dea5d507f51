import type { Scope } from './scope';
import { AGGREGATES } from './aggregates';
import type { Call, Expression } from './syntax';

/** The conditions that must all hold, one by one. */
export function conjunctsOf(condition: Expression | undefined): readonly Expression[] {
  if (condition === undefined) return [];
  if (condition.kind === 'and') return [...conjunctsOf(condition.left), ...conjunctsOf(condition.right)];
  return [condition];
}

/** What an expression needs before it can be evaluated. */
export interface Needs {
  /** The query's own tables it names, by position. */
  readonly tables: ReadonlySet<number>;
  /** It asks how many rows there are so far, or holds a query whose needs are not looked into. */
  readonly everything: boolean;
}

/** What these ask is not looked into. */
const OPAQUE: ReadonlySet<Expression['kind']> = new Set(['rownum', 'query', 'exists', 'among-query']);

export function needsOf(expression: Expression, scope: Scope): Needs {
  if (OPAQUE.has(expression.kind)) return { tables: new Set(), everything: true };
  if (expression.kind !== 'column') return together(partsOf(expression).map((part) => needsOf(part, scope)));
  const own = scope.own(expression.qualifier, expression.name);
  return { tables: new Set(own === undefined ? [] : [own.position]), everything: false };
}

function together(needs: readonly Needs[]): Needs {
  return {
    tables: new Set(needs.flatMap(({ tables }) => [...tables])),
    everything: needs.some(({ everything }) => everything),
  };
}

/** Whether it can be evaluated once the rows of these tables are known. */
export function isKnown(expression: Expression, scope: Scope, placed: ReadonlySet<number>): boolean {
  const { tables, everything } = needsOf(expression, scope);
  return !everything && [...tables].every((table) => placed.has(table));
}

/** It is the same for every row. */
export function isConstant(expression: Expression): boolean {
  const { kind } = expression;
  if (kind === 'literal' || kind === 'parameter') return true;
  const isComputed = kind === 'call' || kind === 'negative' || kind === 'arithmetic';
  return isComputed && !isAggregate(expression) && partsOf(expression).every(isConstant);
}

export function isAggregate(expression: Expression): expression is Call {
  return expression.kind === 'call' && AGGREGATES.has(expression.name);
}

/** The expressions directly inside one, queries aside. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return expression.arguments;
    case 'negative':
    case 'not':
      return [expression.inner];
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [expression.left, expression.right];
    case 'case':
      return [
        ...expression.branches.flatMap(({ when, then }) => [when, then]),
        ...(expression.otherwise === undefined ? [] : [expression.otherwise]),
      ];
    case 'among':
      return [expression.subject, ...expression.list];
    case 'among-query':
    case 'missing':
      return [expression.subject];
    case 'like':
      return [expression.subject, expression.pattern, ...(expression.escape === undefined ? [] : [expression.escape])];
    case 'literal':
    case 'parameter':
    case 'column':
    case 'rownum':
    case 'all':
    case 'query':
    case 'exists':
      return [];
  }
}
