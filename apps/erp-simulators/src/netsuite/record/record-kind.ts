import type { Decimal } from '@headwater/kernel';

export type FieldType = 'string' | 'number' | 'boolean' | 'date' | 'dateTime' | 'reference';

/** A field that points to another record. */
export interface ReferenceValue {
  readonly id: string;
  readonly refName: string;
  /** The record type it leads to; none for values of a fixed list, which have no record. */
  readonly record?: string;
}

/** Numbers are decimal texts until they are written; null leaves a field out. */
export type FieldValue = string | Decimal | boolean | ReferenceValue | null;

export interface NamedValue {
  readonly name: string;
  readonly type: FieldType;
  readonly value: FieldValue;
}

export interface SublistLine {
  /** The last part of the line's address. */
  readonly key: string;
  readonly values: readonly NamedValue[];
}

/** What hangs below a record and is a bare link unless it is asked for. */
export type Subresource =
  | { readonly kind: 'sublist'; readonly name: string; readonly lines: readonly SublistLine[] }
  | { readonly kind: 'subrecord'; readonly name: string; readonly values: readonly NamedValue[] };

export interface FieldFacts {
  readonly name: string;
  readonly type: FieldType;
}

/** One record, ready to be shown. */
export interface RecordView {
  readonly id: string;
  readonly value: (field: string) => FieldValue;
  readonly values: () => readonly NamedValue[];
  readonly subresources: () => readonly Subresource[];
}

/** A record type of the account. */
export interface RecordKind {
  /** As it is written in paths; the lower-case spelling works too. */
  readonly name: string;
  readonly fields: readonly FieldFacts[];
  readonly find: (id: string) => RecordView | undefined;
  readonly findExternal: (externalId: string) => RecordView | undefined;
  readonly all: () => readonly RecordView[];
}

export interface Field<Source> extends FieldFacts {
  readonly read: (source: Source) => FieldValue;
}

export interface KindParts<Source> {
  readonly name: string;
  readonly idOf: (source: Source) => string;
  readonly fields: readonly Field<Source>[];
  readonly subresources?: (source: Source) => readonly Subresource[];
  readonly find: (id: string) => Source | undefined;
  readonly findExternal?: (externalId: string) => Source | undefined;
  readonly all: () => readonly Source[];
}

export function recordKind<Source>(parts: KindParts<Source>): RecordKind {
  const { name, fields, idOf, subresources = () => [], findExternal = () => undefined } = parts;
  const byName = new Map(fields.map((field) => [field.name, field]));
  const view = (source: Source): RecordView => ({
    id: idOf(source),
    value: (field) => byName.get(field)?.read(source) ?? null,
    values: () => valuesOf(source, fields),
    subresources: () => subresources(source),
  });
  const viewed = (source: Source | undefined): RecordView | undefined =>
    source === undefined ? undefined : view(source);
  return {
    name,
    fields,
    find: (id) => viewed(parts.find(id)),
    findExternal: (externalId) => viewed(findExternal(externalId)),
    all: () => parts.all().map(view),
  };
}

export function valuesOf<Source>(source: Source, fields: readonly Field<Source>[]): readonly NamedValue[] {
  return fields.map(({ name, type, read }) => ({ name, type, value: read(source) }));
}

/** `field('tranId', 'string', …)`. */
export function field<Source>(name: string, type: FieldType, read: (source: Source) => FieldValue): Field<Source> {
  return { name, type, read };
}
