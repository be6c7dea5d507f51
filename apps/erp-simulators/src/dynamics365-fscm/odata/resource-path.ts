import type { EntitySet, PropertyShape } from '../edm/schema';
import { NAMESPACE } from '../edm/schema';
import { ODataFault } from './fault';
import { splitOutside } from './split';

/** What an address below `/data` names. */
export type ResourcePath =
  { readonly kind: 'service-document' } | { readonly kind: 'metadata' } | { readonly kind: 'batch' } | RowsPath;

export type RowsPath =
  | { readonly kind: 'set'; readonly set: string }
  | { readonly kind: 'count'; readonly set: string }
  | { readonly kind: 'entity'; readonly set: string; readonly key: string };

/** `rawPath` is still percent-encoded: a slash within a key comes as `%2F`. */
export function readResourcePath(rawPath: string): ResourcePath {
  const segments = rawPath
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  const [first = '', second, ...rest] = segments;
  if (segments.length === 0) return { kind: 'service-document' };
  if (segments.length === 1 && first === '$metadata') return { kind: 'metadata' };
  if (segments.length === 1 && first === '$batch') return { kind: 'batch' };
  const [, set = first, key] = /^([^(]+)\((.*)\)$/s.exec(first) ?? [];
  if (second === '$count' && rest.length === 0 && key === undefined) return { kind: 'count', set };
  if (second !== undefined) throw notFound(second);
  return key === undefined ? { kind: 'set', set } : { kind: 'entity', set, key };
}

export function notFound(segment: string): ODataFault {
  return new ODataFault(`Resource not found for the segment '${segment}'.`, 404);
}

/** All fields of the key by name, `dataAreaId` among them. */
export function readKey(text: string, set: EntitySet): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const part of splitOutside(text, ',')) {
    const [, name = '', literal = ''] = /^(\w+)\s*=\s*(.*)$/s.exec(part) ?? [];
    if (!set.key.includes(name) || values.has(name)) throw badKey(set);
    values.set(name, keyValue(literal, set.property(name), set));
  }
  if (values.size !== set.key.length) throw badKey(set);
  return values;
}

function keyValue(literal: string, property: PropertyShape | undefined, set: EntitySet): string {
  if (property?.type !== 'Edm.String') {
    if (!/^-?\d+(\.\d+)?$/.test(literal)) throw badKey(set);
    return literal;
  }
  if (!/^'(?:[^']|'')*'$/s.test(literal)) throw badKey(set);
  return literal.slice(1, -1).replaceAll("''", "'");
}

function badKey(set: EntitySet): ODataFault {
  return new ODataFault(
    `The number of keys specified in the URI does not match number of key properties for the resource '${NAMESPACE}.${set.entity}'.`,
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) throw new ODataFault('The URI is not valid.');
    throw error;
  }
}
