import { conditionOf, ODataRefusal } from './odata-filter';
import { type FixtureRow, type Metadata, plainValue, type Tables } from './p21-fixtures';

/** A Prophet 21 as far as OData goes: what tables it has, and what stands in them. */
export interface P21Site {
  readonly metadata: Metadata;
  readonly tables: Tables;
}

function recordOf(entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries);
}

/** The JSON CSDL of a surface, with a table nobody asks for in it. */
export function csdlOf({ metadata }: P21Site, surface: string): unknown {
  const types = Object.entries(metadata)
    .filter(([source]) => source.startsWith(`${surface}/`))
    .map(([source, columns]): readonly [string, unknown] => {
      const properties = Object.entries(columns).map(([name, type]): readonly [string, unknown] => [
        name,
        type === 'Edm.String' ? { $MaxLength: 255 } : { $Type: type },
      ]);
      const entity = { $Kind: 'EntityType', $Key: Object.keys(columns).slice(0, 1), ...recordOf(properties) };
      return [source.slice(surface.length + 1), entity];
    });
  const unused = { $Kind: 'EntityType', $Key: ['uid'], uid: { $Type: 'Edm.Int32' } };
  return {
    $Version: '4.0',
    $EntityContainer: 'Default.Container',
    dbo: { ...recordOf(types), unused_table: unused },
    Default: {
      Container: { $Kind: 'EntityContainer', unused_table: { $Collection: true, $Type: 'dbo.unused_table' } },
    },
  };
}

function ordered(rows: readonly FixtureRow[], orderBy: string, types: Readonly<Record<string, string>>) {
  const keys = orderBy.split(',').map((part) => part.split(' '));
  for (const [column = ''] of keys) if (types[column] === undefined) throw new ODataRefusal('');
  return [...rows].sort((left, right) => {
    for (const [column = '', direction] of keys) {
      const order = orderOf(plainValue(left[column]), plainValue(right[column]));
      if (order !== 0) return direction === 'desc' ? -order : order;
    }
    return 0;
  });
}

/** Nulls come first, as SQL Server has them. */
function orderOf(left: string | number | null, right: string | number | null): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [Date.parse(String(left)), Date.parse(String(right))];
  if (/T\d{2}:/.test(String(left)) && !Number.isNaN(a - b)) return a - b;
  return String(left).localeCompare(String(right), 'en');
}

/** The answer to a read, or an `ODataRefusal`. Without `$top` the tests end here: Prophet 21 would send everything. */
export function odataAnswer(site: P21Site, source: string, query: URLSearchParams): unknown {
  const types = site.metadata[source];
  if (types === undefined) throw new ODataRefusal('');
  const top = Number(query.get('$top') ?? Number.NaN);
  if (Number.isNaN(top)) throw new Error('a read without $top');
  const filter = query.get('$filter');
  const select = (query.get('$select') ?? '').split(',');
  for (const column of select) {
    if (types[column] === undefined)
      throw new ODataRefusal(`Could not find a property named '${column}' on type 'dbo.x'`);
  }
  const condition = filter === null ? () => true : conditionOf(filter, types);
  const rows = ordered((site.tables[source] ?? []).filter(condition), query.get('$orderby') ?? '', types);
  const skip = Number(query.get('$skip') ?? 0);
  const value = rows
    .slice(skip, skip + top)
    .map((row) => Object.fromEntries(select.map((column) => [column, row[column] ?? null])));
  return { '@odata.context': `https://p21.example/odataservice/odata/$metadata#${source}`, value };
}
