import { withoutZeros } from './comparable';
import type { Expression } from './expression';
import type { Pins } from './model';

/** The values equalities pin text properties to, without leading zeros; a set then makes only those rows. */
export function pinsOf(filter: Expression | undefined): Pins {
  return (property) => (filter === undefined ? undefined : pinned(filter, property));
}

/** The pins of a key: every part has one value. */
export function keyPins(key: Readonly<Record<string, string>>): Pins {
  return (property) => {
    const value = key[property];
    return value === undefined ? undefined : new Set([withoutZeros(value)]);
  };
}

export const NO_PINS: Pins = () => undefined;

function pinned(expression: Expression, property: string): ReadonlySet<string> | undefined {
  if (expression.kind === 'compare') return pinnedByEquality(expression, property);
  if (expression.kind !== 'logic') return undefined;
  const left = pinned(expression.left, property);
  const right = pinned(expression.right, property);
  if (expression.operator === 'and') return left ?? right;
  return left === undefined || right === undefined ? undefined : new Set([...left, ...right]);
}

function pinnedByEquality(
  { operator, left, right }: Extract<Expression, { kind: 'compare' }>,
  property: string,
): ReadonlySet<string> | undefined {
  const [path, value] = left.kind === 'path' ? [left, right] : [right, left];
  const named = path.kind === 'path' && path.segments.length === 1 && path.segments[0] === property;
  if (operator !== 'eq' || !named || value.kind !== 'literal' || value.literal.type !== 'string') return undefined;
  return new Set([withoutZeros(value.literal.text)]);
}
