import type { BcRow } from './bc-fixtures';

type Condition = { readonly fields: readonly string[]; readonly holds: (row: BcRow) => boolean };

/** Thrown for what Business Central answers with 400. */
export class RefusedFilter extends Error {
  override readonly name = 'RefusedFilter';
}

const TOKEN = /'(?:[^']|'')*'|[(),]|[^\s(),]+/g;

/** Parameters of a set rather than fields of its rows. */
const PARAMETERS = new Set(['quantity', 'date']);

function textOf(value: unknown): string {
  const plain = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  return plain.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Reads a `$filter` the way Business Central does: OR only within one field, no lambdas, no `in`. */
class FilterReading {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly nested: 'accepted' | 'refused',
  ) {}

  whole(): Condition {
    const condition = this.either();
    if (this.at < this.tokens.length) throw new RefusedFilter(`left over: ${this.tokens[this.at] ?? ''}`);
    return condition;
  }

  private take(expected?: string): string {
    const token = this.tokens[this.at] ?? '';
    if (token === '' || (expected !== undefined && token !== expected))
      throw new RefusedFilter(`no ${expected ?? 'token'}`);
    this.at += 1;
    return token;
  }

  private either(): Condition {
    const parts = [this.both()];
    while (this.tokens[this.at] === 'or') {
      this.at += 1;
      parts.push(this.both());
    }
    const fields = [...new Set(parts.flatMap((part) => part.fields))];
    if (parts.length > 1 && fields.length > 1) throw new RefusedFilter('OR over distinct fields');
    return { fields, holds: (row) => parts.some(({ holds }) => holds(row)) };
  }

  private both(): Condition {
    const parts = [this.single()];
    while (this.tokens[this.at] === 'and') {
      this.at += 1;
      parts.push(this.single());
    }
    return { fields: parts.flatMap((part) => part.fields), holds: (row) => parts.every(({ holds }) => holds(row)) };
  }

  private single(): Condition {
    if (this.tokens[this.at] === '(') {
      this.take('(');
      const inner = this.either();
      this.take(')');
      return inner;
    }
    const word = this.take();
    return word === 'contains' || word === 'startswith' ? this.textTest(word) : this.comparison(word);
  }

  private textTest(test: 'contains' | 'startswith'): Condition {
    this.take('(');
    const word = this.take();
    const isFolded = word === 'tolower';
    if (isFolded && this.nested === 'refused') throw new RefusedFilter('nested functions need a later schema');
    const field = isFolded ? this.inParentheses() : word;
    this.take(',');
    const text = this.literal();
    this.take(')');
    const holds = (row: BcRow): boolean => {
      const value = isFolded ? textOf(row[field]).toLowerCase() : textOf(row[field]);
      return test === 'contains' ? value.includes(text) : value.startsWith(text);
    };
    return { fields: [field], holds };
  }

  private inParentheses(): string {
    this.take('(');
    const field = this.take();
    this.take(')');
    return field;
  }

  private literal(): string {
    const token = this.take();
    return token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : token;
  }

  private comparison(field: string): Condition {
    const operator = this.take();
    const value = this.literal();
    const compare = (row: BcRow): number => {
      const own = textOf(row[field]);
      return own < value ? -1 : Number(own > value);
    };
    const tests: Readonly<Record<string, (order: number) => boolean>> = {
      eq: (order) => order === 0,
      ne: (order) => order !== 0,
      lt: (order) => order < 0,
      le: (order) => order <= 0,
      gt: (order) => order > 0,
      ge: (order) => order >= 0,
    };
    const test = tests[operator];
    if (test === undefined) throw new RefusedFilter(`no operator ${operator}`);
    return { fields: [field], holds: (row) => PARAMETERS.has(field) || test(compare(row)) };
  }
}

/** Which rows a `$filter` lets through. Throws `RefusedFilter`. */
export function filterReading(filter: string, schemaVersion: string | null): (row: BcRow) => boolean {
  const tokens = filter.match(TOKEN) ?? [];
  return new FilterReading(tokens, schemaVersion === '2.1' ? 'accepted' : 'refused').whole().holds;
}
