import type { Evaluate, Frame, Test } from './frame';
import type { Scope } from './scope';
import type { Session } from './session';
import type { Expression, Select } from './syntax';
import type { SqlValue } from './values';

/** A query made ready: what it answers may depend on where the query around it stands. */
export interface PreparedQuery {
  readonly columns: readonly string[];
  /** It names columns of the query around it. */
  readonly correlated: boolean;
  readonly rows: (outer: Frame | undefined) => readonly (readonly SqlValue[])[];
}

/** What expressions of one query are compiled with; names that lead nowhere are found before any row is read. */
export interface Compilation {
  readonly scope: Scope;
  readonly session: Session;
  readonly value: (expression: Expression) => Evaluate;
  readonly test: (expression: Expression) => Test;
  readonly prepare: (select: Select) => PreparedQuery;
}

type Kind = Expression['kind'];

/** One function for each kind of expression it can be asked for. */
export type CompilersByKind<Result> = {
  readonly [K in Kind]?: (expression: Extract<Expression, { kind: K }>, compilation: Compilation) => Result;
};

export function compilerFor<Result>(
  compilers: CompilersByKind<Result>,
  { kind }: Expression,
): ((expression: Expression, compilation: Compilation) => Result) | undefined {
  return compilers[kind] as ((expression: Expression, compilation: Compilation) => Result) | undefined;
}
