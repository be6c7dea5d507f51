import type { Token } from './lexer';
import { unsupported, type SuiteqlError } from './suiteql-error';
import type { Select } from './syntax';

/** Words that cannot be an alias, because something else begins with them. */
const RESERVED: ReadonlySet<string> = new Set(
  'SELECT FROM WHERE GROUP ORDER HAVING JOIN INNER LEFT RIGHT FULL OUTER CROSS ON AND OR NOT IN IS LIKE BETWEEN EXISTS CASE WHEN THEN ELSE END AS UNION MINUS INTERSECT LIMIT OFFSET FETCH ESCAPE DISTINCT BY ASC DESC NULLS'.split(
    ' ',
  ),
);

/** Walks over the tokens of a statement. */
export class TokenReader {
  private at = 0;
  private parameters = 0;

  constructor(
    private readonly tokens: readonly Token[],
    /** Expressions hold queries, and queries hold expressions. */
    readonly select: (reader: TokenReader) => Select,
  ) {}

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  next(): Token {
    const token = this.peek();
    if (token === undefined) throw unsupported('unexpected end of the query');
    this.at += 1;
    return token;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'word' && token.text.toUpperCase() === word;
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'symbol' && token.text === symbol;
  }

  /** Takes one word after the other, or none where the first is not there. */
  takesWords(...words: readonly string[]): boolean {
    if (!words.every((word, at) => this.isWord(word, at))) return false;
    this.at += words.length;
    return true;
  }

  takesSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.at += 1;
    return true;
  }

  expectWord(word: string): void {
    if (!this.takesWords(word)) throw this.unexpected();
  }

  expectSymbol(symbol: string): void {
    if (!this.takesSymbol(symbol)) throw this.unexpected();
  }

  /** A name that is not a word of the language; quoted names may be anything. */
  takesName(): string | undefined {
    const token = this.peek();
    const isName = token?.kind === 'quoted' || (token?.kind === 'word' && !RESERVED.has(token.text.toUpperCase()));
    return isName ? this.next().text.toLowerCase() : undefined;
  }

  expectName(): string {
    const name = this.takesName();
    if (name === undefined) throw this.unexpected();
    return name;
  }

  /** Elements separated by commas. */
  list<T>(element: () => T): readonly T[] {
    const elements = [element()];
    while (this.takesSymbol(',')) elements.push(element());
    return elements;
  }

  /** The place of the next `?`. */
  nextParameter(): number {
    this.parameters += 1;
    return this.parameters - 1;
  }

  get parameterCount(): number {
    return this.parameters;
  }

  expectEnd(): void {
    if (this.peek() !== undefined) throw this.unexpected();
  }

  unexpected(): SuiteqlError {
    const token = this.peek();
    return unsupported(
      token === undefined ? 'unexpected end of the query' : `unexpected ${JSON.stringify(token.text)}`,
    );
  }
}
