import type { Books } from '../../books/books';
import type { Relation } from '../relation';
import { addressTables } from './address-tables';
import { customerTables } from './customer-tables';
import { itemTables } from './item-tables';
import { linkTables } from './link-tables';
import { organisationTables } from './organisation-tables';
import { priceTables } from './price-tables';
import { stockTables } from './stock-tables';
import { transactionLineTable } from './transaction-line-table';
import { transactionTable } from './transaction-table';

/** Every table of the account, by its lower-case name. */
export function tablesOf(books: Books): ReadonlyMap<string, Relation> {
  const tables = [
    transactionTable(books),
    transactionLineTable(books),
    ...linkTables(books),
    ...customerTables(books),
    ...addressTables(books),
    ...itemTables(books),
    ...stockTables(books),
    ...priceTables(books),
    ...organisationTables(books),
  ];
  return new Map(tables.map((each) => [each.name, each]));
}
