import { invalidQuery } from './invalid-query';
import { queryTokens, type QueryToken } from './query-lexer';

export interface Condition {
  readonly kind: 'condition';
  readonly field: string;
  readonly operator: string;
  /** `IS_NOT` and the like are their operator turned round. */
  readonly sense: 'plain' | 'negated';
  readonly values: readonly string[];
}

export type RecordQuery =
  Condition | { readonly kind: 'and' | 'or'; readonly left: RecordQuery; readonly right: RecordQuery };

/** `field OPERATOR value`, joined by AND, OR and parentheses. */
export function parseQuery(text: string): RecordQuery {
  const reader = new QueryReader(queryTokens(text));
  const query = reader.either();
  reader.end();
  return query;
}

class QueryReader {
  private at = 0;

  constructor(private readonly tokens: readonly QueryToken[]) {}

  either(): RecordQuery {
    let left = this.both();
    while (this.takesWord('OR')) left = { kind: 'or', left, right: this.both() };
    return left;
  }

  end(): void {
    if (this.at < this.tokens.length) throw this.unexpected();
  }

  private both(): RecordQuery {
    let left = this.one();
    while (this.takesWord('AND')) left = { kind: 'and', left, right: this.one() };
    return left;
  }

  private one(): RecordQuery {
    if (!this.takesSymbol('(')) return this.condition();
    const inner = this.either();
    if (!this.takesSymbol(')')) throw this.unexpected();
    return inner;
  }

  private condition(): Condition {
    const field = this.next('word').text;
    const word = this.next('word').text;
    const operator = word.replace(/_NOT$/, '');
    const sense = operator === word ? 'plain' : 'negated';
    const values = operator === 'EMPTY' ? [] : this.values();
    return { kind: 'condition', field, operator, sense, values };
  }

  private values(): readonly string[] {
    if (!this.takesSymbol('[')) return [this.value()];
    const values = [this.value()];
    while (this.takesSymbol(',')) values.push(this.value());
    if (!this.takesSymbol(']')) throw this.unexpected();
    return values;
  }

  private value(): string {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'symbol') throw this.unexpected();
    this.at += 1;
    return token.text;
  }

  private next(kind: QueryToken['kind']): QueryToken {
    const token = this.tokens[this.at];
    if (token?.kind !== kind) throw this.unexpected();
    this.at += 1;
    return token;
  }

  private takesWord(word: string): boolean {
    return this.takes('word', word);
  }

  private takesSymbol(symbol: string): boolean {
    return this.takes('symbol', symbol);
  }

  private takes(kind: QueryToken['kind'], text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== kind || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private unexpected(): Error {
    return invalidQuery(this.tokens[this.at]?.text ?? 'end of expression');
  }
}
