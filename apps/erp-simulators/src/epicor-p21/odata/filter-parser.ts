import type { Comparison, Filter, LiteralType, Operand, TextMatch } from './filter';
import { tokensOf, type Dialect, type Token, type TokenKind } from './filter-lexer';
import { badSyntax, noSuchFunction, ODataRefusal } from './odata-refusal';

export interface Grammar {
  readonly dialect: Dialect;
  readonly caseFunctions: 'refused' | 'supported';
  /** 0 for no limit. */
  readonly mostComparisons: number;
}

const COMPARISONS: ReadonlySet<string> = new Set<Comparison>(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const MATCHES: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  v4: new Set<TextMatch>(['startswith', 'endswith', 'contains']),
  v3: new Set(['startswith', 'endswith', 'substringof']),
};
const LITERALS: Partial<Record<TokenKind, LiteralType>> = {
  string: 'string',
  number: 'number',
  date: 'date',
  datetime: 'datetime',
};
const END: Token = { kind: 'symbol', text: '' };

export function parseFilter(text: string, grammar: Grammar): Filter {
  return new FilterParser(tokensOf(text, grammar.dialect), grammar).whole();
}

/** `or` binds loosest, then `and`, then `not`. */
class FilterParser {
  private at = 0;
  private comparisons = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly grammar: Grammar,
  ) {}

  whole(): Filter {
    const filter = this.or();
    if (this.at < this.tokens.length) throw badSyntax(this.peek().text);
    return filter;
  }

  private or(): Filter {
    let left = this.and();
    while (this.takeWord('or')) left = { kind: 'or', left, right: this.and() };
    return left;
  }

  private and(): Filter {
    let left = this.unary();
    while (this.takeWord('and')) left = { kind: 'and', left, right: this.unary() };
    return left;
  }

  /** `not` binds tighter than a comparison: it stands before a parenthesis or a function, never before a column. */
  private unary(): Filter {
    if (!this.takeWord('not')) return this.primary();
    if (this.peek().text !== '(' && !this.isCall())
      throw new ODataRefusal(
        'types',
        "A unary operator with an incompatible type was detected for operator kind 'Not'.",
      );
    return { kind: 'not', inner: this.primary() };
  }

  private primary(): Filter {
    if (this.takeSymbol('(')) {
      const inner = this.or();
      this.expectSymbol(')');
      return inner;
    }
    this.countComparison();
    const { kind, text } = this.peek();
    const isMatch = kind === 'word' && this.isCall() && MATCHES[this.grammar.dialect].has(text);
    return isMatch ? this.truth(this.match()) : this.comparison();
  }

  /** A function that is true or false may be compared with either. */
  private truth(match: Filter): Filter {
    if (!this.takeWord('eq')) return match;
    const { text } = this.next();
    if (text !== 'true' && text !== 'false') throw badSyntax(text);
    return text === 'true' ? match : { kind: 'not', inner: match };
  }

  /** `contains(text, part)`; the older grammar has it the other way round, as `substringof(part, text)`. */
  private match(): Filter {
    const name = this.next().text;
    this.expectSymbol('(');
    const first = this.operand();
    this.expectSymbol(',');
    const second = this.operand();
    this.expectSymbol(')');
    return name === 'substringof'
      ? { kind: 'match', by: 'contains', text: second, part: first }
      : { kind: 'match', by: name as TextMatch, text: first, part: second };
  }

  private comparison(): Filter {
    const left = this.operand();
    if (this.grammar.dialect === 'v4' && this.takeWord('in')) return this.list(left);
    const operator = this.next();
    if (operator.kind !== 'word' || !COMPARISONS.has(operator.text)) throw badSyntax(operator.text);
    return { kind: 'compare', operator: operator.text as Comparison, left, right: this.operand() };
  }

  private list(left: Operand): Filter {
    this.expectSymbol('(');
    do this.operand();
    while (this.takeSymbol(','));
    this.expectSymbol(')');
    return { kind: 'in', left };
  }

  private operand(): Operand {
    const token = this.next();
    const type = LITERALS[token.kind];
    if (type !== undefined) return { kind: 'literal', type, text: token.text };
    if (token.kind !== 'word') throw badSyntax(token.text);
    if (token.text === 'null') return { kind: 'literal', type: 'null', text: '' };
    if (this.peek().text !== '(') return { kind: 'column', name: token.text };
    return this.caseCall(token.text);
  }

  private caseCall(name: string): Operand {
    if (this.grammar.caseFunctions === 'refused' || (name !== 'tolower' && name !== 'toupper'))
      throw noSuchFunction(name);
    this.expectSymbol('(');
    const inner = this.operand();
    this.expectSymbol(')');
    return { kind: 'case', to: name, inner };
  }

  private countComparison(): void {
    const { mostComparisons } = this.grammar;
    this.comparisons += 1;
    if (mostComparisons > 0 && this.comparisons > mostComparisons)
      throw new ODataRefusal('option', 'The node count limit of the filter has been exceeded.');
  }

  private isCall(): boolean {
    return this.tokens[this.at + 1]?.text === '(';
  }

  private peek(): Token {
    return this.tokens[this.at] ?? END;
  }

  private next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private takeWord(word: string): boolean {
    const token = this.peek();
    const taken = token.kind === 'word' && token.text === word;
    if (taken) this.at += 1;
    return taken;
  }

  private takeSymbol(symbol: string): boolean {
    const token = this.peek();
    const taken = token.kind === 'symbol' && token.text === symbol && this.at < this.tokens.length;
    if (taken) this.at += 1;
    return taken;
  }

  private expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw badSyntax(this.peek().text);
  }
}
