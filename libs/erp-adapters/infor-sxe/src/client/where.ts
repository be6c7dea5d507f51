import { ErpError } from '@headwater/erp-contracts';

/** Tables and columns that may be asked for; the rest of the database is out of reach. */
const READABLE = {
  arsc: ['custno'],
  icsp: ['prod', 'lookupnm', 'descrip', 'descrip[1]', 'descrip[2]', 'descrip1', 'descrip2'],
  icsw: ['prod', 'whse'],
  icsd: ['whse'],
  icsec: ['prod', 'altprod', 'custno', 'rectype'],
  oeeh: ['orderno', 'ordersuf', 'custno', 'stagecd'],
} as const;

export type ReadableTable = keyof typeof READABLE;

/** A condition, not yet text: keys and words reach the text only through `whereText`. */
export type Condition =
  | { readonly kind: 'equals' | 'after'; readonly column: string; readonly value: string | number }
  | { readonly kind: 'begins'; readonly column: string; readonly value: string }
  | { readonly kind: 'contains'; readonly column: string; readonly word: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

export const equals = (column: string, value: string | number): Condition => ({ kind: 'equals', column, value });
export const begins = (column: string, value: string): Condition => ({ kind: 'begins', column, value });
/** Later in the order of the column. */
export const after = (column: string, value: string | number): Condition => ({ kind: 'after', column, value });
export const contains = (column: string, word: string): Condition => ({ kind: 'contains', column, word });
export const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
export const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of });

export interface WhereStyle {
  readonly table: ReadableTable;
  readonly company: number;
  readonly quoteEscape: 'doubled' | 'tilde';
}

const LONGEST_LITERAL = 120;

function refused(): ErpError {
  return new ErpError('invalid-request', 'The text holds characters that cannot be asked of Infor SX.e.');
}

function columnOf(column: string, table: ReadableTable): string {
  const readable: readonly string[] = READABLE[table];
  if (readable.includes(column)) return `${table}.${column}`;
  throw new ErpError('invalid-request', 'A column of a setting is not one that may be read.');
}

/** Whether a text can stand in a WHERE at all. */
export function isAskable(value: string): boolean {
  return value.length <= LONGEST_LITERAL && !/[\\~{}\p{Cc}\p{Zl}\p{Zp}]/u.test(value);
}

/**
 * A text literal. Backslash and tilde escape the character after them in Progress, braces start an include, and
 * control characters end a line: a key that holds one is refused rather than translated.
 */
function literal(value: string, { quoteEscape }: WhereStyle): string {
  if (!isAskable(value)) throw refused();
  return `'${value.replaceAll("'", quoteEscape === 'doubled' ? "''" : "~'")}'`;
}

/** In a pattern `*` and `.` stand for any text and any character; all but letters and digits become "any character". */
function pattern(word: string): string {
  if (word.length > LONGEST_LITERAL) throw refused();
  return `'*${word.replace(/[^\p{L}\p{Nd}]/gu, '.')}*'`;
}

function conditionText(condition: Condition, style: WhereStyle): string {
  switch (condition.kind) {
    case 'equals':
      return `${columnOf(condition.column, style.table)} = ${valueText(condition.value, style)}`;
    case 'begins':
      return `${columnOf(condition.column, style.table)} begins ${literal(condition.value, style)}`;
    case 'after':
      return `${columnOf(condition.column, style.table)} > ${valueText(condition.value, style)}`;
    case 'contains':
      return `${columnOf(condition.column, style.table)} matches ${pattern(condition.word)}`;
    case 'all':
    case 'any': {
      if (condition.of.length === 0) throw new RangeError('a condition without parts');
      const parts = condition.of.map((part) => conditionText(part, style));
      return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(condition.kind === 'all' ? ' and ' : ' or ')})`;
    }
  }
}

function valueText(value: string | number, style: WhereStyle): string {
  if (typeof value === 'string') return literal(value, style);
  if (Number.isSafeInteger(value)) return String(value);
  throw refused();
}

/** The WHERE text, always within one company. Throws `invalid-request` for text that cannot be asked safely. */
export function whereText(style: WhereStyle, condition?: Condition): string {
  if (!Number.isSafeInteger(style.company)) throw refused();
  const company = `${style.table}.cono = ${String(style.company)}`;
  return condition === undefined ? company : `${company} and ${conditionText(condition, style)}`;
}
