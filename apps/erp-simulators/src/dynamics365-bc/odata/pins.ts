import type { Filter, Operand } from './filter';

/** The values a filter pins a property to, so that only those rows need to be looked at; undefined where it is free. */
export interface Pins {
  of(property: string): readonly string[] | undefined;
}

export const NO_PINS: Pins = { of: () => undefined };

export function pinsOf(filter: Filter | undefined): Pins {
  return filter === undefined ? NO_PINS : { of: (property) => pinned(filter, property) };
}

/** The pins of one record's key. */
export function keyPins(property: string, value: string): Pins {
  return { of: (asked) => (asked === property ? [value] : undefined) };
}

function pinned(filter: Filter, property: string): readonly string[] | undefined {
  switch (filter.kind) {
    case 'and':
      return pinned(filter.left, property) ?? pinned(filter.right, property);
    case 'or': {
      const [left, right] = [pinned(filter.left, property), pinned(filter.right, property)];
      return left === undefined || right === undefined ? undefined : [...new Set([...left, ...right])];
    }
    case 'among':
      return isProperty(filter.operand, property)
        ? filter.values.filter((value) => value !== null).map(String)
        : undefined;
    case 'compare':
      return filter.operator === 'eq' && filter.value !== null && isProperty(filter.operand, property)
        ? [String(filter.value)]
        : undefined;
    case 'not':
    case 'match':
    case 'ignored':
      return undefined;
  }
}

function isProperty(operand: Operand, property: string): boolean {
  return operand.kind === 'property' && operand.name === property;
}
