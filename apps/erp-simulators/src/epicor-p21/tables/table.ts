import type { Cell, Column, ColumnShape, Scene } from './column';

/** Tables and views are two surfaces: neither shows what belongs to the other. */
export type Surface = 'table' | 'view';

/** The values a filter pins a column to; undefined where it leaves it free. */
export type Pins = (column: string) => ReadonlySet<string> | undefined;

export interface Row {
  read(column: string): Cell;
}

export interface P21Table {
  readonly surface: Surface;
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: ReadonlyMap<string, ColumnShape>;
  /** Makes rows in key order, as few as the pins allow. */
  rows(scene: Scene, pins: Pins): readonly Row[];
}

export interface TableParts<E> {
  readonly surface: Surface;
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly Column<E>[];
  readonly entities: (scene: Scene, pins: Pins) => readonly E[];
}

export function tableOf<E>({ columns, entities, ...parts }: TableParts<E>): P21Table {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return {
    ...parts,
    columns: byName,
    rows: (scene, pins) =>
      entities(scene, pins).map((entity) => ({
        read: (name) => byName.get(name)?.read(entity, scene) ?? null,
      })),
  };
}

/** The same without some columns, as on a release or a site that lacks them. */
export function withoutColumns(table: P21Table, missing: ReadonlySet<string>): P21Table {
  const columns = new Map([...table.columns].filter(([name]) => !missing.has(`${table.name}.${name}`)));
  return columns.size === table.columns.size ? table : { ...table, columns };
}

/** Things by their pinned keys, or all of them; two spellings of a key still mean one thing. */
export function chosen<T>(
  keys: ReadonlySet<string> | undefined,
  get: (key: string) => T | undefined,
  all: () => readonly T[],
): readonly T[] {
  return keys === undefined ? all() : [...new Set([...keys].flatMap((key) => get(key) ?? []))];
}
