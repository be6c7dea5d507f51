import type { EntitySet, NavigationShape } from '../edm/schema';
import { NAMESPACE } from '../edm/schema';
import type { FscmOptions } from '../options';
import { ODataFault } from './fault';
import { compileFilter, type Predicate } from './filter/compile';
import { parseFilter } from './filter/parser';
import { pinned } from './filter/pins';
import { splitOutside } from './split';

export interface Ordering {
  readonly property: string;
  readonly direction: 1 | -1;
}

/** What to make of the rows of a set, or of those at the end of a navigation. */
export interface QueryOptions {
  readonly filter?: Predicate;
  readonly pins: (property: string) => ReadonlySet<string> | undefined;
  /** All columns where absent. */
  readonly select?: readonly string[];
  readonly ordering: readonly Ordering[];
  readonly expand: readonly Expansion[];
  readonly top?: number;
  readonly skip: number;
  readonly count: boolean;
}

export interface Expansion {
  readonly navigation: NavigationShape & { readonly set: EntitySet };
  readonly query: QueryOptions;
}

export type RawOptions = ReadonlyMap<string, string>;

export interface QueryScope {
  readonly set: EntitySet;
  readonly options: FscmOptions;
}

/** Options of a list; `$skiptoken` is the pager's own. */
export const LIST_OPTIONS: readonly string[] = [
  '$filter',
  '$select',
  '$orderby',
  '$expand',
  '$top',
  '$skip',
  '$count',
  '$format',
  '$skiptoken',
];

export const ENTITY_OPTIONS: readonly string[] = ['$select', '$expand', '$format'];

/** Those that begin with a dollar sign, each at most once. */
export function rawOptions(query: URLSearchParams, allowed: readonly string[]): RawOptions {
  const found = new Map<string, string>();
  for (const [name, value] of query) {
    if (!name.startsWith('$')) continue;
    if (!allowed.includes(name)) throw new ODataFault(`The query parameter '${name}' is not supported.`);
    if (found.has(name))
      throw new ODataFault(
        `Query option '${name}' was specified more than once, but it must be specified at most once.`,
      );
    found.set(name, value);
  }
  return found;
}

export function readQuery(raw: RawOptions, scope: QueryScope): QueryOptions {
  const expression = raw.has('$filter') ? parseFilter(raw.get('$filter') ?? '') : undefined;
  const top = wholeNumber(raw, '$top');
  const select = selection(raw.get('$select'), scope.set);
  return {
    ...(expression === undefined ? {} : { filter: compileFilter(expression, scope) }),
    pins: (property) => (expression === undefined ? undefined : pinned(expression, property)),
    ...(select === undefined ? {} : { select }),
    ordering: orderings(raw.get('$orderby'), scope.set),
    expand: expansions(raw.get('$expand'), scope),
    ...(top === undefined ? {} : { top }),
    skip: wholeNumber(raw, '$skip') ?? 0,
    count: flag(raw.get('$count')),
  };
}

function selection(text: string | undefined, set: EntitySet): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const names = splitOutside(text, ',').filter((name) => name !== '');
  if (names.includes('*')) return undefined;
  const columns = names.filter((name) => !set.navigations.some((navigation) => navigation.name === name));
  for (const name of columns) known(name, set);
  return columns;
}

function orderings(text: string | undefined, set: EntitySet): readonly Ordering[] {
  return text === undefined ? [] : splitOutside(text, ',').map((part) => ordering(part, set));
}

function ordering(part: string, set: EntitySet): Ordering {
  const [, property = '', direction = 'asc'] = /^(\S+)(?:\s+(asc|desc))?$/.exec(part) ?? [];
  if (property === '') throw new ODataFault(`Syntax error at position ${part.length} in '${part}'.`);
  return { property: known(property, set), direction: direction === 'asc' ? 1 : -1 };
}

function known(name: string, set: EntitySet): string {
  if (set.property(name) === undefined)
    throw new ODataFault(`Could not find a property named '${name}' on type '${NAMESPACE}.${set.entity}'.`);
  return name;
}

/** One level only. */
function expansions(text: string | undefined, scope: QueryScope): readonly Expansion[] {
  if (text === undefined) return [];
  return splitOutside(text, ',').map((part) => expansion(part, scope));
}

const EXPAND_OPTIONS: readonly string[] = ['$select', '$filter', '$orderby', '$top', '$skip', '$count'];

function expansion(part: string, { set, options }: QueryScope): Expansion {
  const [, path = '', nested] = /^([^()]*?)\s*(?:\((.*)\))?$/s.exec(part) ?? [];
  if (path.includes('/')) throw tooDeep();
  const navigation = set.navigations.find(({ name }) => name === path);
  if (navigation === undefined)
    throw new ODataFault(`Could not find a property named '${path}' on type '${NAMESPACE}.${set.entity}'.`);
  const raw = nested === undefined ? new Map<string, string>() : nestedOptions(nested);
  return { navigation, query: readQuery(raw, { set: navigation.set, options }) };
}

function nestedOptions(text: string): RawOptions {
  const pairs = splitOutside(text, ';').map((option) => {
    const equals = option.indexOf('=');
    return [option.slice(0, equals).trim(), option.slice(equals + 1).trim()] as const;
  });
  for (const [name] of pairs) {
    if (name === '$expand' || name === '$levels') throw tooDeep();
    if (!EXPAND_OPTIONS.includes(name))
      throw new ODataFault(`Term '${text}' is not valid in a $select or $expand expression.`);
  }
  return new Map(pairs);
}

function tooDeep(): ODataFault {
  return new ODataFault('The request includes a $expand path which is too deep. The maximum depth allowed is 1.');
}

function wholeNumber(raw: RawOptions, name: string): number | undefined {
  const text = raw.get(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text))
    throw new ODataFault(
      `Invalid value '${text}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`,
    );
  return Number(text);
}

function flag(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text !== 'true') throw new ODataFault(`Invalid value '${text}' for $count query option found.`);
  return true;
}
