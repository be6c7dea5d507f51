import { ODataFault } from '../fault';
import type { ArithmeticOperator, ComparisonOperator, Expression, LiteralKind } from './expression';
import { syntaxError, tokensOf, type Token } from './lexer';

const COMPARISONS: ReadonlySet<string> = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const SUMS: ReadonlySet<string> = new Set(['add', 'sub']);
const PRODUCTS: ReadonlySet<string> = new Set(['mul', 'div', 'mod']);
const LITERALS: Readonly<Partial<Record<Token['kind'], LiteralKind>>> = {
  string: 'string',
  number: 'number',
  moment: 'moment',
  date: 'date',
};
const NAMED: Readonly<Record<string, LiteralKind>> = { true: 'boolean', false: 'boolean', null: 'null' };

/** `$filter` of OData v4. `in` and `has` are not spoken here, nor are lambdas. */
export function parseFilter(text: string): Expression {
  const reader = new FilterReader(text);
  const expression = reader.either();
  reader.end();
  return expression;
}

class FilterReader {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(private readonly text: string) {
    this.tokens = tokensOf(text);
  }

  either(): Expression {
    let left = this.both();
    while (this.takes('or')) left = { kind: 'or', left, right: this.both() };
    return left;
  }

  end(): void {
    const rest = this.tokens[this.at];
    if (rest === undefined) return;
    if (rest.kind === 'word' && (rest.text === 'in' || rest.text === 'has'))
      throw new ODataFault(`The operator '${rest.text}' at position ${rest.at} in '${this.text}' is not supported.`);
    throw syntaxError(this.text, rest.at);
  }

  private both(): Expression {
    let left = this.comparison();
    while (this.takes('and')) left = { kind: 'and', left, right: this.comparison() };
    return left;
  }

  private comparison(): Expression {
    const left = this.sum();
    const operator = this.operator(COMPARISONS) as ComparisonOperator | undefined;
    return operator === undefined ? left : { kind: 'compare', operator, left, right: this.sum() };
  }

  private sum(): Expression {
    let left = this.product();
    for (let operator = this.operator(SUMS); operator !== undefined; operator = this.operator(SUMS))
      left = { kind: 'arithmetic', operator: operator as ArithmeticOperator, left, right: this.product() };
    return left;
  }

  private product(): Expression {
    let left = this.unary();
    for (let operator = this.operator(PRODUCTS); operator !== undefined; operator = this.operator(PRODUCTS))
      left = { kind: 'arithmetic', operator: operator as ArithmeticOperator, left, right: this.unary() };
    return left;
  }

  /** `not` binds closer than a comparison: what it negates stands in parentheses. */
  private unary(): Expression {
    if (this.takes('not')) return { kind: 'not', inner: this.unary() };
    if (this.takes('-')) return { kind: 'minus', inner: this.unary() };
    if (this.takes('(')) {
      const inner = this.either();
      this.expects(')');
      return inner;
    }
    return this.primary();
  }

  private primary(): Expression {
    const token = this.next();
    const literal = LITERALS[token.kind] ?? (token.kind === 'word' ? NAMED[token.text] : undefined);
    if (literal !== undefined) return { kind: 'literal', type: literal, text: token.text };
    if (token.kind === 'symbol-literal')
      return { kind: 'member', enumeration: token.enumeration ?? '', text: token.text };
    if (token.kind !== 'word') throw syntaxError(this.text, token.at);
    return this.takes('(') ? this.call(token.text) : { kind: 'property', name: token.text };
  }

  private call(name: string): Expression {
    const parameters = [this.either()];
    while (this.takes(',')) parameters.push(this.either());
    this.expects(')');
    return { kind: 'call', name, parameters };
  }

  private operator(among: ReadonlySet<string>): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word' || !among.has(token.text)) return undefined;
    this.at += 1;
    return token.text;
  }

  private takes(text: string): boolean {
    const token = this.tokens[this.at];
    const found = token?.text === text && (token.kind === 'word' || token.kind === 'punctuation');
    if (found) this.at += 1;
    return found;
  }

  private expects(text: string): void {
    const token = this.tokens[this.at];
    if (token?.kind === 'word' && (token.text === 'in' || token.text === 'has')) this.end();
    if (!this.takes(text)) throw syntaxError(this.text, token?.at ?? this.text.length);
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw syntaxError(this.text, this.text.length);
    this.at += 1;
    return token;
  }
}
