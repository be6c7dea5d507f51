import { fieldPath, type ODataVersion } from './dialect';
import { odataFilter, type ODataFilter } from './filter';

export interface ODataExpand {
  readonly navigation: string;
  readonly select?: readonly string[];
  readonly expand?: readonly ODataExpand[];
  /** v4 only: v2 cannot narrow what it expands. */
  readonly filter?: ODataFilter;
}

export interface ODataQuery {
  readonly filter?: ODataFilter;
  readonly select?: readonly string[];
  readonly expand?: readonly ODataExpand[];
  /** Property names, descending with a leading `-`. */
  readonly orderBy?: readonly string[];
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  /** Options of the vendor's own, such as `cross-company=true`; percent-encoded here. */
  readonly custom?: Readonly<Record<string, string>>;
}

/** The query part of a URL with its leading `?`, percent-encoded; empty where nothing is asked. */
export function odataQuery(query: ODataQuery, version: ODataVersion): string {
  const options: readonly (readonly [string, string | undefined])[] = [
    ...Object.entries(query.custom ?? {}),
    ['$filter', query.filter === undefined ? undefined : odataFilter(query.filter, version)],
    ['$select', version === 'v2' ? v2Select(query) : list(query.select)],
    ['$expand', version === 'v2' ? v2Expand(query.expand) : v4Expand(query.expand)],
    ['$orderby', query.orderBy?.map(ordered).join(',')],
    ['$top', query.top?.toString()],
    ['$skip', query.skip === undefined || query.skip === 0 ? undefined : String(query.skip)],
    countOption(query, version),
  ];
  const given = options.filter((option): option is readonly [string, string] => (option[1] ?? '') !== '');
  return given.length === 0 ? '' : `?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

function countOption({ count }: ODataQuery, version: ODataVersion): readonly [string, string | undefined] {
  if (count !== true) return ['$count', undefined];
  return version === 'v2' ? ['$inlinecount', 'allpages'] : ['$count', 'true'];
}

function ordered(name: string): string {
  return name.startsWith('-') ? `${fieldPath(name.slice(1))} desc` : fieldPath(name);
}

function list(names: readonly string[] | undefined): string | undefined {
  return names?.map(fieldPath).join(',');
}

interface FlatExpand {
  readonly path: string;
  readonly select: readonly string[] | undefined;
}

/** v2 names every level from the root: `to_Item,to_Item/to_ScheduleLine`. */
function flattened(expands: readonly ODataExpand[] | undefined, prefix = ''): readonly FlatExpand[] {
  return (expands ?? []).flatMap(({ navigation, select, expand, filter }) => {
    if (filter !== undefined) throw new RangeError('OData v2 cannot filter what it expands');
    const path = `${prefix}${fieldPath(navigation)}`;
    return [{ path, select }, ...flattened(expand, `${path}/`)];
  });
}

function v2Expand(expands: readonly ODataExpand[] | undefined): string | undefined {
  const paths = flattened(expands).map(({ path }) => path);
  return paths.length === 0 ? undefined : paths.join(',');
}

/** In v2 a select of the root silences expanded navigations that it does not name. */
function v2Select({ select, expand }: ODataQuery): string | undefined {
  const nested = flattened(expand);
  const own = select ?? (nested.some((level) => level.select !== undefined) ? ['*'] : undefined);
  if (own === undefined) return undefined;
  const below = nested.flatMap((level) =>
    level.select === undefined ? [level.path] : level.select.map((name) => `${level.path}/${fieldPath(name)}`),
  );
  return [...own.map((name) => (name === '*' ? name : fieldPath(name))), ...below].join(',');
}

function v4Expand(expands: readonly ODataExpand[] | undefined): string | undefined {
  return expands?.map(v4Level).join(',');
}

function v4Level({ navigation, select, expand, filter }: ODataExpand): string {
  const parts = [
    select === undefined ? undefined : `$select=${list(select) ?? ''}`,
    filter === undefined ? undefined : `$filter=${odataFilter(filter, 'v4')}`,
    expand === undefined ? undefined : `$expand=${v4Expand(expand) ?? ''}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? fieldPath(navigation) : `${fieldPath(navigation)}(${parts.join(';')})`;
}
