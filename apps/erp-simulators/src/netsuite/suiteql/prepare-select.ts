import type { Compilation, PreparedQuery } from './compilation';
import { compileTest } from './compile-test';
import { compileValue } from './compile-value';
import type { Evaluate, Frame } from './frame';
import { grouping } from './grouping';
import { sorted } from './ordering';
import { outputColumns, type OutputColumn } from './output-columns';
import { relationOfQuery, type Relation } from './relation';
import { rowWalk } from './row-walk';
import { Scope } from './scope';
import type { Session } from './session';
import { SuiteqlError, unsupported } from './suiteql-error';
import type { Expression, FromItem, Select } from './syntax';
import { keyOf, SqlNumber, type SqlValue } from './values';

/** A statement made ready; pages are cut before their columns are worked out. */
export interface PreparedSelect extends PreparedQuery {
  readonly page: (cut: PageCut) => Page;
}

export interface PageCut {
  readonly offset: number;
  readonly count: number;
  /** How rows lie that the statement does not put in order. */
  readonly unordered: 'as-found' | 'reversed';
}

export interface Page {
  readonly total: number;
  readonly rows: readonly (readonly SqlValue[])[];
}

/** Compiles a query; everything that is wrong with it by itself shows here. */
export function prepareSelect(select: Select, session: Session, outer?: Scope): PreparedSelect {
  if (select.limit !== undefined && session.options.limitClause === 'refused') throw unsupported('LIMIT');
  const compilation = compilationOf(select, session, outer);
  const outputs = outputColumns(select, compilation);
  const orderBy = select.orderBy.map((ordering) => ({ ...ordering, expression: named(ordering.expression, outputs) }));
  const having = select.having === undefined ? [] : [select.having];
  const asked = [...outputs, ...orderBy].map(({ expression }) => expression);
  const groupFrames = grouping(select, [...asked, ...having], compilation);
  if (groupFrames === undefined && having.length > 0) throw unsupported('HAVING without GROUP BY');
  const walk = rowWalk(select, compilation);
  const values = outputs.map(({ expression }) => compilation.value(expression));
  const orderings = orderBy.map(({ expression, ...how }) => ({ ...how, value: compilation.value(expression) }));
  const wanted = having.map(compilation.test);
  const project = (frame: Frame): readonly SqlValue[] => values.map((value) => value(frame));
  const frames = (around: Frame | undefined, unordered: PageCut['unordered'] = 'as-found'): readonly Frame[] => {
    const found = walk(around);
    const walked = unordered === 'as-found' ? found : found.toReversed();
    const grouped = groupFrames === undefined ? walked : groupFrames(walked, around);
    const kept = grouped.filter((frame) => wanted.every((test) => test(frame) === true));
    const different = select.distinct ? distinct(kept, values) : kept;
    return limited(sorted(different, orderings, session), select.limit);
  };
  return prepared({ columns: outputs.map(({ name }) => name), scope: compilation.scope, frames, project });
}

interface PreparedParts {
  readonly columns: readonly string[];
  readonly scope: Scope;
  readonly frames: (outer: Frame | undefined, unordered?: PageCut['unordered']) => readonly Frame[];
  readonly project: (frame: Frame) => readonly SqlValue[];
}

/** What does not depend on the query around it is worked out once. */
function prepared({ columns, scope, frames, project }: PreparedParts): PreparedSelect {
  let known: readonly (readonly SqlValue[])[] | undefined;
  return {
    columns,
    correlated: scope.isCorrelated,
    rows: (outer) => {
      if (scope.isCorrelated) return frames(outer).map(project);
      known ??= frames(undefined).map(project);
      return known;
    },
    page: ({ offset, count, unordered }) => {
      const all = frames(undefined, unordered);
      return { total: all.length, rows: all.slice(offset, offset + count).map(project) };
    },
  };
}

function compilationOf({ from }: Select, session: Session, outer: Scope | undefined): Compilation {
  const entries = from.map((item) => ({ alias: item.alias, relation: relationOf(item, session) }));
  const scope = new Scope(entries, outer);
  const queries = new Map<Select, PreparedQuery>();
  const compilation: Compilation = {
    scope,
    session,
    value: (expression) => compileValue(expression, compilation),
    test: (expression) => compileTest(expression, compilation),
    prepare: (select) => {
      const query = queries.get(select) ?? prepareSelect(select, session, scope);
      queries.set(select, query);
      return query;
    },
  };
  return compilation;
}

function relationOf({ source, alias }: FromItem, session: Session): Relation {
  if ('select' in source) return relationOfQuery(alias, prepareSelect(source.select, session));
  const relation = session.table(source.table);
  if (relation === undefined) throw new SuiteqlError(`Invalid search type: ${source.table}.`);
  return relation;
}

/** `ORDER BY` may name a column of the answer, or count to it. */
function named(expression: Expression, outputs: readonly OutputColumn[]): Expression {
  if (expression.kind === 'column' && expression.qualifier === undefined) {
    return outputs.find(({ name }) => name === expression.name)?.expression ?? expression;
  }
  if (expression.kind !== 'literal' || !(expression.value instanceof SqlNumber)) return expression;
  const output = outputs[Number(expression.value.text) - 1];
  if (output === undefined) throw unsupported(`ORDER BY ${expression.value.text}`);
  return output.expression;
}

function distinct(frames: readonly Frame[], values: readonly Evaluate[]): readonly Frame[] {
  const byKey = new Map<string, Frame>();
  for (const frame of frames) {
    const key = JSON.stringify(values.map((value) => keyOf(value(frame))));
    if (!byKey.has(key)) byKey.set(key, frame);
  }
  return [...byKey.values()];
}

function limited(frames: readonly Frame[], limit: Select['limit']): readonly Frame[] {
  return limit === undefined ? frames : frames.slice(limit.offset, limit.offset + limit.count);
}
