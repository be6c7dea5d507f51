import type { Books } from '../../books/books';
import type { RecordKind } from '../record-kind';
import { customerKind } from './customer-kind';
import { itemKinds } from './item-kinds';
import { listKinds } from './list-kinds';
import { transactionKinds } from './transaction-kinds';

/** Every record type of the account, by its lower-case name. */
export function kindsOf(books: Books): ReadonlyMap<string, RecordKind> {
  const kinds = [...transactionKinds(books), customerKind(books), ...itemKinds(books), ...listKinds(books)];
  return new Map(kinds.map((kind) => [kind.name.toLowerCase(), kind]));
}
