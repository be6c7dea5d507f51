import { aggregation } from './aggregates';
import type { Compilation } from './compilation';
import { isAggregate, partsOf } from './conjuncts';
import type { Evaluate, Frame } from './frame';
import { SuiteqlError, unsupported } from './suiteql-error';
import type { Call, Expression, Select } from './syntax';
import { keyOf, sqlNumber, type SqlValue } from './values';

/** Turns the rows of a query into one frame for each group. */
export type GroupFrames = (frames: readonly Frame[], outer: Frame | undefined) => readonly Frame[];

/** Undefined for a query that does not group. `expressions` are all that are asked of a group. */
export function grouping(
  { groupBy, from }: Select,
  expressions: readonly Expression[],
  compilation: Compilation,
): GroupFrames | undefined {
  const calls = expressions.flatMap(aggregatesIn);
  if (groupBy.length === 0 && calls.length === 0) return undefined;
  const known = new Set(groupBy.map(spelling));
  for (const expression of expressions) refuseUngrouped(expression, known);
  const keys = groupBy.map(compilation.value);
  const aggregates = calls.map((call) => compiledAggregate(call, compilation));
  const nothing = from.map(() => null);
  return (frames, outer) => {
    const groups = Map.groupBy(frames, (frame) => JSON.stringify(keys.map((key) => keyOf(key(frame)))));
    // Without GROUP BY there is one group, even of no rows.
    if (groupBy.length === 0 && groups.size === 0) groups.set('', []);
    return [...groups.values()].map((group) => {
      const first = group[0] ?? { rows: nothing, outer, rownum: 0, aggregates: undefined };
      return { ...first, aggregates: new Map(aggregates.map(({ call, over }) => [call, over(group)])) };
    });
  };
}

interface CompiledAggregate {
  readonly call: Call;
  readonly over: (group: readonly Frame[]) => SqlValue;
}

function compiledAggregate(call: Call, compilation: Compilation): CompiledAggregate {
  const [argument, ...more] = call.arguments;
  if (argument === undefined || more.length > 0) throw unsupported(`arguments of ${call.name}`);
  const value: Evaluate = argument.kind === 'all' ? () => sqlNumber(1) : compilation.value(argument);
  return {
    call,
    over: (group) => {
      const running = aggregation(call.name, call.distinct ? 'distinct' : 'all', compilation.session);
      for (const frame of group) running.add(value(frame));
      return running.result();
    },
  };
}

function aggregatesIn(expression: Expression): readonly Call[] {
  if (isAggregate(expression)) return [expression];
  return partsOf(expression).flatMap(aggregatesIn);
}

/** Of a group only what all its rows share can be asked, or an aggregate. */
function refuseUngrouped(expression: Expression, known: ReadonlySet<string>): void {
  if (known.has(spelling(expression)) || isAggregate(expression)) return;
  if (expression.kind === 'column') throw new SuiteqlError(`'${expression.name}' is not a GROUP BY expression.`);
  for (const part of partsOf(expression)) refuseUngrouped(part, known);
}

function spelling(expression: Expression): string {
  return JSON.stringify(expression);
}
