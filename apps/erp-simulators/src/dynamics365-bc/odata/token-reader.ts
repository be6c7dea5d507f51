import { badSyntax } from '../refusals';
import { tokensOf, type Token } from './filter-lexer';

/** Walks over the tokens of one expression, and knows where it stopped understanding. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(readonly source: string) {
    this.tokens = tokensOf(source);
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  next(): Token {
    const token = this.peek();
    if (token === undefined) throw this.unclear();
    this.at += 1;
    return token;
  }

  /** Takes the word or symbol where it is next. */
  takes(text: string): boolean {
    const token = this.peek();
    const found = token !== undefined && (token.kind === 'word' || token.kind === 'symbol') && token.text === text;
    if (found) this.at += 1;
    return found;
  }

  expect(symbol: string): void {
    if (!this.takes(symbol)) throw this.unclear();
  }

  word(): string {
    const token = this.next();
    if (token.kind !== 'word') throw this.unclear();
    return token.text;
  }

  end(): void {
    if (this.peek() !== undefined) throw this.unclear();
  }

  /** Goes past everything up to the parenthesis that closes the one just opened. */
  skipParenthesis(): void {
    for (let depth = 1; depth > 0;) {
      const token = this.next();
      if (token.kind !== 'symbol') continue;
      if (token.text === '(') depth += 1;
      if (token.text === ')') depth -= 1;
    }
  }

  unclear(): Error {
    return badSyntax(this.peek()?.at ?? this.source.length, this.source);
  }
}
