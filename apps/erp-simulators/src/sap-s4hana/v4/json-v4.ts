import { restrict } from '../odata/page';
import type { Property } from '../odata/property';
import type { Link, Shape } from '../odata/shape';
import { etagOf } from '../v2/entity-address';
import { JsonNumber } from './json-number';

/** Decimals are numbers, or texts for a client that says `IEEE754Compatible=true`. */
export type NumberStyle = 'number' | 'text';

type Fields = Readonly<Record<string, unknown>>;

export function jsonEntityV4(row: unknown, shape: Shape, numbers: NumberStyle): Fields {
  const etag = etagOf(shape.set, row);
  return {
    ...(etag === undefined ? {} : { '@odata.etag': etag }),
    ...Object.fromEntries(shape.properties.map((property) => [property.name, valueV4(property, row, numbers)])),
    ...Object.assign({}, ...shape.links.map((link) => linkFields(row, link, numbers))),
  };
}

function linkFields(row: unknown, { navigation, expanded }: Link, numbers: NumberStyle): Fields {
  if (expanded === undefined) return {};
  const rows = navigation.follow(row);
  const { shape, restriction } = expanded;
  const window = restriction === undefined ? rows : restrict(rows, restriction).window;
  const entities = window.map((target) => jsonEntityV4(target, shape, numbers));
  return { [navigation.name]: navigation.multiplicity === 'many' ? entities : (entities[0] ?? null) };
}

function valueV4(property: Property, row: unknown, numbers: NumberStyle): unknown {
  const value = property.read(row);
  if (typeof value !== 'string') return value;
  switch (property.kind) {
    case 'decimal':
      return numbers === 'number' ? new JsonNumber(value) : value;
    case 'integer':
      return Number(value);
    case 'timestamp':
      return `${value.slice(0, -1)}0000Z`;
    default:
      return value;
  }
}
