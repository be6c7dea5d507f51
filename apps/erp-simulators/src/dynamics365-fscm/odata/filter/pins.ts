import type { Expression } from './expression';

/** The texts a column is pinned to by equality, so that only those rows need to be made; undefined where it is free. */
export function pinned(expression: Expression, column: string): ReadonlySet<string> | undefined {
  if (expression.kind === 'compare') return expression.operator === 'eq' ? pinOf(expression, column) : undefined;
  if (expression.kind !== 'and' && expression.kind !== 'or') return undefined;
  const left = pinned(expression.left, column);
  const right = pinned(expression.right, column);
  if (expression.kind === 'and') return left ?? right;
  return left === undefined || right === undefined ? undefined : new Set([...left, ...right]);
}

function pinOf(
  { left, right }: Extract<Expression, { kind: 'compare' }>,
  column: string,
): ReadonlySet<string> | undefined {
  if (left.kind !== 'property' || left.name !== column || right.kind !== 'literal' || right.type !== 'string')
    return undefined;
  return right.text.includes('*') ? undefined : new Set([right.text]);
}
