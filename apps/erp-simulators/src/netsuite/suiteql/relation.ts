import { isDecimal } from '@headwater/kernel';
import { SqlDate, SqlNumber, sqlText, type SqlValue } from './values';

export type ColumnType = 'number' | 'text' | 'date' | 'instant';

/** A column of something that can be selected from. */
export interface RelationColumn {
  readonly type: ColumnType;
  readonly value: (row: unknown) => SqlValue;
  /** What `BUILTIN.DF` shows of it. */
  readonly display?: (row: unknown) => SqlValue;
  /** What it is in a comparison with `other`, where that is not what it selects as. */
  readonly compared?: (row: unknown, other: SqlValue) => SqlValue;
}

/** A table, or a query in the place of one. */
export interface Relation {
  readonly name: string;
  readonly columns: ReadonlyMap<string, RelationColumn>;
  readonly rows: () => Iterable<unknown>;
  /** Rows by the key of a column's value, for columns that are indexed. */
  readonly lookup: (column: string) => ((key: string) => readonly unknown[]) | undefined;
}

/** A column of a table whose rows are made of `Source`. */
export interface Column<Source> {
  readonly type: ColumnType;
  readonly read: (source: Source) => string | null;
  readonly display?: (source: Source) => string | null;
  readonly compared?: (source: Source, other: SqlValue) => string | null;
}

export interface TableParts<Source> {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column<Source>>>;
  readonly rows: () => Iterable<Source>;
  readonly lookups?: Readonly<Record<string, (key: string) => readonly Source[]>>;
}

/** Rows stay the things they are made of; a column's value is only worked out where a query asks for it. */
export function table<Source>({ name, columns, rows, lookups = {} }: TableParts<Source>): Relation {
  return {
    name,
    columns: new Map(Object.entries(columns).map(([column, parts]) => [column, relationColumn(parts)])),
    rows,
    lookup: (column) => lookups[column],
  };
}

function relationColumn<Source>({ type, read, display, compared }: Column<Source>): RelationColumn {
  const convert = CONVERSIONS[type];
  const value = (row: unknown): SqlValue => convert(read(row as Source));
  return {
    type,
    value,
    ...(display === undefined ? {} : { display: (row: unknown) => sqlText(display(row as Source)) }),
    ...(compared === undefined
      ? {}
      : { compared: (row: unknown, other: SqlValue) => convert(compared(row as Source, other)) }),
  };
}

const CONVERSIONS: Readonly<Record<ColumnType, (text: string | null) => SqlValue>> = {
  text: sqlText,
  number: (text) => (text === null ? null : new SqlNumber(numeric(text))),
  date: (text) => (text === null ? null : SqlDate.ofDay(text)),
  instant: (text) => (text === null ? null : SqlDate.ofInstant(text)),
};

function numeric(text: string): string {
  if (!isDecimal(text)) throw new RangeError(`${text} is not a number`);
  return text;
}

export function numberColumn<Source>(read: (source: Source) => string | null): Column<Source> {
  return { type: 'number', read };
}

export function textColumn<Source>(read: (source: Source) => string | null): Column<Source> {
  return { type: 'text', read };
}

/** A logical is `T` or `F`. */
export function flagColumn<Source>(read: (source: Source) => boolean): Column<Source> {
  return { type: 'text', read: (source) => (read(source) ? 'T' : 'F') };
}

export function dateColumn<Source>(read: (source: Source) => string | null): Column<Source> {
  return { type: 'date', read };
}

export function instantColumn<Source>(read: (source: Source) => string | null): Column<Source> {
  return { type: 'instant', read };
}

interface Reference {
  readonly id: string;
  readonly name: string;
}

/** The internal id of another record, which `BUILTIN.DF` shows by name. */
export function referenceColumn<Source>(read: (source: Source) => Reference | null): Column<Source> {
  return {
    type: 'number',
    read: (source) => read(source)?.id ?? null,
    display: (source) => read(source)?.name ?? null,
  };
}

interface QueryRows {
  readonly columns: readonly string[];
  readonly rows: (outer: undefined) => Iterable<readonly SqlValue[]>;
}

/** A query in the place of a table: its columns are what it selects. */
export function relationOfQuery(name: string, { columns, rows }: QueryRows): Relation {
  const positions = columns.map((column, at): readonly [string, RelationColumn] => [
    column,
    { type: 'text', value: (row) => (row as readonly SqlValue[])[at] ?? null },
  ]);
  return { name, columns: new Map(positions), rows: () => rows(undefined), lookup: () => undefined };
}
