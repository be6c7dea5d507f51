import { badOption, unknownOption, unknownProperty } from '../refusals';
import type { Schema } from './entity';
import type { Filter } from './filter';
import { parseFilter, type Dialect } from './filter-parser';
import { splitOutside } from './split-outside';

export interface OrderBy {
  readonly property: string;
  readonly direction: 'asc' | 'desc';
}

export interface Expansion {
  readonly navigation: string;
  readonly query: Query;
}

/** What a caller asked for, checked against the schema. */
export interface Query {
  readonly filter: Filter | undefined;
  /** All properties where undefined. */
  readonly select: readonly string[] | undefined;
  readonly orderBy: readonly OrderBy[];
  readonly top: number | undefined;
  readonly skip: number;
  readonly count: 'wanted' | 'unwanted';
  readonly expand: readonly Expansion[];
  readonly skipToken: string | undefined;
}

const KNOWN: ReadonlySet<string> = new Set([
  '$filter',
  '$select',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$expand',
  '$skiptoken',
  '$schemaversion',
  '$format',
]);

type Given = ReadonlyMap<string, string>;

/** Names with a dollar are OData's; others (`aid`, `company`, `tenant`) are no business of a query. */
export function parseQuery(given: Given, schema: Schema, dialect: Dialect): Query {
  for (const name of given.keys()) if (name.startsWith('$') && !KNOWN.has(name)) throw unknownOption(name);
  const filter = given.get('$filter');
  return {
    filter: filter === undefined || filter.trim() === '' ? undefined : parseFilter(filter, schema, dialect),
    select: selected(given.get('$select'), schema),
    orderBy: ordered(given.get('$orderby'), schema),
    top: wholeNumber(given, '$top'),
    skip: wholeNumber(given, '$skip') ?? 0,
    count: counted(given.get('$count')),
    expand: expanded(given.get('$expand'), schema, dialect),
    skipToken: given.get('$skiptoken'),
  };
}

function selected(text: string | undefined, schema: Schema): readonly string[] | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const names = text.split(',').map((name) => name.trim());
  for (const name of names) if (name !== '*') known(name, schema);
  return names.includes('*') ? undefined : names;
}

function ordered(text: string | undefined, schema: Schema): readonly OrderBy[] {
  if (text === undefined || text.trim() === '') return [];
  return text.split(',').map((part) => {
    const [property = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    if (rest.length > 0 || (direction !== 'asc' && direction !== 'desc')) throw badOption('$orderby', text);
    return { property: known(property, schema), direction };
  });
}

function expanded(text: string | undefined, schema: Schema, dialect: Dialect): readonly Expansion[] {
  if (text === undefined || text.trim() === '') return [];
  return splitOutside(text, ',').map((part) => {
    const [, navigation = '', inner] = /^\s*([A-Za-z_]\w*)\s*(?:\((.*)\))?\s*$/s.exec(part) ?? [];
    const target = schema.navigations.get(navigation)?.target();
    if (navigation === '') throw badOption('$expand', text);
    if (target === undefined) throw unknownProperty(navigation, schema.name);
    return { navigation, query: parseQuery(nested(inner), target, dialect) };
  });
}

/** Options of an expansion are divided by semicolons. */
function nested(text: string | undefined): Given {
  if (text === undefined || text.trim() === '') return new Map();
  return new Map(
    splitOutside(text, ';').map((option) => {
      const at = option.indexOf('=');
      if (at < 0) throw badOption('$expand', text);
      return [option.slice(0, at).trim(), option.slice(at + 1)] as const;
    }),
  );
}

function known(name: string, schema: Schema): string {
  if (!schema.properties.has(name)) throw unknownProperty(name, schema.name);
  return name;
}

function wholeNumber(given: Given, name: string): number | undefined {
  const text = given.get(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw badOption(name, text);
  return Number(text);
}

function counted(text: string | undefined): Query['count'] {
  if (text !== undefined && text !== 'true' && text !== 'false') throw badOption('$count', text);
  return text === 'true' ? 'wanted' : 'unwanted';
}
