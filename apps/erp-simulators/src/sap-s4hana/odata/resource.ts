import { SapError } from '../sap-error';
import type { SapScope } from '../scope';
import type { ApiModel, SetModel } from './api-model';
import { comparable, comparableLiteral } from './comparable';
import type { Literal } from './expression';
import { keyPins, pinsOf } from './pins';
import type { Expression } from './expression';
import type { KeyPredicate, PathSegment } from './path-segment';

/** Where a path leads: entities of one set. */
export interface Resource {
  readonly set: SetModel;
  readonly multiplicity: 'one' | 'many';
  readonly rows: readonly unknown[];
}

export interface Addressing {
  readonly api: ApiModel;
  readonly scope: SapScope;
  /** Of the call: a list from the root makes only the rows it pins. */
  readonly filter: Expression | undefined;
}

/** Follows a path from the root of an API. Throws `SapError` where a segment, key or entity does not exist. */
export function resolve([first, ...rest]: readonly PathSegment[], addressing: Addressing): Resource {
  if (first === undefined) throw SapError.notFound('');
  const set = addressing.api.sets.get(first.name) ?? missing(first.name);
  return rest.reduce((resource, segment) => step(resource, segment, addressing), root(set, first, addressing));
}

function root(set: SetModel, { key }: PathSegment, { scope, filter, api }: Addressing): Resource {
  if (key !== undefined) return oneOf(set, keyLiterals(set, key), scope);
  if (set.set.access === 'navigation')
    throw SapError.badQuery(`Entity set '${set.name}' of '${api.name}' cannot be read without a key`);
  return { set, multiplicity: 'many', rows: set.set.rows(scope, pinsOf(filter)) };
}

function oneOf(set: SetModel, key: Readonly<Record<string, Literal>>, scope: SapScope): Resource {
  const texts = Object.fromEntries(Object.entries(key).map(([name, { text }]) => [name, text]));
  return matching(set, key, { scope, rows: set.set.rows(scope, keyPins(texts)) });
}

interface Candidates {
  readonly scope: SapScope;
  readonly rows: readonly unknown[];
}

function matching(set: SetModel, key: Readonly<Record<string, Literal>>, { scope, rows }: Candidates): Resource {
  const wanted = Object.entries(key).map(([name, literal]) => {
    const property = set.property(name);
    return [property, comparableLiteral(property, literal, scope.options.keyPadding)] as const;
  });
  const found = rows.find((row) => wanted.every(([property, value]) => comparable(property, row) === value));
  if (found === undefined) throw SapError.notFound(set.set.type);
  return { set, multiplicity: 'one', rows: [found] };
}

function step(resource: Resource, { name, key }: PathSegment, { api, scope }: Addressing): Resource {
  const [row] = resource.rows;
  const navigation = resource.set.link(name);
  if (resource.multiplicity === 'many' || row === undefined || navigation === undefined) throw SapError.notFound(name);
  const set = api.setNamed(navigation.target);
  const rows = navigation.follow(row);
  if (key !== undefined) return matching(set, keyLiterals(set, key), { scope, rows });
  if (navigation.multiplicity === 'one' && rows.length === 0) throw SapError.notFound(set.set.type);
  return { set, multiplicity: navigation.multiplicity, rows };
}

/** Every part of a key has to be there: stock has eleven of them. */
function keyLiterals(set: SetModel, key: KeyPredicate): Readonly<Record<string, Literal>> {
  const names = set.set.keys;
  const [only] = key;
  if (key.length === 1 && only?.[0] === undefined && only !== undefined && names.length === 1)
    return { [names[0] ?? '']: only[1] };
  const given = new Map(key.map(([name, literal]) => [name ?? '', literal]));
  const complete = names.every((name) => given.has(name)) && given.size === names.length && key.length === names.length;
  if (!complete) throw SapError.badQuery(`The key of '${set.name}' has the parts ${names.join(', ')}`);
  return Object.fromEntries(given);
}

function missing(name: string): never {
  throw SapError.notFound(name);
}
