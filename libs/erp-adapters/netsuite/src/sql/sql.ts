import { ErpError } from '@headwater/erp-contracts';
import type { CalendarDate } from '@headwater/kernel';

/** A text that came from outside: always data, never SQL. */
interface SqlText {
  readonly text: string;
}

/** A piece of SuiteQL: what is written in this code, and the texts between it. */
export interface Sql {
  readonly parts: readonly (string | SqlText)[];
}

/** As it goes over the wire. */
export interface SuiteQl {
  readonly q: string;
  readonly params?: readonly string[];
}

/** A control character has no business in a key or a search, and is the one thing a quoted literal could not carry. */
export function sqlText(text: string): SqlText {
  if (!/\p{Cc}/u.test(text)) return { text };
  throw new ErpError('invalid-request', 'A key or a search text holds control characters.');
}

/** SuiteQL out of a template: other pieces are spliced in, texts become values. Nothing else can be put in. */
export function sql(strings: TemplateStringsArray, ...values: readonly (Sql | string)[]): Sql {
  const parts = strings.flatMap((written, index) => {
    const value = values[index];
    if (value === undefined) return [written];
    return typeof value === 'string' ? [written, sqlText(value)] : [written, ...value.parts];
  });
  return { parts };
}

export const NOTHING: Sql = sql``;

/** Pieces with something between them. */
export function joined(pieces: readonly Sql[], between: ', ' | ' AND ' | ' OR ' | ' '): Sql {
  return { parts: pieces.flatMap(({ parts }, index) => (index === 0 ? parts : [between, ...parts])) };
}

export function all(conditions: readonly Sql[]): Sql {
  return joined(conditions, ' AND ');
}

export function any(conditions: readonly Sql[]): Sql {
  return sql`(${joined(conditions, ' OR ')})`;
}

/** A table or column whose name is a setting, with its alias. */
export function column(name: string): Sql {
  if (!/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/.test(name)) {
    throw new ErpError('invalid-request', 'The name of a column holds letters, digits and _ only.');
  }
  return { parts: [name] };
}

/** An internal id, which NetSuite compares as a number. What it calls an id and is none is a `bad-response`. */
export function internalId(id: string): Sql {
  if (/^-?\d{1,18}$/.test(id)) return { parts: [id] };
  throw new ErpError('bad-response', 'NetSuite answered an internal id that is no whole number.');
}

export function oneOfIds(where: Sql, ids: readonly string[]): Sql {
  return sql`${where} IN (${joined(ids.map(internalId), ', ')})`;
}

export function oneOfTexts(where: Sql, texts: readonly string[]): Sql {
  const values = texts.map((text) => sql`${text}`);
  return sql`${where} IN (${joined(values, ', ')})`;
}

/** A date column in ISO form: as it is, it would come in the account's own date format. */
export function isoDate(what: Sql): Sql {
  return sql`TO_CHAR(${what}, 'YYYY-MM-DD')`;
}

export function dateValue(date: CalendarDate): Sql {
  return sql`TO_DATE(${date}, 'YYYY-MM-DD')`;
}

/** Whether a column begins with a text, or holds it, whatever the case. Wildcards in the text are text. */
export function matches(what: Sql, test: 'begins' | 'holds', text: string): Sql {
  const literal = text.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`);
  const pattern = test === 'begins' ? `${literal}%` : `%${literal}%`;
  // Only where it is needed: ESCAPE is seldom seen in SuiteQL.
  const escape = literal === text ? NOTHING : sql` ESCAPE '\\'`;
  return sql`UPPER(${what}) LIKE UPPER(${pattern})${escape}`;
}

/** In a literal of Oracle's dialect the quote is the only character with a meaning, and two of them are one. */
function quoted({ text }: SqlText): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The text of a query, on one line: some accounts refuse line breaks. */
export function suiteQl({ parts }: Sql, values: 'quoted' | 'bound'): SuiteQl {
  const write = (part: string | SqlText): string => {
    if (typeof part === 'string') return part.replace(/\s+/g, ' ');
    return values === 'quoted' ? quoted(part) : '?';
  };
  const q = parts.map(write).join('').trim();
  if (values === 'quoted') return { q };
  return { q, params: parts.flatMap((part) => (typeof part === 'string' ? [] : [part.text])) };
}
