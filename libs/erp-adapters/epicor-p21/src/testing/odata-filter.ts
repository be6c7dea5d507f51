import { type FixtureRow, plainValue } from './p21-fixtures';

/** A condition the little OData of the tests understands, or a refusal as Prophet 21 words it. */
export class ODataRefusal extends Error {}

type Condition = (row: FixtureRow) => boolean;
type Types = Readonly<Record<string, string>>;

const TOKENS = /\s*(?:(\(|\)|,)|('(?:[^']|'')*')|(\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*))/y;

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < text.length) {
    const match = TOKENS.exec(text);
    if (match === null) throw new ODataRefusal('');
    tokens.push(match[0].trim());
  }
  return tokens;
}

const OPERATORS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

/** SQL Server compares texts without case. */
function compareValues(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).trim().toLowerCase().localeCompare(String(right).toLowerCase(), 'en');
}

class FilterReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly types: Types,
  ) {}

  whole(): Condition {
    const condition = this.or();
    if (this.at < this.tokens.length) throw new ODataRefusal('');
    return condition;
  }

  private take(): string {
    this.at += 1;
    return this.tokens[this.at - 1] ?? '';
  }

  private accepts(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private or(): Condition {
    const parts = [this.and()];
    while (this.accepts('or')) parts.push(this.and());
    return (row) => parts.some((part) => part(row));
  }

  private and(): Condition {
    const parts = [this.single()];
    while (this.accepts('and')) parts.push(this.single());
    return (row) => parts.every((part) => part(row));
  }

  private single(): Condition {
    if (this.accepts('(')) {
      const inner = this.or();
      if (!this.accepts(')')) throw new ODataRefusal('');
      return inner;
    }
    const word = this.take();
    if (word === 'contains' || word === 'startswith') return this.textTest(word);
    const operator = OPERATORS[this.take()];
    if (operator === undefined) throw new ODataRefusal('');
    return this.comparison(word, operator);
  }

  private typeOf(column: string): string {
    const type = this.types[column];
    if (type === undefined) throw new ODataRefusal(`Could not find a property named '${column}' on type 'dbo.x'`);
    return type;
  }

  private textTest(word: 'contains' | 'startswith'): Condition {
    this.accepts('(');
    const column = this.take();
    this.typeOf(column);
    this.accepts(',');
    const text = this.text(this.take()).toLowerCase();
    this.accepts(')');
    return (row) => {
      const value = String(plainValue(row[column]) ?? '').toLowerCase();
      return word === 'contains' ? value.includes(text) : value.startsWith(text);
    };
  }

  private text(token: string): string {
    if (!token.startsWith("'")) throw new ODataRefusal("A binary operator with incompatible types 'Edm.String'");
    return token.slice(1, -1).replaceAll("''", "'");
  }

  private comparison(column: string, operator: (order: number) => boolean): Condition {
    const type = this.typeOf(column);
    const token = this.take();
    const literal = this.literal(type, token);
    return (row) => {
      const value = plainValue(row[column]);
      if (value === null) return false;
      return operator(compareValues(type === 'Edm.DateTimeOffset' ? Date.parse(String(value)) : value, literal));
    };
  }

  private literal(type: string, token: string): string | number {
    if (type === 'Edm.String') return this.text(token);
    const isDate = /^\d{4}-\d{2}-\d{2}/.test(token);
    if (token.startsWith("'") || isDate !== (type === 'Edm.DateTimeOffset')) {
      throw new ODataRefusal(
        `A binary operator with incompatible types was detected. Found 'Edm.String' and '${type}'`,
      );
    }
    return isDate ? Date.parse(token) : Number(token);
  }
}

/** Throws `ODataRefusal` for unknown columns, literals of the wrong type and anything it does not understand. */
export function conditionOf(filter: string, types: Types): Condition {
  return new FilterReader(tokensOf(filter), types).whole();
}
