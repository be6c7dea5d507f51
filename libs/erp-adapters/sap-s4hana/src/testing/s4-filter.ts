/** As much of `$filter` as the adapter writes, in both protocols; anything else throws, as SAP answers 400. */
export type FilterRow = Readonly<Record<string, unknown>>;
type Test = (row: FilterRow) => boolean;

const TOKEN =
  /\s*(?:(datetimeoffset|datetime)'([^']*)'|'((?:[^']|'')*)'|(\d{4}-\d{2}-\d{2})(?![\d-])|(-?\d+(?:\.\d+)?)M?(?![\w.])|([A-Za-z_][\w/]*)|([(),]))/gy;

interface Token {
  readonly kind: 'text' | 'time' | 'number' | 'word' | 'sign';
  readonly text: string;
}

function tokens(filter: string): readonly Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < filter.trimEnd().length) {
    const match = TOKEN.exec(filter);
    if (match === null) throw new SyntaxError('no such filter');
    const [, , time, text, date, number, word, sign] = match;
    if (time !== undefined || date !== undefined) found.push({ kind: 'time', text: time ?? date ?? '' });
    else if (text !== undefined) found.push({ kind: 'text', text: text.replaceAll("''", "'") });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (word !== undefined) found.push({ kind: 'word', text: word });
    else found.push({ kind: 'sign', text: sign ?? '' });
  }
  return found;
}

function timeOf(value: unknown): number {
  const text = String(value);
  const ticks = /^\/Date\((-?\d+)/.exec(text)?.[1];
  return ticks === undefined
    ? Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text.replace(/Z?$/, 'Z'))
    : Number(ticks);
}

/** Keys of digits compare by their value, as filled up in the database. */
export function compareValues(left: unknown, right: unknown): number {
  const [a, b] = [String(left ?? ''), String(right ?? '')];
  if (a.startsWith('/Date(') || /^\d{4}-\d{2}-\d{2}/.test(a)) return timeOf(a) - timeOf(b);
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : Number(a > b);
}

class Parser {
  private at = 0;

  constructor(
    private readonly all: readonly Token[],
    private readonly fields: ReadonlySet<string>,
  ) {}

  whole(): Test {
    const test = this.or();
    if (this.at < this.all.length) throw new SyntaxError('more than a filter');
    return test;
  }

  private or(): Test {
    const parts = [this.and()];
    while (this.takes('or')) parts.push(this.and());
    return (row) => parts.some((part) => part(row));
  }

  private and(): Test {
    const parts = [this.one()];
    while (this.takes('and')) parts.push(this.one());
    return (row) => parts.every((part) => part(row));
  }

  private one(): Test {
    if (this.takes('not')) {
      const inner = this.one();
      return (row) => !inner(row);
    }
    if (this.takes('(')) {
      const inner = this.or();
      this.need(')');
      return inner;
    }
    const word = this.next('word');
    return this.takes('(') ? this.call(word) : this.comparison(word);
  }

  private call(name: string): Test {
    const [first, second] = [this.argument(), this.argument()];
    const tests: Readonly<Record<string, (row: FilterRow) => boolean>> = {
      substringof: (row) => second(row).includes(first(row)),
      contains: (row) => first(row).includes(second(row)),
      startswith: (row) => first(row).startsWith(second(row)),
    };
    const test = tests[name];
    if (test === undefined) throw new SyntaxError(`no function ${name}`);
    return test;
  }

  private argument(): (row: FilterRow) => string {
    const token = this.all[this.at++];
    if (!this.takes(',')) this.need(')');
    if (token?.kind === 'text') return () => token.text;
    const field = this.known(token?.text ?? '');
    return (row) => String(row[field] ?? '');
  }

  private comparison(word: string): Test {
    const field = this.known(word);
    const operator = this.next('word');
    const literal = this.all[this.at++];
    if (literal === undefined) throw new SyntaxError('nothing to compare with');
    return (row) => holds(operator, compared(row[field], literal));
  }

  private known(field: string): string {
    if (!this.fields.has(field)) throw new SyntaxError(`no property ${field}`);
    return field;
  }

  private takes(text: string): boolean {
    const token = this.all[this.at];
    const hit = token !== undefined && token.kind !== 'text' && token.text === text;
    if (hit) this.at += 1;
    return hit;
  }

  private need(text: string): void {
    if (!this.takes(text)) throw new SyntaxError(`${text} is missing`);
  }

  private next(kind: Token['kind']): string {
    const token = this.all[this.at++];
    if (token?.kind !== kind) throw new SyntaxError(`${kind} is missing`);
    return token.text;
  }
}

function compared(value: unknown, literal: Token): number {
  if (literal.kind === 'time') return value === null ? Number.NaN : timeOf(value) - timeOf(literal.text);
  if (literal.kind === 'text') {
    return value === literal.text ? 0 : compareValues(value, literal.text) || 1;
  }
  return String(value) === literal.text ? 0 : compareValues(value, literal.text);
}

function holds(operator: string, order: number): boolean {
  const holding: Readonly<Record<string, boolean>> = {
    eq: order === 0,
    ne: order !== 0,
    gt: order > 0,
    ge: order >= 0,
    lt: order < 0,
    le: order <= 0,
  };
  const result = holding[operator];
  if (result === undefined) throw new SyntaxError(`no operator ${operator}`);
  return result;
}

export function filterTest(filter: string, fields: ReadonlySet<string>): Test {
  return new Parser(tokens(filter), fields).whole();
}
