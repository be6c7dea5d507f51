export interface SqlColumn {
  readonly name: string;
  readonly type: string;
}

/** A table or view that a statement makes, renames or widens. */
export interface SqlTable {
  readonly name: string;
  readonly columns: readonly SqlColumn[];
}

const CREATE_TABLE =
  /\bcreate\s+(?:(?:global|local|temp|temporary|unlogged|foreign)\s+)*table\s+(?:if\s+not\s+exists\s+)?([^\s(;]+)\s*(?=\(|as\b|partition\b)/gi;
const CREATE_VIEW =
  /\bcreate\s+(?:or\s+replace\s+)?(?:(?:temp|temporary|recursive|materialized)\s+)*view\s+(?:if\s+not\s+exists\s+)?([^\s(;]+)\s*(?:\([^)]*\)\s*)?as\b/gi;
const SELECT_INTO = /\bselect\b[^;]*?\binto\s+(?:(?:temp|temporary|unlogged|table)\s+)*([^\s(;]+)\s+from\b/gi;
const ALTER_TABLE = /\balter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?([^\s(;]+)\s+([^;]*)/gi;
const ADD_COLUMN = /\badd\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?(\S+)\s+(\w+)/gi;
const RENAME_TABLE = /\brename\s+to\s+([^\s;]+)/gi;
const RENAME_COLUMN = /\brename\s+(?:column\s+)?\S+\s+to\s+([^\s;,]+)/gi;
const NOT_A_COLUMN = /^(?:constraint|primary|foreign|unique|check|exclude|like|column)$/i;

/** Every table a text of SQL brings into being or changes the columns of. */
export function tablesInSql(sql: string): readonly SqlTable[] {
  return [...created(sql), ...altered(sql)];
}

function* created(sql: string): Iterable<SqlTable> {
  for (const match of sql.matchAll(CREATE_TABLE)) {
    yield { name: bare(match[1]), columns: columnsAt(sql, match.index + match[0].length) };
  }
  for (const pattern of [CREATE_VIEW, SELECT_INTO]) {
    for (const match of sql.matchAll(pattern)) yield { name: bare(match[1]), columns: [] };
  }
}

function* altered(sql: string): Iterable<SqlTable> {
  for (const [, table, actions = ''] of sql.matchAll(ALTER_TABLE)) {
    const added = [...actions.matchAll(ADD_COLUMN)].map(([, name, type = '']) => ({ name: bare(name), type }));
    const renamed = [...actions.matchAll(RENAME_COLUMN)].map(([, name]) => ({ name: bare(name), type: '' }));
    const columns = [...added.filter(({ name }) => !NOT_A_COLUMN.test(name)), ...renamed];
    if (columns.length > 0) yield { name: bare(table), columns };
    for (const [, name] of actions.matchAll(RENAME_TABLE)) yield { name: bare(name), columns: [] };
  }
}

/** The columns of the parenthesised list that starts at `start`. */
function columnsAt(sql: string, start: number): readonly SqlColumn[] {
  if (sql[start] !== '(') return [];
  const parts = [''];
  let depth = 0;
  for (const letter of sql.slice(start)) {
    if (letter === ')') depth -= 1;
    if (depth === 0 && letter === ')') break;
    if (depth === 1 && letter === ',') parts.push('');
    else if (depth > 0) parts[parts.length - 1] += letter;
    if (letter === '(') depth += 1;
  }
  return parts
    .map((part) => part.trim().split(/\s+/))
    .map(([name, type = '']) => ({ name: bare(name), type: type.replace(/[^\w].*$/, '').toLowerCase() }))
    .filter(({ name }) => name !== '' && !NOT_A_COLUMN.test(name));
}

/** `"public"."Account"` without its schema and quotes. */
function bare(name = ''): string {
  return name.replaceAll('"', '').replace(/^.*\./, '');
}
