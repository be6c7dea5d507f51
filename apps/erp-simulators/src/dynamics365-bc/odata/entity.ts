import type { Reading } from '../reading';
import type { EdmType, EdmValue, EnumType } from './edm';

export interface Property<S> {
  readonly type: EdmType;
  readonly of: (source: S, reading: Reading) => EdmValue;
}

export type Properties<S> = Readonly<Record<string, Property<S>>>;

export interface NavigationShape {
  readonly target: () => Schema;
  readonly cardinality: 'one' | 'many';
}

export interface Navigation<S> extends NavigationShape {
  readonly rows: (source: S, reading: Reading) => readonly Row[];
}

/** What can be asked of an entity: names and types, no values. */
export interface Schema {
  /** In the singular, as errors and metadata name it. */
  readonly name: string;
  /** Name of the property in the parentheses of an address. */
  readonly key: string;
  readonly properties: ReadonlyMap<string, EdmType>;
  readonly navigations: ReadonlyMap<string, NavigationShape>;
  /** Order of an unsorted list before the key; lines come as they stand in their document. */
  readonly defaultOrder: readonly string[];
  /** Text compared with `eq` may hold the wildcard `*`, as in a filter of the client. */
  readonly text: 'plain' | 'wildcards';
}

/** One record, whose values are worked out when they are asked for: a filter over 15,000 orders looks at two of 50. */
export interface Row {
  readonly schema: Schema;
  value(property: string): EdmValue;
  related(navigation: string): readonly Row[];
}

export interface EntityParts<S> {
  readonly name: string;
  readonly key?: string;
  readonly properties: Properties<S>;
  readonly navigations?: Readonly<Record<string, Navigation<S>>>;
  readonly defaultOrder?: readonly string[];
  readonly text?: Schema['text'];
}

export interface Entity<S> {
  readonly schema: Schema;
  rows(sources: readonly S[], reading: Reading): readonly Row[];
}

export function defineEntity<S>(parts: EntityParts<S>): Entity<S> {
  const { name, key = 'id', properties, navigations = {}, defaultOrder = [], text = 'plain' } = parts;
  const schema: Schema = {
    name,
    key,
    properties: new Map(Object.entries(properties).map(([property, { type }]) => [property, type])),
    navigations: new Map(Object.entries(navigations)),
    defaultOrder,
    text,
  };
  const row = (source: S, reading: Reading): Row => ({
    schema,
    value: (property) => properties[property]?.of(source, reading) ?? null,
    related: (navigation) => navigations[navigation]?.rows(source, reading) ?? [],
  });
  return { schema, rows: (sources, reading) => sources.map((source) => row(source, reading)) };
}

/** The entity is asked for when it is needed: entities point at each other. */
export function toMany<S, T>(
  target: () => Entity<T>,
  pick: (source: S, reading: Reading) => readonly T[],
): Navigation<S> {
  return {
    target: () => target().schema,
    cardinality: 'many',
    rows: (source, reading) => target().rows(pick(source, reading), reading),
  };
}

export function toOne<S, T>(
  target: () => Entity<T>,
  pick: (source: S, reading: Reading) => T | undefined,
): Navigation<S> {
  const found = (source: S, reading: Reading): readonly T[] => {
    const one = pick(source, reading);
    return one === undefined ? [] : [one];
  };
  return { ...toMany(target, found), cardinality: 'one' };
}

type Of<S> = Property<S>['of'];

export const guid = <S>(of: Of<S>): Property<S> => ({ type: 'Edm.Guid', of });
export const text = <S>(of: Of<S>): Property<S> => ({ type: 'Edm.String', of });
export const date = <S>(of: Of<S>): Property<S> => ({ type: 'Edm.Date', of });
export const instant = <S>(of: Of<S>): Property<S> => ({ type: 'Edm.DateTimeOffset', of });
export const decimal = <S>(of: Of<S>): Property<S> => ({ type: 'Edm.Decimal', of });
export const integer = <S>(of: Of<S>): Property<S> => ({ type: 'Edm.Int32', of });
export const flag = <S>(of: Of<S>): Property<S> => ({ type: 'Edm.Boolean', of });
export const oneOf = <S>(type: EnumType, of: Of<S>): Property<S> => ({ type, of });
