import type { Property } from '../odata/property';
import type { Link, Shape } from '../odata/shape';
import { attributes, escapeXml } from '../xml';
import type { ApiCall } from './api-call';
import { entityPath, etagOf } from './entity-address';

const NAMESPACES =
  'xmlns="http://www.w3.org/2005/Atom" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices"';
const RELATED = 'http://schemas.microsoft.com/ado/2007/08/dataservices/related';
const SCHEME = 'http://schemas.microsoft.com/ado/2007/08/dataservices/scheme';

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>';

export interface Feed {
  readonly rows: readonly unknown[];
  readonly shape: Shape;
  /** Of all rows, where it was asked for. */
  readonly count: number | undefined;
  readonly next: string | undefined;
}

export function atomFeed(feed: Feed, call: ApiCall): string {
  return `${XML_HEAD}${feedElement(feed, call, NAMESPACES)}`;
}

export function atomEntry(row: unknown, shape: Shape, call: ApiCall): string {
  return `${XML_HEAD}${entryElement({ row, shape, namespaces: ` ${NAMESPACES}` }, call)}`;
}

/** A value of its own or in `m:properties`: dates without a zone, nothing as `m:null`. */
export function atomProperty(property: Property, row: unknown): string {
  const value = property.read(row);
  const name = `d:${property.name}`;
  if (value === null) return `<${name} m:null="true"/>`;
  const shown = property.kind === 'date' ? `${String(value)}T00:00:00` : String(value);
  return shown === '' ? `<${name}/>` : `<${name}>${escapeXml(shown)}</${name}>`;
}

function feedElement({ rows, shape, count, next }: Feed, call: ApiCall, namespaces = ''): string {
  const id = escapeXml(`${call.root}/${shape.set.name}`);
  return [
    `<feed ${namespaces}${attributes({ 'xml:base': `${call.root}/` })}>`,
    `<id>${id}</id><title type="text">${shape.set.name}</title><updated>${call.scope.world.instant()}</updated>`,
    ...(count === undefined ? [] : [`<m:count>${count}</m:count>`]),
    ...rows.map((row) => entryElement({ row, shape, namespaces: '' }, call)),
    ...(next === undefined ? [] : [`<link${attributes({ rel: 'next', href: next })}/>`]),
    '</feed>',
  ].join('');
}

interface Entry {
  readonly row: unknown;
  readonly shape: Shape;
  readonly namespaces: string;
}

function entryElement({ row, shape, namespaces }: Entry, call: ApiCall): string {
  const path = entityPath(shape.set, row);
  const type = `${call.api.definition.namespace}.${shape.set.set.type}`;
  return [
    `<entry${namespaces}${attributes({ 'm:etag': etagOf(shape.set, row) })}>`,
    `<id>${escapeXml(`${call.root}/${path}`)}</id><title type="text">${escapeXml(path)}</title>`,
    `<updated>${call.scope.world.instant()}</updated>`,
    `<category${attributes({ term: type, scheme: SCHEME })}/>`,
    `<link${attributes({ href: path, rel: 'self', title: shape.set.set.type })}/>`,
    ...shape.links.map((link) => linkElement({ row, link, path }, call)),
    `<content type="application/xml"><m:properties>`,
    ...shape.properties.map((property) => atomProperty(property, row)),
    '</m:properties></content></entry>',
  ].join('');
}

interface LinkOf {
  readonly row: unknown;
  readonly link: Link;
  readonly path: string;
}

function linkElement({ row, link, path }: LinkOf, call: ApiCall): string {
  const { navigation, expanded } = link;
  const many = navigation.multiplicity === 'many';
  const start = `<link${attributes({
    href: `${path}/${navigation.name}`,
    rel: `${RELATED}/${navigation.name}`,
    type: `application/atom+xml;type=${many ? 'feed' : 'entry'}`,
    title: navigation.name,
  })}`;
  if (expanded === undefined) return `${start}/>`;
  const rows = navigation.follow(row);
  const { shape } = expanded;
  const inner = many
    ? feedElement({ rows, shape, count: undefined, next: undefined }, call)
    : rows.map((target) => entryElement({ row: target, shape, namespaces: '' }, call)).join('');
  return `${start}><m:inline>${inner}</m:inline></link>`;
}
