import type { World } from '../../world/world';
import type { CompanyCode } from '../../world/model/party';
import type { FscmOptions } from '../options';
import type { EdmValue } from './value';

export const NAMESPACE = 'Microsoft.Dynamics.DataEntities';

export type PrimitiveType = 'Edm.String' | 'Edm.Int32' | 'Edm.Int64' | 'Edm.Decimal' | 'Edm.DateTimeOffset';

export interface EnumType {
  readonly name: string;
  readonly members: readonly string[];
}

export type PropertyType = PrimitiveType | EnumType;

export interface Context {
  readonly world: World;
  readonly options: FscmOptions;
}

/** A look through one entity set. */
export interface Scan extends Context {
  /** Legal entities the call may see. */
  readonly companies: readonly CompanyCode[];
  /** The texts a filter or a key pins a column to; undefined where it leaves it free. */
  readonly pins: (property: string) => ReadonlySet<string> | undefined;
}

export interface PropertyShape {
  readonly name: string;
  readonly type: PropertyType;
  /** Calculated for each row that is read; changes of it tell nobody. */
  readonly computed?: true;
}

export interface Property<S> extends PropertyShape {
  readonly of: (source: S, context: Context) => EdmValue;
  /** Likely there, but not documented. */
  readonly undocumented?: true;
}

export interface NavigationShape {
  readonly name: string;
  /** Entity type at its end. */
  readonly target: string;
}

export interface Navigation<S> extends NavigationShape {
  /** The set whose columns can be selected and filtered at its end. */
  readonly set: EntitySet;
  readonly rows: (source: S, context: Context) => readonly Row[];
}

export interface Row {
  /** Throws `RangeError` for a column the set does not have. */
  value(property: string): EdmValue;
  related(navigation: string): readonly Row[];
  etag(): string;
}

/** What the ERP calls a public data entity. */
export interface EntitySet {
  /** Public collection name, plural. */
  readonly name: string;
  /** Public entity name, singular. */
  readonly entity: string;
  /** Name of the data entity itself, which data events go by. */
  readonly table: string;
  readonly key: readonly string[];
  readonly properties: readonly PropertyShape[];
  readonly navigations: readonly (NavigationShape & { readonly set: EntitySet })[];
  property(name: string): PropertyShape | undefined;
  /** In the order of the key, as few as the pinned columns allow. */
  rows(scan: Scan): Iterable<Row>;
}

export function typeName(type: PropertyType): string {
  return typeof type === 'string' ? type : `${NAMESPACE}.${type.name}`;
}
