import { SapError } from '../sap-error';
import type { Literal, Protocol } from './expression';
import { tokenAt } from './lexer';

/** One segment of a resource path: a name, and the key in parentheses where there is one. */
export interface PathSegment {
  readonly name: string;
  readonly key: KeyPredicate | undefined;
}

/** `('1')` gives one literal without a name, `(SalesOrder='1',SalesOrderItem='10')` named ones. */
export type KeyPredicate = readonly (readonly [name: string | undefined, literal: Literal])[];

/** `segment` is percent-decoded; a slash in a key is inside the segment then. */
export function parseSegment(segment: string, protocol: Protocol): PathSegment {
  const match = /^(\$?[A-Za-z_]\w*)(?:\((.*)\))?$/s.exec(segment);
  if (match === null) throw SapError.notFound(segment);
  const [, name = '', inner] = match;
  return { name, key: inner === undefined ? undefined : keyParts(inner, protocol) };
}

function keyParts(inner: string, protocol: Protocol): KeyPredicate {
  const parts: (readonly [string | undefined, Literal])[] = [];
  let rest = inner.trim();
  while (rest !== '') {
    const [named = '', name] = /^([A-Za-z_]\w*)\s*=\s*/.exec(rest) ?? [];
    const [token, length] = tokenAt(rest.slice(named.length), protocol);
    if (token.kind !== 'literal') throw SapError.badQuery('Malformed key predicate');
    parts.push([name, token.literal]);
    rest = rest.slice(named.length + length).trimStart();
    if (rest !== '' && !rest.startsWith(',')) throw SapError.badQuery('Malformed key predicate');
    rest = rest.slice(1).trimStart();
  }
  if (parts.length === 0) throw SapError.badQuery('Malformed key predicate');
  return parts;
}
