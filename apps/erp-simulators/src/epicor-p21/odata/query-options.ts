import type { ColumnShape } from '../tables/column';
import { columnOf, type FilterScope } from './compile-filter';
import { badSyntax, ODataRefusal } from './odata-refusal';

export interface OrderKey {
  readonly column: ColumnShape;
  readonly direction: 'asc' | 'desc';
}

/** The query, checked against the columns of the table. */
export interface ReadQuery {
  /** Undefined for all. */
  readonly select: readonly string[] | undefined;
  readonly filter: string | undefined;
  readonly orderBy: readonly OrderKey[];
  /** Undefined for no end: there is no cap. */
  readonly top: number | undefined;
  readonly skip: number;
  readonly count: 'wanted' | 'not-wanted';
}

const KNOWN: ReadonlySet<string> = new Set(['$select', '$filter', '$orderby', '$top', '$skip', '$count']);

/** `$expand` and whatever else begins with a dollar is refused; other parameters mean nothing to OData. */
export function readQueryOf(query: URLSearchParams, scope: FilterScope): ReadQuery {
  const unknown = [...query.keys()].find((name) => name.startsWith('$') && !KNOWN.has(name));
  if (unknown !== undefined) throw new ODataRefusal('option', `The query parameter '${unknown}' is not supported.`);
  return {
    select: selected(query.get('$select'), scope),
    filter: given(query.get('$filter')),
    orderBy: ordered(query.get('$orderby'), scope),
    top: wholeNumber(query.get('$top')),
    skip: wholeNumber(query.get('$skip')) ?? 0,
    count: counted(query.get('$count')),
  };
}

function selected(text: string | null, scope: FilterScope): readonly string[] | undefined {
  const names = given(text)
    ?.split(',')
    .map((name) => name.trim());
  if (names === undefined || names.includes('*')) return undefined;
  return [...new Set(names.map((name) => columnOf(name, scope).name))];
}

function ordered(text: string | null, scope: FilterScope): readonly OrderKey[] {
  return (given(text)?.split(',') ?? []).map((term) => {
    const [, name, direction = 'asc'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(term) ?? [];
    if (name === undefined) throw badSyntax(term);
    return { column: columnOf(name, scope), direction: direction === 'desc' ? 'desc' : 'asc' };
  });
}

function wholeNumber(text: string | null): number | undefined {
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text.trim())) throw badSyntax(text);
  return Number(text);
}

function counted(text: string | null): ReadQuery['count'] {
  if (text === null || text === 'false') return 'not-wanted';
  if (text !== 'true') throw badSyntax(text);
  return 'wanted';
}

function given(text: string | null): string | undefined {
  return text === null || text.trim() === '' ? undefined : text;
}
