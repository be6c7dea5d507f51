import type { Compilation } from './compilation';
import { isKnown } from './conjuncts';
import type { Frame } from './frame';
import type { Expression } from './syntax';
import type { SqlValue } from './values';

/** A column of a table that must equal one of some values known beforehand. */
export interface Pin {
  readonly column: string;
  readonly values: (frame: Frame) => readonly SqlValue[];
}

/** A table, and the tables whose rows are known by the time its own are read. */
export interface Place {
  readonly position: number;
  readonly placed: ReadonlySet<number>;
  readonly compilation: Compilation;
}

export function pinsIn(conjunct: Expression, place: Place): readonly Pin[] {
  if (conjunct.kind === 'among') return pinOf(conjunct.subject, conjunct.list, place);
  if (conjunct.kind === 'among-query') return pinByQuery(conjunct, place);
  if (conjunct.kind !== 'compare' || conjunct.operator !== '=') return [];
  const { left, right } = conjunct;
  return [...pinOf(left, [right], place), ...pinOf(right, [left], place)];
}

function pinOf(subject: Expression, values: readonly Expression[], place: Place): readonly Pin[] {
  const { compilation, placed } = place;
  const column = pinnable(subject, place);
  const known = values.every((value) => isKnown(value, compilation.scope, placed));
  if (column === undefined || !known) return [];
  const evaluated = values.map(compilation.value);
  return [{ column, values: (frame) => evaluated.map((evaluate) => evaluate(frame)) }];
}

/** A query that stands for itself is known before any row is. */
function pinByQuery({ subject, select }: Extract<Expression, { kind: 'among-query' }>, place: Place): readonly Pin[] {
  const column = pinnable(subject, place);
  if (column === undefined) return [];
  const query = place.compilation.prepare(select);
  return query.correlated ? [] : [{ column, values: (frame) => query.rows(frame).map(([value = null]) => value) }];
}

/** A column of this table; not a date, which a text can equal in many spellings, nor one compared as something else. */
function pinnable(subject: Expression, { position, compilation }: Place): string | undefined {
  if (subject.kind !== 'column') return undefined;
  const own = compilation.scope.own(subject.qualifier, subject.name);
  const isPlain = own?.column.type === 'number' || own?.column.type === 'text';
  return own?.position === position && isPlain && own.column.compared === undefined ? subject.name : undefined;
}
