export interface Token {
  readonly kind: 'text' | 'number' | 'word' | 'sign' | 'end';
  /** Of a text, without its quotes. */
  readonly value: string;
}

export class SqlSyntaxError extends Error {
  override readonly name = 'SqlSyntaxError';
}

const TOKEN =
  /\s*(?:'((?:[^']|'')*)'|(\d+(?:\.\d+)?)|([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)|(<>|<=|>=|[=<>(),?-]))/y;

/** Splits SuiteQL into its parts; a `?` becomes the next of the given parameters. */
export function tokensOf(q: string, params: readonly string[] = []): readonly Token[] {
  const tokens: Token[] = [];
  const left = [...params];
  TOKEN.lastIndex = 0;
  while (q.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(q);
    if (match === null) throw new SqlSyntaxError(`cannot read at ${q.slice(at, at + 20)}`);
    tokens.push(tokenOf(match, left));
  }
  if (left.length > 0) throw new SqlSyntaxError('more parameters than places for them');
  return [...tokens, { kind: 'end', value: '' }];
}

function tokenOf([, text, number, word, sign = '']: RegExpExecArray, params: string[]): Token {
  if (text !== undefined) return { kind: 'text', value: text.replaceAll("''", "'") };
  if (number !== undefined) return { kind: 'number', value: number };
  if (word !== undefined) return { kind: 'word', value: word };
  if (sign !== '?') return { kind: 'sign', value: sign };
  const value = params.shift();
  if (value === undefined) throw new SqlSyntaxError('a place without a parameter');
  return { kind: 'text', value };
}
