import type { Expression, Join, Ordering, Query, TableName } from './syntax';
import { SqlSyntaxError, type Token } from './tokens';

/** Reads as much SuiteQL as an adapter may write: SELECT with joins, conditions and an order. */
export class SuiteQlParser {
  #at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  query(): Query {
    this.#word('SELECT');
    const isDistinct = this.#skip('DISTINCT');
    const selected = this.#list(() => this.#selected());
    this.#word('FROM');
    const from = this.#tableName();
    const joins: Join[] = [];
    for (let join = this.#join(); join !== undefined; join = this.#join()) joins.push(join);
    const where = this.#skip('WHERE') ? this.#condition() : undefined;
    const groups = this.#groups();
    this.#word('ORDER');
    this.#word('BY');
    const order = this.#list(() => this.#ordering());
    if (this.#next().kind !== 'end') throw this.#unexpected();
    return { isDistinct, selected, from, joins, where, groups, order };
  }

  #groups(): readonly Expression[] | undefined {
    if (!this.#skip('GROUP')) return undefined;
    this.#word('BY');
    return this.#list(() => this.#value());
  }

  #next(): Token {
    return this.tokens[this.#at] ?? { kind: 'end', value: '' };
  }

  #unexpected(): SqlSyntaxError {
    return new SqlSyntaxError(`unexpected ${this.#next().value}`);
  }

  #take(): Token {
    const token = this.#next();
    this.#at += 1;
    return token;
  }

  #is(word: string): boolean {
    const { kind, value } = this.#next();
    return (kind === 'word' || kind === 'sign') && value.toUpperCase() === word;
  }

  #skip(word: string): boolean {
    const found = this.#is(word);
    if (found) this.#at += 1;
    return found;
  }

  #word(word: string): void {
    if (!this.#skip(word)) throw this.#unexpected();
  }

  #list<T>(read: () => T): readonly T[] {
    const items = [read()];
    while (this.#skip(',')) items.push(read());
    return items;
  }

  #selected() {
    const expression = this.#value();
    this.#word('AS');
    return { expression, alias: this.#take().value };
  }

  #tableName(): TableName {
    return { table: this.#take().value.toLowerCase(), alias: this.#take().value };
  }

  #join(): Join | undefined {
    const kind = this.#skip('INNER') ? 'inner' : this.#skip('LEFT') ? 'left' : undefined;
    if (kind === undefined) return undefined;
    this.#word('JOIN');
    const name = this.#tableName();
    this.#word('ON');
    return { kind, ...name, on: this.#condition() };
  }

  #ordering(): Ordering {
    const by = this.#value();
    return { by, isDescending: this.#skip('DESC') };
  }

  #condition(): Expression {
    const parts = [this.#conjunction()];
    while (this.#skip('OR')) parts.push(this.#conjunction());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'or', parts };
  }

  #conjunction(): Expression {
    const parts = [this.#test()];
    while (this.#skip('AND')) parts.push(this.#test());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'and', parts };
  }

  #test(): Expression {
    if (this.#skip('(')) {
      const inner = this.#condition();
      this.#word(')');
      return inner;
    }
    const left = this.#value();
    if (this.#skip('IS')) {
      const isNull = !this.#skip('NOT');
      this.#word('NULL');
      return { kind: 'null', left, isNull };
    }
    if (this.#skip('IN')) return { kind: 'in', left, list: this.#arguments() };
    if (this.#skip('LIKE')) {
      const pattern = this.#value();
      return { kind: 'like', left, pattern, escape: this.#skip('ESCAPE') ? this.#take().value : '' };
    }
    const sign = this.#take().value;
    if (!['=', '<>', '<', '>', '<=', '>='].includes(sign)) throw this.#unexpected();
    return { kind: 'compare', sign, left, right: this.#value() };
  }

  #arguments(): readonly Expression[] {
    this.#word('(');
    const list = this.#list(() => this.#value());
    this.#word(')');
    return list;
  }

  #value(): Expression {
    if (this.#skip('-')) return { kind: 'literal', value: `-${this.#take().value}` };
    const { kind, value } = this.#take();
    if (kind === 'text' || kind === 'number') return { kind: 'literal', value };
    if (kind !== 'word') throw this.#unexpected();
    return this.#is('(')
      ? { kind: 'call', name: value.toUpperCase(), args: this.#arguments() }
      : { kind: 'column', name: value };
  }
}
