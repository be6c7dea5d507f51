import type { Item, ItemUnit } from '../../world/model/item';

/** One unit of a units type; its internal id is unique over all types. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  /** How many base units one of it holds. */
  readonly factor: number;
}

/** Units that belong together: NetSuite gives each item one such type. */
export interface UnitsType {
  readonly id: string;
  readonly name: string;
  /** The base unit first. */
  readonly units: readonly Unit[];
}

/** Items with the same units share a type; a type's units are numbered after it: `3` has `31`, `32` … */
export class UnitsTypes {
  readonly all: readonly UnitsType[];
  private readonly byKey: ReadonlyMap<string, UnitsType>;

  constructor(items: readonly Item[]) {
    const keys = [...new Map(items.map(({ units }) => [keyOf(units), units]))];
    this.byKey = new Map(keys.map(([key, units], at) => [key, unitsType(units, at + 1)]));
    this.all = [...this.byKey.values()];
  }

  of(item: Item): UnitsType {
    const found = this.byKey.get(keyOf(item.units));
    if (found === undefined) throw new RangeError(`item ${item.number} has units no other item had at the start`);
    return found;
  }
}

export function unitNamed(type: UnitsType, name: string): Unit {
  const found = type.units.find((unit) => unit.name === name);
  if (found === undefined) throw new RangeError(`units type ${type.name} has no ${name}`);
  return found;
}

function unitsType(units: readonly ItemUnit[], id: number): UnitsType {
  return {
    id: String(id),
    name: units.map(({ unit, factor }) => (factor === 1 ? unit : `${unit}${factor}`)).join('/'),
    units: units.map(({ unit, factor }, at) => ({ id: `${id}${at + 1}`, name: unit, factor })),
  };
}

function keyOf(units: readonly ItemUnit[]): string {
  return units.map(({ unit, factor }) => `${unit}*${factor}`).join('|');
}
