import { parseExpression } from './expression-parser';
import { tokensOf } from './lexer';
import { unsupported } from './suiteql-error';
import type { FromItem, Join, Ordering, Select, SelectItem } from './syntax';
import { TokenReader } from './token-reader';

export interface Statement {
  readonly select: Select;
  /** How many `?` it holds. */
  readonly parameters: number;
}

export function parseStatement(text: string): Statement {
  const reader = new TokenReader(tokensOf(text), parseSelect);
  const select = parseSelect(reader);
  reader.expectEnd();
  return { select, parameters: reader.parameterCount };
}

function parseSelect(reader: TokenReader): Select {
  reader.expectWord('SELECT');
  const distinct = reader.takesWords('DISTINCT');
  const items = reader.list(() => selectItem(reader));
  reader.expectWord('FROM');
  const from = fromItems(reader);
  const where = reader.takesWords('WHERE') ? parseExpression(reader) : undefined;
  const groupBy = reader.takesWords('GROUP', 'BY') ? reader.list(() => parseExpression(reader)) : [];
  const having = reader.takesWords('HAVING') ? parseExpression(reader) : undefined;
  const orderBy = reader.takesWords('ORDER', 'BY') ? reader.list(() => ordering(reader)) : [];
  const limit = reader.takesWords('LIMIT')
    ? { count: wholeNumber(reader), offset: reader.takesWords('OFFSET') ? wholeNumber(reader) : 0 }
    : undefined;
  return { distinct, items, from, where, groupBy, having, orderBy, limit };
}

function selectItem(reader: TokenReader): SelectItem {
  if (reader.takesSymbol('*')) return { kind: 'everything', qualifier: undefined };
  if (reader.isSymbol('.', 1) && reader.isSymbol('*', 2)) {
    const qualifier = reader.expectName();
    reader.expectSymbol('.');
    reader.expectSymbol('*');
    return { kind: 'everything', qualifier };
  }
  const expression = parseExpression(reader);
  const alias = reader.takesWords('AS') ? reader.expectName() : reader.takesName();
  return { kind: 'expression', expression, alias };
}

/** Tables separated by commas are joined without a condition; those after `JOIN` have one. */
function fromItems(reader: TokenReader): readonly FromItem[] {
  const items = [fromItem(reader, 'first')];
  for (;;) {
    if (reader.takesSymbol(',') || reader.takesWords('CROSS', 'JOIN')) {
      items.push(fromItem(reader, 'inner'));
      continue;
    }
    const join = joinAt(reader);
    if (join === undefined) return items;
    const item = fromItem(reader, join);
    reader.expectWord('ON');
    items.push({ ...item, on: parseExpression(reader) });
  }
}

function joinAt(reader: TokenReader): Join | undefined {
  if (reader.isWord('RIGHT') || reader.isWord('FULL')) throw unsupported('this kind of join');
  if (reader.takesWords('LEFT', 'OUTER', 'JOIN') || reader.takesWords('LEFT', 'JOIN')) return 'left';
  return reader.takesWords('INNER', 'JOIN') || reader.takesWords('JOIN') ? 'inner' : undefined;
}

function fromItem(reader: TokenReader, join: Join): FromItem {
  if (reader.takesSymbol('(')) {
    const select = parseSelect(reader);
    reader.expectSymbol(')');
    reader.takesWords('AS');
    return { source: { select }, alias: reader.takesName() ?? '', join, on: undefined };
  }
  const table = reader.expectName();
  const alias = reader.takesWords('AS') ? reader.expectName() : (reader.takesName() ?? table);
  return { source: { table }, alias, join, on: undefined };
}

function ordering(reader: TokenReader): Ordering {
  const expression = parseExpression(reader);
  const descending = reader.takesWords('DESC');
  if (!descending) reader.takesWords('ASC');
  const direction = descending ? 'descending' : 'ascending';
  if (reader.takesWords('NULLS', 'FIRST')) return { expression, direction, missing: 'first' };
  if (reader.takesWords('NULLS', 'LAST')) return { expression, direction, missing: 'last' };
  return { expression, direction, missing: descending ? 'first' : 'last' };
}

function wholeNumber(reader: TokenReader): number {
  const token = reader.next();
  if (token.kind !== 'number' || !/^\d+$/.test(token.text)) throw unsupported(`number of rows ${token.text}`);
  return Number(token.text);
}
