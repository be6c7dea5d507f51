import type { Expression } from './expression';

/** The texts a column is pinned to by equality, so that only those rows need to be made; undefined where it is free. */
export function pinned(expression: Expression, column: string): ReadonlySet<string> | undefined {
  switch (expression.kind) {
    case 'compare':
      return expression.operator === 'eq' ? pinOf(expression, column) : undefined;
    case 'and':
      return pinned(expression.left, column) ?? pinned(expression.right, column);
    case 'or': {
      const left = pinned(expression.left, column);
      const right = pinned(expression.right, column);
      return left === undefined || right === undefined ? undefined : new Set([...left, ...right]);
    }
    default:
      return undefined;
  }
}

function pinOf(
  { left, right }: Extract<Expression, { kind: 'compare' }>,
  column: string,
): ReadonlySet<string> | undefined {
  if (left.kind !== 'property' || left.name !== column || right.kind !== 'literal' || right.type !== 'string')
    return undefined;
  return right.text.includes('*') ? undefined : new Set([right.text]);
}
