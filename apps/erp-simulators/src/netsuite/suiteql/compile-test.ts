import { comparison } from './comparing';
import { compilerFor, type Compilation, type CompilersByKind } from './compilation';
import { compileColumn } from './compile-value';
import type { Frame, Test } from './frame';
import { textOf } from './functions';
import { likePattern } from './like';
import { isConstant } from './conjuncts';
import { heldAmong, membership } from './membership';
import { unsupported } from './suiteql-error';
import type { Expression } from './syntax';
import type { SqlValue, Truth } from './values';

const COMPILERS: CompilersByKind<Test> = {
  and: ({ left, right }, { test }) => {
    const [first, second] = [test(left), test(right)];
    return (frame) => and(first(frame), () => second(frame));
  },
  or: ({ left, right }, { test }) => {
    const [first, second] = [test(left), test(right)];
    return (frame) => not(and(not(first(frame)), () => not(second(frame))));
  },
  not: ({ inner }, { test }) => {
    const tested = test(inner);
    return (frame) => not(tested(frame));
  },
  missing: ({ subject }, { value }) => {
    const tested = value(subject);
    return (frame) => tested(frame) === null;
  },
  compare: compileComparison,
  like: compileLike,
  among: compileAmong,
  'among-query': compileAmongQuery,
  exists: ({ select }, { prepare }) => {
    const query = prepare(select);
    return (frame) => query.rows(frame).length > 0;
  },
};

export function compileTest(expression: Expression, compilation: Compilation): Test {
  const compile = compilerFor(COMPILERS, expression);
  if (compile === undefined) throw unsupported('a value in the place of a condition');
  return compile(expression, compilation);
}

/** The second is only asked where the first does not decide. */
function and(first: Truth, second: () => Truth): Truth {
  if (first === false) return false;
  const other = second();
  if (other === false) return false;
  return first === null || other === null ? null : true;
}

function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

/** One side of a comparison: what a status compares as depends on the other side. */
function operandOf(expression: Expression, compilation: Compilation): (frame: Frame, other: SqlValue) => SqlValue {
  const plain = compilation.value(expression);
  const compared = expression.kind === 'column' ? compileColumn(expression, compilation).compared : undefined;
  return compared ?? ((frame) => plain(frame));
}

function compileComparison(
  { operator, left, right }: Extract<Expression, { kind: 'compare' }>,
  compilation: Compilation,
): Test {
  const compare = comparison(operator, compilation.session);
  const [plain, first, second] = [compilation.value(left), operandOf(left, compilation), operandOf(right, compilation)];
  return (frame) => {
    const other = second(frame, plain(frame));
    return compare(first(frame, other), other);
  };
}

function compileAmong({ subject, list }: Extract<Expression, { kind: 'among' }>, compilation: Compilation): Test {
  const { session } = compilation;
  const { mostInList } = session.options;
  if (list.length > mostInList) throw unsupported(`more than ${mostInList} expressions in a list`);
  const operand = operandOf(subject, compilation);
  const elements = list.map((element) => compilation.value(element));
  if (!list.every(isConstant)) {
    return (frame) => {
      const values = elements.map((element) => element(frame));
      return heldAmong(values, (other) => operand(frame, other), session);
    };
  }
  const holds = membership(
    elements.map((element) => element(NOWHERE)),
    session,
  );
  return (frame) => holds((other) => operand(frame, other));
}

/** Where constants are evaluated. */
const NOWHERE: Frame = { rows: [], outer: undefined, rownum: 0, aggregates: undefined };

function compileLike(
  { subject, pattern, escape }: Extract<Expression, { kind: 'like' }>,
  compilation: Compilation,
): Test {
  const { session, value } = compilation;
  const operand = operandOf(subject, compilation);
  const [wanted, escaping] = [value(pattern), escape === undefined ? (): SqlValue => null : value(escape)];
  const patterns = new Map<string, RegExp>();
  return (frame) => {
    const like = textOf(wanted(frame), session);
    const text = like === null ? null : textOf(operand(frame, like), session);
    if (like === null || text === null) return null;
    const character = textOf(escaping(frame), session) ?? undefined;
    const key = `${character ?? ''} ${like}`;
    const known = patterns.get(key) ?? likePattern(like, character);
    patterns.set(key, known);
    return known.test(text);
  };
}

function compileAmongQuery(
  { subject, select }: Extract<Expression, { kind: 'among-query' }>,
  compilation: Compilation,
): Test {
  const query = compilation.prepare(select);
  if (query.columns.length !== 1) throw unsupported('a list of several columns');
  const operand = operandOf(subject, compilation);
  const listFor = (frame: Frame): ReturnType<typeof membership> =>
    membership(
      query.rows(frame).map(([value = null]) => value),
      compilation.session,
    );
  let shared: ReturnType<typeof membership> | undefined;
  return (frame) => {
    const holds = query.correlated ? listFor(frame) : (shared ??= listFor(frame));
    return holds((other) => operand(frame, other));
  };
}
