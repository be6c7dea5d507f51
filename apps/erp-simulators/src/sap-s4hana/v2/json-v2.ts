import type { Property } from '../odata/property';
import type { Link, Shape } from '../odata/shape';
import type { ApiCall } from './api-call';
import { entityPath, etagOf } from './entity-address';

type Fields = Readonly<Record<string, unknown>>;

/** `"TotalNetAmount":"1000.00"`, `"SalesOrderDate":"/Date(1492041600000)/"`: v2 writes numbers and dates as texts. */
export function jsonValue(property: Property, row: unknown): unknown {
  const value = property.read(row);
  if (typeof value !== 'string') return value;
  switch (property.kind) {
    case 'date':
      return `/Date(${Date.parse(`${value}T00:00:00Z`)})/`;
    case 'moment':
      return `/Date(${Date.parse(`${value}Z`)})/`;
    case 'timestamp':
      return `/Date(${Date.parse(value)}+0000)/`;
    case 'integer':
      return Number(value);
    default:
      return value;
  }
}

/** Every entity says what it is and where; navigations not expanded are deferred. */
export function jsonEntity(row: unknown, shape: Shape, call: ApiCall): Fields {
  const uri = `${call.root}/${entityPath(shape.set, row)}`;
  const etag = etagOf(shape.set, row);
  const type = `${call.api.definition.namespace}.${shape.set.set.type}`;
  return {
    __metadata: { id: uri, uri, type, ...(etag === undefined ? {} : { etag }) },
    ...Object.fromEntries(shape.properties.map((property) => [property.name, jsonValue(property, row)])),
    ...Object.fromEntries(shape.links.map((link) => [link.navigation.name, jsonLink({ row, link, uri }, call)])),
  };
}

interface LinkOf {
  readonly row: unknown;
  readonly link: Link;
  readonly uri: string;
}

function jsonLink({ row, link, uri }: LinkOf, call: ApiCall): unknown {
  const { navigation, expanded } = link;
  if (expanded === undefined) return { __deferred: { uri: `${uri}/${navigation.name}` } };
  const rows = navigation.follow(row).map((target) => jsonEntity(target, expanded.shape, call));
  return navigation.multiplicity === 'many' ? { results: rows } : (rows[0] ?? null);
}
