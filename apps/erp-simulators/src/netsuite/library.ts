import type { Clock } from '@headwater/kernel';
import type { World } from '../world/world';
import { Books } from './books/books';
import { ModificationWatch } from './books/modified';
import type { NetsuiteOptions } from './options';
import type { RecordKind } from './record/record-kind';
import { kindsOf } from './record/types/catalogue';
import type { Relation } from './suiteql/relation';
import { tablesOf } from './suiteql/tables/catalogue';

/** The books of a world, and both ways to read them. */
export interface Library {
  readonly books: Books;
  readonly tables: ReadonlyMap<string, Relation>;
  readonly kinds: ReadonlyMap<string, RecordKind>;
}

/** Opened once for each world: a reset replaces the world. */
export function createLibrary(options: NetsuiteOptions, clock: Clock): (world: World) => Library {
  const known = new WeakMap<World, Library>();
  return (world) => {
    const library = known.get(world) ?? open(world, options, clock);
    known.set(world, library);
    return library;
  };
}

function open(world: World, options: NetsuiteOptions, clock: Clock): Library {
  const books = new Books(world, options, new ModificationWatch(clock));
  return { books, tables: tablesOf(books), kinds: kindsOf(books) };
}
