import type { FixtureRow } from './fscm-fixtures';

/** As much of an OData filter as Dynamics 365 takes: comparisons, `and`, `or`, parentheses; no `in`, no functions. */
export type Condition = (row: FixtureRow) => boolean;

/** Compared with their qualified name alone. */
const ENUMERATIONS: ReadonlySet<string> = new Set(['SalesOrderStatus', 'SalesOrderLineStatus', 'OnHoldStatus']);

const TOKEN = /\s*(?:(\()|(\))|('(?:[^']|'')*')|([A-Za-z_][\w.]*'(?:[^']|'')*')|([^\s()']+))/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (match === null) throw new SyntaxError(`cannot read the filter: ${text}`);
    tokens.push(match[0].trim());
  }
  return tokens;
}

function wildcardMatch(value: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'isu').test(value);
}

function textOf(literal: string): string {
  return literal.slice(literal.indexOf("'") + 1, -1).replaceAll("''", "'");
}

function comparable(value: string): number {
  return Date.parse(value);
}

function compared(value: unknown, operator: string, literal: string): boolean {
  const isText = literal.endsWith("'");
  const own =
    typeof value === 'object' && value !== null ? String((value as { rawJSON?: unknown }).rawJSON) : String(value);
  if (isText && operator === 'eq') return wildcardMatch(own, textOf(literal));
  if (isText) throw new SyntaxError(`texts are only compared by eq: ${operator}`);
  const difference = comparable(own) - comparable(literal);
  if (Number.isNaN(difference)) throw new SyntaxError(`is not comparable: ${literal}`);
  const holds: Readonly<Record<string, boolean>> = {
    eq: difference === 0,
    ne: difference !== 0,
    gt: difference > 0,
    ge: difference >= 0,
    lt: difference < 0,
    le: difference <= 0,
  };
  const result = holds[operator];
  if (result === undefined) throw new SyntaxError(`the operator is not supported: ${operator}`);
  return result;
}

/** Throws `SyntaxError` for what Dynamics 365 would refuse; `fields` are those the entity has. */
export function conditionOf(text: string, fields: ReadonlySet<string>): Condition {
  const tokens = tokensOf(text);
  const take = (): string => tokens.shift() ?? '';

  function primary(): Condition {
    if (tokens[0] === '(') {
      take();
      const inner = either();
      if (take() !== ')') throw new SyntaxError('a parenthesis is not closed');
      return inner;
    }
    const [field, operator, literal] = [take(), take(), take()];
    if (ENUMERATIONS.has(field) && !/^[A-Za-z]/.test(literal)) throw new SyntaxError('incompatible types');
    if (!fields.has(field)) throw new SyntaxError(`Could not find a property named '${field}'`);
    return (row) => compared(row[field], operator, literal);
  }

  function both(): Condition {
    const parts = [primary()];
    while (tokens[0] === 'and') {
      take();
      parts.push(primary());
    }
    return (row) => parts.every((part) => part(row));
  }

  function either(): Condition {
    const parts = [both()];
    while (tokens[0] === 'or') {
      take();
      parts.push(both());
    }
    return (row) => parts.some((part) => part(row));
  }

  const condition = either();
  if (tokens.length > 0) throw new SyntaxError(`cannot read the filter from: ${tokens.join(' ')}`);
  return condition;
}
