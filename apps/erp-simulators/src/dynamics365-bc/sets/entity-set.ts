import type { Entity, Row, Schema } from '../odata/entity';
import type { Pins } from '../odata/pins';
import type { Reading } from '../reading';

/** A named collection of one company. */
export interface EntitySet {
  readonly name: string;
  readonly schema: Schema;
  /** Every row that may fit the pins; the filter has the last word. */
  rows(reading: Reading, pins: Pins): readonly Row[];
}

export function entitySet<S>(
  name: string,
  entity: Entity<S>,
  sources: (reading: Reading, pins: Pins) => readonly S[],
): EntitySet {
  return { name, schema: entity.schema, rows: (reading, pins) => entity.rows(sources(reading, pins), reading) };
}
