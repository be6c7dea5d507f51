import type { SapScope } from '../scope';
import type { Property } from './property';

/** The values a filter pins a field to, so that only those rows need to be made; undefined where it is free. */
export type Pins = (property: string) => ReadonlySet<string> | undefined;

export interface Navigation<Row = unknown> {
  readonly name: string;
  /** Name of the entity set it leads to. */
  readonly target: string;
  readonly multiplicity: 'one' | 'many';
  readonly since?: 'current';
  follow(row: Row): readonly unknown[];
}

export interface EntitySet<Row = unknown> {
  readonly name: string;
  /** In v2 the set's name and `Type`: `A_SalesOrderType`. */
  readonly type: string;
  readonly keys: readonly string[];
  readonly properties: readonly Property<Row>[];
  readonly navigations: readonly Navigation<Row>[];
  /** `navigation`: no list of its own, reached by key or from another entity, never filtered nor sorted. */
  readonly access?: 'navigation';
  readonly since?: 'current';
  /** Rows in an order that stays the same, as few as the pinned fields allow. */
  rows(scope: SapScope, pins: Pins): readonly Row[];
}

/** A structure without a key, as function imports return it. */
export interface ComplexType<Row = unknown> {
  readonly name: string;
  readonly properties: readonly Property<Row>[];
}

export interface FunctionParameter {
  readonly name: string;
  readonly type: 'Edm.String' | 'Edm.Decimal' | 'Edm.DateTimeOffset';
}

/** Literals of the call by parameter name, already unquoted. */
export type Arguments = Readonly<Record<string, string>>;

export interface FunctionImport<Row = unknown> {
  readonly name: string;
  readonly parameters: readonly FunctionParameter[];
  readonly returns: ComplexType<Row>;
  readonly multiplicity: 'one' | 'many';
  call(scope: SapScope, given: Arguments): readonly Row[];
}

/** One OData API as SAP names it. */
export interface ApiDefinition {
  /** Last segment of its path. */
  readonly name: string;
  readonly namespace: string;
  /** `0001` unless the path says `;v=0002`. */
  readonly version: '0001' | '0002';
  readonly sets: readonly EntitySet[];
  readonly functions?: readonly FunctionImport[];
  /** Sets that are written by POST although nothing is saved. */
  readonly simulations?: Readonly<Record<string, Simulation>>;
}

/** Works a deep insert out and answers its entity; the request decides which navigations come back. */
export type Simulation = (scope: SapScope, request: Readonly<Record<string, unknown>>) => SimulatedEntity;

export interface SimulatedEntity {
  readonly set: string;
  readonly row: unknown;
  /** The navigations asked for, each with those asked for below it. */
  readonly expand: ExpandTree;
  /** Warnings for the `sap-message` header. */
  readonly warnings: readonly string[];
}

export interface ExpandTree {
  readonly [navigation: string]: ExpandTree;
}
