import { AGGREGATES } from './aggregates';
import { arithmetic, negative } from './arithmetic';
import { isConstant } from './conjuncts';
import { compilerFor, type Compilation, type CompilersByKind } from './compilation';
import type { Evaluate, Frame } from './frame';
import { asNumber, FUNCTIONS } from './functions';
import type { RelationColumn } from './relation';
import { SuiteqlError, unsupported } from './suiteql-error';
import type { Call, ColumnName, Expression, Select } from './syntax';
import { sqlNumber, type SqlValue } from './values';

const COMPILERS: CompilersByKind<Evaluate> = {
  literal:
    ({ value }) =>
    () =>
      value,
  parameter: ({ position }, { session }) => {
    const value = session.parameters[position] ?? null;
    return () => value;
  },
  rownum: () => (frame) => sqlNumber(frame.rownum),
  column: (expression, compilation) => compileColumn(expression, compilation).value,
  call: compileCall,
  negative: ({ inner }, { session, value }) => {
    const number = value(inner);
    return (frame) => negative(asNumber(number(frame), session));
  },
  arithmetic: ({ operator, left, right }, { session, value }) => {
    const [first, second] = [value(left), value(right)];
    const operation = arithmetic(operator, session);
    return (frame) => operation(first(frame), second(frame));
  },
  case: compileCase,
  query: ({ select }, compilation) => compileSingle(select, compilation),
};

export function compileValue(expression: Expression, compilation: Compilation): Evaluate {
  const compile = compilerFor(COMPILERS, expression);
  if (compile === undefined) throw unsupported('a condition in the place of a value');
  const evaluate = compile(expression, compilation);
  return expression.kind === 'call' && isConstant(expression) ? once(evaluate) : evaluate;
}

/** `TO_DATE('2026-01-31', 'YYYY-MM-DD')` is read once, not for each row. */
function once(evaluate: Evaluate): Evaluate {
  let known: { readonly value: SqlValue } | undefined;
  return (frame) => (known ??= { value: evaluate(frame) }).value;
}

export interface CompiledColumn {
  readonly value: Evaluate;
  readonly display: Evaluate | undefined;
  /** In a comparison with `other`, where a column is not compared as what it selects as. */
  readonly compared: ((frame: Frame, other: SqlValue) => SqlValue) | undefined;
}

export function compileColumn(expression: ColumnName, { scope }: Pick<Compilation, 'scope'>): CompiledColumn {
  const { out, position, column } = scope.resolve(expression);
  const rowIn = rowReader(out, position);
  const reading = (read: RelationColumn['value'] | undefined): Evaluate | undefined =>
    read === undefined ? undefined : (frame) => onRow(rowIn(frame), read);
  const { compared } = column;
  return {
    value: (frame) => onRow(rowIn(frame), column.value),
    display: reading(column.display),
    compared: compared === undefined ? undefined : (frame, other) => onRow(rowIn(frame), (row) => compared(row, other)),
  };
}

/** An outer join that found nothing has no row, and its columns no values. */
function onRow(row: unknown, read: (row: unknown) => SqlValue): SqlValue {
  return row === null || row === undefined ? null : read(row);
}

function rowReader(out: number, position: number): (frame: Frame) => unknown {
  if (out === 0) return (frame) => frame.rows[position];
  return (frame) => {
    let at: Frame | undefined = frame;
    for (let steps = 0; steps < out; steps += 1) at = at?.outer;
    return at?.rows[position];
  };
}

function compileCall(call: Call, compilation: Compilation): Evaluate {
  if (call.name === 'BUILTIN.DF') return compileDisplay(call, compilation);
  if (AGGREGATES.has(call.name)) return aggregateOf(call);
  const facts = FUNCTIONS[call.name];
  if (facts === undefined || call.distinct) throw new SuiteqlError(`Unknown function '${call.name}'.`);
  const [least, most] = facts.takes;
  if (call.arguments.length < least || call.arguments.length > most) throw unsupported(`arguments of ${call.name}`);
  const values = call.arguments.map(compilation.value);
  const { session } = compilation;
  return (frame) =>
    facts.apply(
      values.map((value) => value(frame)),
      session,
    );
}

/** Worked out for a whole group before any expression is asked for its value. */
function aggregateOf(call: Call): Evaluate {
  return (frame) => {
    if (frame.aggregates === undefined) throw unsupported(`${call.name} in this place`);
    return frame.aggregates.get(call) ?? null;
  };
}

/** The display text of a column; of what has none, the value itself. */
function compileDisplay({ arguments: [argument, ...more] }: Call, compilation: Compilation): Evaluate {
  if (argument === undefined || more.length > 0) throw unsupported('arguments of BUILTIN.DF');
  if (argument.kind !== 'column') return compilation.value(argument);
  const { display, value } = compileColumn(argument, compilation);
  return display ?? value;
}

function compileCase(
  { branches, otherwise }: Extract<Expression, { kind: 'case' }>,
  { test, value }: Compilation,
): Evaluate {
  const compiled = branches.map(({ when, then }) => ({ when: test(when), then: value(then) }));
  const last = otherwise === undefined ? (): SqlValue => null : value(otherwise);
  return (frame) => (compiled.find(({ when }) => when(frame) === true)?.then ?? last)(frame);
}

/** A query as a value has one column, and at most one row. */
function compileSingle(select: Select, { prepare }: Compilation): Evaluate {
  const query = prepare(select);
  if (query.columns.length !== 1) throw unsupported('a query of several columns in the place of a value');
  return (frame) => {
    const [first, ...more] = query.rows(frame);
    if (more.length > 0) throw new SuiteqlError('single-row subquery returns more than one row');
    return first?.[0] ?? null;
  };
}
