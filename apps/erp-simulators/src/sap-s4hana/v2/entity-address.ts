import type { SetModel } from '../odata/api-model';
import type { Property } from '../odata/property';

/** `A_SalesOrder('1')`, `A_SalesOrderItem(SalesOrder='1',SalesOrderItem='10')`. */
export function entityPath(set: SetModel, row: unknown): string {
  const { keys } = set;
  const [only] = keys;
  const inner =
    keys.length === 1 && only !== undefined
      ? keyLiteral(only, row)
      : keys.map((key) => `${key.name}=${keyLiteral(key, row)}`).join(',');
  return `${set.name}(${inner})`;
}

function keyLiteral(property: Property, row: unknown): string {
  const value = String(property.read(row) ?? '');
  const quoted = `'${encodeURIComponent(value.replaceAll("'", "''"))}'`;
  if (property.kind === 'guid') return `guid${quoted}`;
  return property.kind === 'date' ? `datetime'${value}T00%3A00%3A00'` : quoted;
}

/** The ETag of what carries one: the sales order's is its change time, the delivery's its version. */
export function etagOf(set: SetModel, row: unknown): string | undefined {
  const carrier = set.properties.find((property) => property.facets.concurrency === true);
  const value = carrier?.read(row);
  if (carrier === undefined || typeof value !== 'string') return undefined;
  if (carrier.kind !== 'timestamp') return `W/"'${encodeURIComponent(value)}'"`;
  return `W/"datetimeoffset'${encodeURIComponent(`${value.slice(0, -1)}0000Z`)}'"`;
}
