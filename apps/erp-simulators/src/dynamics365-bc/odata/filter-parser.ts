import type { BcOptions } from '../options';
import { badRequest, distinctOr, notImplemented, unknownProperty } from '../refusals';
import type { Schema } from './entity';
import { hasDistinctOr, typeOf, type Filter, type Matcher, type Operand, type Operator } from './filter';
import { literalValue } from './literal';
import { TokenReader } from './token-reader';

export interface Dialect {
  /** `in` and functions inside functions are understood from 2.1 on. */
  readonly schemaVersion: '2.0' | '2.1';
  readonly options: Pick<BcOptions, 'distinctOrStatus' | 'textComparison'>;
}

const OPERATORS: Readonly<Record<Operator, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

const MATCHERS: readonly Matcher[] = ['contains', 'startswith', 'endswith'];
const CASES = { tolower: 'lower', toupper: 'upper' } as const;

/** `$filter` as Business Central takes it; throws the vendor's refusal for what it does not. */
export function parseFilter(source: string, schema: Schema, dialect: Dialect): Filter {
  const parser = new FilterParser(new TokenReader(source), schema, dialect);
  const filter = parser.whole();
  if (hasDistinctOr(filter)) throw distinctOr(dialect.options);
  return filter;
}

/** The vendor's parser gives up at a depth, too. */
const MOST_DEPTH = 100;

class FilterParser {
  private depth = 0;

  constructor(
    private readonly reader: TokenReader,
    private readonly schema: Schema,
    private readonly dialect: Dialect,
  ) {}

  whole(): Filter {
    const filter = this.either();
    this.reader.end();
    return filter;
  }

  private either(): Filter {
    let left = this.both();
    while (this.reader.takes('or')) left = { kind: 'or', left, right: this.both() };
    return left;
  }

  private both(): Filter {
    let left = this.one();
    while (this.reader.takes('and')) left = { kind: 'and', left, right: this.one() };
    return left;
  }

  private one(): Filter {
    if (this.reader.takes('not')) return { kind: 'not', inner: this.deeper(() => this.one()) };
    if (!this.reader.takes('(')) return this.matcher() ?? this.lambda() ?? this.comparison();
    const inner = this.deeper(() => this.either());
    this.reader.expect(')');
    return inner;
  }

  private deeper<T>(step: () => T): T {
    if (this.depth >= MOST_DEPTH) throw this.reader.unclear();
    this.depth += 1;
    const made = step();
    this.depth -= 1;
    return made;
  }

  private matcher(): Filter | undefined {
    const word = this.reader.peek()?.text;
    const how = MATCHERS.find((name) => name === word);
    if (how === undefined || this.reader.peek(1)?.text !== '(') return undefined;
    this.reader.next();
    this.reader.expect('(');
    const operand = textual(this.operand('inside'), how);
    this.reader.expect(',');
    const text = this.reader.next();
    if (text.kind !== 'string') throw notAConstant();
    this.reader.expect(')');
    return { kind: 'match', how, operand, text: text.text };
  }

  private lambda(): Filter | undefined {
    const [name, slash, any] = [this.reader.peek(), this.reader.peek(1), this.reader.peek(2)];
    if (name?.kind !== 'word' || slash?.text !== '/' || (any?.text !== 'any' && any?.text !== 'all')) return undefined;
    if (!this.schema.navigations.has(name.text)) throw unknownProperty(name.text, this.schema.name);
    for (let taken = 0; taken < 3; taken += 1) this.reader.next();
    this.reader.expect('(');
    this.reader.skipParenthesis();
    return { kind: 'ignored' };
  }

  private comparison(): Filter {
    const operand = this.operand('outside');
    const type = typeOf(operand);
    const next = this.reader.peek();
    if (this.reader.takes('in')) return this.among(operand);
    const operator = (Object.keys(OPERATORS) as Operator[]).find((name) => next?.kind === 'word' && name === next.text);
    if (operator === undefined) {
      if (type === 'Edm.Boolean') return { kind: 'compare', operand, operator: 'eq', value: true };
      throw this.reader.unclear();
    }
    this.reader.next();
    const literal = this.reader.next();
    const isName = literal.kind === 'word' && !['true', 'false', 'null'].includes(literal.text);
    if (isName || literal.kind === 'symbol') throw notAConstant();
    return { kind: 'compare', operand, operator, value: literalValue(literal, type, OPERATORS[operator]) };
  }

  private among(operand: Operand): Filter {
    if (this.dialect.schemaVersion === '2.0')
      throw notImplemented({
        en: "The 'in' operator is not supported in this schema version.",
        de: "Der Operator 'in' wird in dieser Schemaversion nicht unterstützt.",
      });
    this.reader.expect('(');
    const values = [literalValue(this.reader.next(), typeOf(operand), 'Equal')];
    while (this.reader.takes(',')) values.push(literalValue(this.reader.next(), typeOf(operand), 'Equal'));
    this.reader.expect(')');
    return { kind: 'among', operand, values };
  }

  private operand(place: 'inside' | 'outside'): Operand {
    const name = this.reader.word();
    if (Object.hasOwn(CASES, name) && this.reader.takes('(')) {
      if (place === 'inside' && this.dialect.schemaVersion === '2.0')
        throw notImplemented({
          en: 'Nested functions are not supported in this schema version.',
          de: 'Geschachtelte Funktionen werden in dieser Schemaversion nicht unterstützt.',
        });
      const of = textual(
        this.deeper(() => this.operand('inside')),
        name,
      );
      this.reader.expect(')');
      return { kind: 'cased', to: CASES[name as keyof typeof CASES], of };
    }
    const type = this.schema.properties.get(name);
    if (type === undefined) throw this.unknown(name);
    return { kind: 'property', name, type };
  }

  private unknown(name: string): Error {
    if (this.reader.peek()?.text !== '(') return unknownProperty(name, this.schema.name);
    return notImplemented({
      en: `The function '${name}' is not supported.`,
      de: `Die Funktion '${name}' wird nicht unterstützt.`,
    });
  }
}

function textual(operand: Operand, name: string): Operand {
  if (typeOf(operand) === 'Edm.String') return operand;
  throw badRequest({
    en: `No function signature for the function with name '${name}' matches the specified arguments.`,
    de: `Keine Signatur der Funktion '${name}' passt zu den angegebenen Argumenten.`,
  });
}

function notAConstant(): Error {
  return notImplemented({
    en: 'Only a comparison of a field with a constant is supported.',
    de: 'Nur der Vergleich eines Felds mit einer Konstanten wird unterstützt.',
  });
}
