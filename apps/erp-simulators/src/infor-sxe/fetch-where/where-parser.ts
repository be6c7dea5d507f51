import { SxeError } from '../envelope';
import { tokensOf, type Token } from './where-lexer';

export type Operator = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'begins' | 'matches';

export type Where =
  | { readonly kind: 'and' | 'or'; readonly left: Where; readonly right: Where }
  | { readonly kind: 'not'; readonly inner: Where }
  | { readonly kind: 'compare'; readonly field: string; readonly operator: Operator; readonly value: string };

const OPERATORS: Readonly<Record<string, Operator>> = {
  '=': '=',
  eq: '=',
  '<>': '<>',
  ne: '<>',
  '<': '<',
  lt: '<',
  '<=': '<=',
  le: '<=',
  '>': '>',
  gt: '>',
  '>=': '>=',
  ge: '>=',
  begins: 'begins',
  matches: 'matches',
};

/** A small, safe part of Progress WHERE: comparisons of one table's fields with literals, AND, OR, NOT, parentheses. */
export function parseWhere(clause: string): Where {
  const reader = new WhereReader(tokensOf(clause));
  const where = reader.either();
  reader.end();
  return where;
}

class WhereReader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  either(): Where {
    let left = this.both();
    while (this.takes('or')) left = { kind: 'or', left, right: this.both() };
    return left;
  }

  end(): void {
    if (this.at < this.tokens.length) throw unclear();
  }

  private both(): Where {
    let left = this.one();
    while (this.takes('and')) left = { kind: 'and', left, right: this.one() };
    return left;
  }

  private one(): Where {
    if (this.takes('not')) return { kind: 'not', inner: this.one() };
    if (this.takes('(')) {
      const inner = this.either();
      if (!this.takes(')')) throw unclear();
      return inner;
    }
    return this.comparison();
  }

  private comparison(): Where {
    const field = this.next();
    const operator = OPERATORS[this.next().text.toLowerCase()];
    const value = this.next();
    if (field.kind !== 'word' || operator === undefined || value.kind === 'symbol') throw unclear();
    return {
      kind: 'compare',
      field: field.text.toLowerCase(),
      operator,
      value: value.kind === 'date' ? isoDate(value.text) : value.text,
    };
  }

  private takes(word: string): boolean {
    const token = this.tokens[this.at];
    const found = token !== undefined && token.kind !== 'string' && token.text.toLowerCase() === word;
    if (found) this.at += 1;
    return found;
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw unclear();
    this.at += 1;
    return token;
  }
}

/** Progress writes dates month first. */
function isoDate(text: string): string {
  const [month = '', day = '', year = ''] = text.split('/');
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function unclear(): SxeError {
  return new SxeError('** Unable to understand after -- WHERE');
}
