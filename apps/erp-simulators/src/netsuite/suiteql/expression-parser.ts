import { unsupported } from './suiteql-error';
import type { Arithmetic, CaseBranch, Comparison, Expression } from './syntax';
import type { TokenReader } from './token-reader';
import { numberIn, sqlText } from './values';

export function parseExpression(reader: TokenReader): Expression {
  let left = both(reader);
  while (reader.takesWords('OR')) left = { kind: 'or', left, right: both(reader) };
  return left;
}

function both(reader: TokenReader): Expression {
  let left = negated(reader);
  while (reader.takesWords('AND')) left = { kind: 'and', left, right: negated(reader) };
  return left;
}

function negated(reader: TokenReader): Expression {
  return reader.takesWords('NOT') ? { kind: 'not', inner: negated(reader) } : condition(reader);
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function condition(reader: TokenReader): Expression {
  const left = sum(reader);
  const token = reader.peek();
  const operator = token?.kind === 'symbol' ? COMPARISONS[token.text] : undefined;
  if (operator !== undefined) {
    reader.next();
    return { kind: 'compare', operator, left, right: sum(reader) };
  }
  if (reader.takesWords('IS', 'NOT', 'NULL')) return { kind: 'not', inner: { kind: 'missing', subject: left } };
  if (reader.takesWords('IS', 'NULL')) return { kind: 'missing', subject: left };
  if (reader.takesWords('NOT')) return { kind: 'not', inner: wordCondition(reader, left) ?? failed(reader) };
  return wordCondition(reader, left) ?? left;
}

/** `IN`, `LIKE`, `BETWEEN`; undefined where none follows. */
function wordCondition(reader: TokenReader, subject: Expression): Expression | undefined {
  if (reader.takesWords('IN')) return among(reader, subject);
  if (reader.takesWords('LIKE')) {
    const pattern = sum(reader);
    return { kind: 'like', subject, pattern, escape: reader.takesWords('ESCAPE') ? sum(reader) : undefined };
  }
  if (!reader.takesWords('BETWEEN')) return undefined;
  const from = sum(reader);
  reader.expectWord('AND');
  return {
    kind: 'and',
    left: { kind: 'compare', operator: '>=', left: subject, right: from },
    right: { kind: 'compare', operator: '<=', left: subject, right: sum(reader) },
  };
}

function among(reader: TokenReader, subject: Expression): Expression {
  reader.expectSymbol('(');
  if (reader.isWord('SELECT')) {
    const select = reader.select(reader);
    reader.expectSymbol(')');
    return { kind: 'among-query', subject, select };
  }
  const list = reader.list(() => sum(reader));
  reader.expectSymbol(')');
  return { kind: 'among', subject, list };
}

function sum(reader: TokenReader): Expression {
  return leftToRight(reader, ['+', '-', '||'], product);
}

function product(reader: TokenReader): Expression {
  return leftToRight(reader, ['*', '/'], signed);
}

function leftToRight(
  reader: TokenReader,
  operators: readonly Arithmetic[],
  operand: (reader: TokenReader) => Expression,
): Expression {
  let left = operand(reader);
  for (;;) {
    const operator = operators.find((symbol) => reader.takesSymbol(symbol));
    if (operator === undefined) return left;
    left = { kind: 'arithmetic', operator, left, right: operand(reader) };
  }
}

function signed(reader: TokenReader): Expression {
  if (reader.takesSymbol('-')) return { kind: 'negative', inner: signed(reader) };
  return reader.takesSymbol('+') ? signed(reader) : primary(reader);
}

function primary(reader: TokenReader): Expression {
  if (reader.takesSymbol('?')) return { kind: 'parameter', position: reader.nextParameter() };
  if (reader.takesSymbol('(')) return enclosed(reader);
  const token = reader.peek();
  if (token?.kind === 'text') return { kind: 'literal', value: sqlText(reader.next().text) };
  if (token?.kind === 'number') return { kind: 'literal', value: numberIn(reader.next().text) ?? failed(reader) };
  if (reader.takesWords('NULL')) return { kind: 'literal', value: null };
  if (reader.takesWords('CASE')) return cases(reader);
  if (reader.takesWords('EXISTS')) {
    reader.expectSymbol('(');
    const select = reader.select(reader);
    reader.expectSymbol(')');
    return { kind: 'exists', select };
  }
  return named(reader);
}

function enclosed(reader: TokenReader): Expression {
  const inner: Expression = reader.isWord('SELECT')
    ? { kind: 'query', select: reader.select(reader) }
    : parseExpression(reader);
  reader.expectSymbol(')');
  return inner;
}

/** With a subject each branch compares to it, without one each branch is a condition. */
function cases(reader: TokenReader): Expression {
  const subject = reader.isWord('WHEN') ? undefined : sum(reader);
  const branches: CaseBranch[] = [];
  while (reader.takesWords('WHEN')) {
    const tested = parseExpression(reader);
    const when: Expression =
      subject === undefined ? tested : { kind: 'compare', operator: '=', left: subject, right: tested };
    reader.expectWord('THEN');
    branches.push({ when, then: sum(reader) });
  }
  const otherwise = reader.takesWords('ELSE') ? sum(reader) : undefined;
  reader.expectWord('END');
  if (branches.length === 0) throw unsupported('CASE without WHEN');
  return { kind: 'case', branches, otherwise };
}

/** A column, a pseudo column or a call. */
function named(reader: TokenReader): Expression {
  const first = reader.expectName();
  const second = reader.takesSymbol('.') ? reader.expectName() : undefined;
  const name = (second === undefined ? first : `${first}.${second}`).toUpperCase();
  if (reader.takesSymbol('(')) return call(reader, name);
  if (name === 'ROWNUM') return { kind: 'rownum' };
  if (name === 'SYSDATE' || name === 'CURRENT_DATE') {
    return { kind: 'call', name: 'SYSDATE', distinct: false, arguments: [] };
  }
  return second === undefined
    ? { kind: 'column', qualifier: undefined, name: first }
    : { kind: 'column', qualifier: first, name: second };
}

function call(reader: TokenReader, name: string): Expression {
  const distinct = reader.takesWords('DISTINCT');
  if (reader.takesSymbol(')')) return { kind: 'call', name, distinct, arguments: [] };
  const list: readonly Expression[] =
    name === 'COUNT' && reader.takesSymbol('*') ? [{ kind: 'all' }] : reader.list(() => parseExpression(reader));
  reader.expectSymbol(')');
  return { kind: 'call', name, distinct, arguments: list };
}

function failed(reader: TokenReader): never {
  throw reader.unexpected();
}
