import type { FscmOptions } from '../options';
import type { Context, EntitySet, Navigation, Property, Row, Scan } from './schema';
import { ExactNumber, type EdmValue } from './value';

export interface EntitySetSpec<S> {
  readonly name: string;
  readonly entity: string;
  readonly table: string;
  readonly key: readonly string[];
  readonly properties: readonly Property<S>[];
  readonly navigations?: readonly Navigation<S>[];
  /** What the rows are made of, in the order of the key. */
  readonly find: (scan: Scan) => Iterable<S>;
  /** Rises with each change. */
  readonly version?: (source: S) => number;
}

export interface TypedEntitySet<S> extends EntitySet {
  row(source: S, context: Context): Row;
}

export function entitySet<S>(spec: EntitySetSpec<S>, options: FscmOptions): TypedEntitySet<S> {
  const properties = spec.properties.filter(
    ({ name, undocumented }) =>
      undocumented !== true || options.undocumentedColumns === 'present' || spec.key.includes(name),
  );
  const byName = new Map(properties.map((property) => [property.name, property]));
  const shape: RowShape<S> = { spec, byName };
  const row = (source: S, context: Context): Row => new EntityRow(shape, source, context);
  return {
    name: spec.name,
    entity: spec.entity,
    table: spec.table,
    key: spec.key,
    properties,
    navigations: spec.navigations ?? [],
    property: (name) => byName.get(name),
    row,
    rows: (scan) => rowsOf(spec.find(scan), (source) => row(source, scan)),
  };
}

function* rowsOf<S>(sources: Iterable<S>, row: (source: S) => Row): Iterable<Row> {
  for (const source of sources) yield row(source);
}

interface RowShape<S> {
  readonly spec: EntitySetSpec<S>;
  readonly byName: ReadonlyMap<string, Property<S>>;
}

/** Columns are read when asked for: a list of orders filters by two of fifty. */
class EntityRow<S> implements Row {
  constructor(
    private readonly shape: RowShape<S>,
    private readonly source: S,
    private readonly context: Context,
  ) {}

  value(name: string): EdmValue {
    const property = this.shape.byName.get(name);
    if (property === undefined) throw new RangeError(`${this.shape.spec.name} has no column ${name}`);
    return property.of(this.source, this.context);
  }

  related(name: string): readonly Row[] {
    const navigation = this.shape.spec.navigations?.find((candidate) => candidate.name === name);
    if (navigation === undefined) throw new RangeError(`${this.shape.spec.name} has no navigation ${name}`);
    return navigation.rows(this.source, this.context);
  }

  /** Weak; base64 of the record's version and id in single quotes. */
  etag(): string {
    const { spec } = this.shape;
    const key = spec.key.map((name) => textOf(this.value(name))).join('|');
    const pair = `'${spec.version?.(this.source) ?? 1},${recordId(`${spec.table}|${key}`)}'`;
    return `W/"${Buffer.from(pair).toString('base64')}"`;
  }
}

export function textOf(value: EdmValue): string {
  return value instanceof ExactNumber ? value.text : value;
}

/** Record ids of a table begin where those of the ERP do. */
export function recordId(key: string): bigint {
  let state = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) state = Math.imul(state ^ key.charCodeAt(at), 0x01000193);
  return 5_637_144_576n + BigInt(state >>> 0);
}
