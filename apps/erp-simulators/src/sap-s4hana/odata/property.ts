/** How a value is meant; the protocol decides how it is written. */
export type Kind = 'text' | 'flag' | 'decimal' | 'integer' | 'date' | 'moment' | 'timestamp' | 'time' | 'guid';

/**
 * A value before a protocol writes it. Numbers are decimal texts, a `date` is `2026-11-23`, a `moment`
 * `2026-11-23T09:14:03`, a `timestamp` `2026-11-23T09:14:03.120Z` and a `time` `PT09H14M03S`.
 */
export type EdmValue = string | boolean | null;

export interface Facets {
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  /** Name of the property that holds the currency or unit. */
  readonly unit?: string;
  readonly semantics?: 'currency-code' | 'unit-of-measure';
  /**
   * What the conversion exit does with leading zeros. `alpha`: shown without, kept padded, compared padded.
   * `digits`: the same for a number of fixed length. Where absent, the value is compared as it stands.
   */
  readonly conversion?: 'alpha' | 'digits';
  /** `sap:display-format` of the EDMX; the delivery service has none of these. */
  readonly display?: 'Date' | 'UpperCase' | 'NonNegative';
  /** Neither filterable nor sortable. */
  readonly restricted?: true;
  /** Carries the ETag. */
  readonly concurrency?: true;
  /** Only in the current release; the older one does not know it. */
  readonly since?: 'current';
}

/** `read` is a method so that a property of some rows can stand in a list of properties of any rows. */
export interface Property<Row = unknown> {
  readonly name: string;
  readonly kind: Kind;
  readonly facets: Facets;
  read(row: Row): EdmValue;
}

type Read<Row, Value extends EdmValue> = (row: Row) => Value;

export function text<Row>(name: string, read: Read<Row, string>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'text', facets, read };
}

/** A key or number that SAP keeps with leading zeros and shows without. */
export function alpha<Row>(name: string, read: Read<Row, string>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'text', facets: { length: 10, conversion: 'alpha', display: 'UpperCase', ...facets }, read };
}

/** A number of fixed length, in the external format: `10` for item 000010. */
export function digits<Row>(name: string, read: Read<Row, string>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'text', facets: { conversion: 'digits', display: 'NonNegative', ...facets }, read };
}

export function flag<Row>(name: string, read: Read<Row, boolean>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'flag', facets, read };
}

export function decimal<Row>(name: string, read: Read<Row, string | null>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'decimal', facets, read };
}

export function integer<Row>(name: string, read: Read<Row, string>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'integer', facets, read };
}

export function date<Row>(name: string, read: Read<Row, string | null>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'date', facets: { display: 'Date', ...facets }, read };
}

/** A date with a time of day and no zone. */
export function moment<Row>(name: string, read: Read<Row, string | null>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'moment', facets, read };
}

export function timestamp<Row>(name: string, read: Read<Row, string | null>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'timestamp', facets: { precision: 7, ...facets }, read };
}

export function time<Row>(name: string, read: Read<Row, string>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'time', facets, read };
}

export function guid<Row>(name: string, read: Read<Row, string>, facets: Facets = {}): Property<Row> {
  return { name, kind: 'guid', facets, read };
}

/** Fields of the interface that the world has nothing for: there, and empty. */
export function emptyTexts<Row>(...names: readonly string[]): readonly Property<Row>[] {
  return names.map((name) => text<Row>(name, () => '', { display: 'UpperCase' }));
}
