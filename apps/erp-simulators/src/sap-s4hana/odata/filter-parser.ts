import { SapError } from '../sap-error';
import { COMPARISONS, type Comparison, type Expression, type Protocol } from './expression';
import { tokensOf, type Token } from './lexer';

/** `substringof` has its arguments the other way round than `contains`; each protocol knows only its own. */
const FUNCTIONS: Readonly<Record<Protocol, readonly string[]>> = {
  v2: ['substringof', 'startswith', 'endswith'],
  v4: ['contains', 'startswith', 'endswith'],
};

export function parseFilter(source: string, protocol: Protocol): Expression {
  const reader = new FilterReader(tokensOf(source, protocol), FUNCTIONS[protocol]);
  const expression = reader.either();
  reader.end();
  return expression;
}

class FilterReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly functions: readonly string[],
  ) {}

  either(): Expression {
    let left = this.both();
    while (this.takesWord('or')) left = { kind: 'logic', operator: 'or', left, right: this.both() };
    return left;
  }

  end(): void {
    if (this.at < this.tokens.length) throw this.unclear();
  }

  private both(): Expression {
    let left = this.one();
    while (this.takesWord('and')) left = { kind: 'logic', operator: 'and', left, right: this.one() };
    return left;
  }

  private one(): Expression {
    if (this.takesWord('not')) return { kind: 'not', inner: this.one() };
    const left = this.operand();
    const operator = this.comparison();
    return operator === undefined ? left : { kind: 'compare', operator, left, right: this.operand() };
  }

  private operand(): Expression {
    if (this.takesSymbol('(')) {
      const inner = this.either();
      this.expectSymbol(')');
      return inner;
    }
    const token = this.next();
    if (token.kind === 'literal') return { kind: 'literal', literal: token.literal };
    if (token.kind === 'symbol') throw this.unclear();
    return this.takesSymbol('(') ? this.call(token.text) : { kind: 'path', segments: token.text.split('/') };
  }

  private call(name: string): Expression {
    if (!this.functions.includes(name)) throw SapError.badQuery(`Function '${name}' is not supported in $filter`);
    const given = [this.either()];
    while (this.takesSymbol(',')) given.push(this.either());
    this.expectSymbol(')');
    if (given.length !== 2) throw SapError.badQuery(`Function '${name}' takes two arguments`);
    return { kind: 'call', name, given };
  }

  private comparison(): Comparison | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word' || !isComparison(token.text)) return undefined;
    this.at += 1;
    return token.text;
  }

  private takesWord(word: string): boolean {
    return this.takes({ kind: 'word', text: word });
  }

  private takesSymbol(symbol: string): boolean {
    return this.takes({ kind: 'symbol', text: symbol });
  }

  private takes(wanted: Exclude<Token, { readonly kind: 'literal' }>): boolean {
    const token = this.tokens[this.at];
    const found = token !== undefined && token.kind === wanted.kind && token.text === wanted.text;
    if (found) this.at += 1;
    return found;
  }

  private expectSymbol(symbol: string): void {
    if (!this.takesSymbol(symbol)) throw this.unclear();
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw this.unclear();
    this.at += 1;
    return token;
  }

  private unclear(): SapError {
    return SapError.badQuery(`Syntax error in $filter near token ${this.at + 1}`);
  }
}

function isComparison(word: string): word is Comparison {
  return COMPARISONS.includes(word);
}
