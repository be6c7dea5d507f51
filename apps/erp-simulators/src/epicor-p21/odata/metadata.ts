import type { P21Options } from '../options';
import type { ColumnShape } from '../tables/column';
import type { P21Table } from '../tables/table';

export const NAMESPACE = 'dbo';

/** JSON CSDL, one document per surface. A client that expects EDMX in XML fails on it. */
export function metadataOf(tables: readonly P21Table[], options: P21Options): unknown {
  const types = tables.map((table) => [table.name, entityType(table, options)] as const);
  const sets = tables.map(({ name }) => [name, { $Collection: true, $Type: `${NAMESPACE}.${name}` }] as const);
  return {
    $Version: '4.0',
    $EntityContainer: 'Default.Container',
    [NAMESPACE]: Object.fromEntries(types),
    Default: { Container: { $Kind: 'EntityContainer', ...Object.fromEntries(sets) } },
  };
}

function entityType({ key, columns }: P21Table, options: P21Options): unknown {
  const properties = [...columns.values()].map((column) => [
    column.name,
    propertyOf(column, key.includes(column.name) ? 'key' : 'nullable', options),
  ]);
  return { $Kind: 'EntityType', $Key: key.filter((name) => columns.has(name)), ...Object.fromEntries(properties) };
}

/** A property without `$Type` is text. */
function propertyOf(
  { type, scale, maxLength }: ColumnShape,
  role: 'key' | 'nullable',
  { stringTypesInMetadata }: P21Options,
): unknown {
  return {
    ...(type === 'Edm.String' && stringTypesInMetadata === 'absent' ? {} : { $Type: type }),
    ...(role === 'nullable' ? { $Nullable: true } : {}),
    ...(maxLength === undefined ? {} : { $MaxLength: maxLength }),
    ...(type === 'Edm.Decimal' ? { $Precision: 19, $Scale: scale } : {}),
  };
}
