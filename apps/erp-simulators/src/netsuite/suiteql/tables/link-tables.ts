import type { Books } from '../../books/books';
import { orderNumberOf } from '../../books/keys';
import { packageId, packagesOf, type Package } from '../../books/packages';
import { linksAmong, linksNear, type TransactionLink } from '../../books/transaction-links';
import { TRANSACTION_TYPES, type TransactionType } from '../../books/transaction-types';
import { instantColumn, numberColumn, table, textColumn, type Relation } from '../relation';

/** What became of what, line by line and document by document, and what shipments were packed in. */
export function linkTables(books: Books): readonly Relation[] {
  return [
    lineLinkTable('nexttransactionlinelink', books),
    lineLinkTable('previoustransactionlinelink', books),
    documentLinkTable('nexttransactionlink', books),
    documentLinkTable('previoustransactionlink', books),
    packageTable(books),
    statusTable(),
    deletedRecordTable(),
  ];
}

function documentColumns(): Parameters<typeof table<TransactionLink>>[0]['columns'] {
  return {
    previousdoc: numberColumn(({ previous }) => previous.id),
    previoustype: textColumn(({ previous }) => previous.type),
    nextdoc: numberColumn(({ next }) => next.id),
    nexttype: textColumn(({ next }) => next.type),
    linktype: textColumn(({ type }) => type),
    lastmodifieddate: instantColumn(({ next }) => next.modifiedAt),
  };
}

/** The mirror holds the same rows: only what a query starts from differs. */
function lineLinkTable(name: string, books: Books): Relation {
  return table<TransactionLink>({
    name,
    columns: {
      ...documentColumns(),
      previousline: numberColumn(({ previousLine }) => String(previousLine)),
      nextline: numberColumn(({ nextLine }) => String(nextLine)),
      foreignamount: numberColumn(({ amount }) => amount),
    },
    rows: () => everyLink(books),
    lookups: {
      previousdoc: (id) => linksNear(id, books).filter(({ previous }) => previous.id === id),
      nextdoc: (id) => linksNear(id, books).filter(({ next }) => next.id === id),
    },
  });
}

function documentLinkTable(name: string, books: Books): Relation {
  return table<TransactionLink>({
    name,
    columns: documentColumns(),
    rows: () => byDocument(everyLink(books)),
    lookups: {
      previousdoc: (id) => byDocument(linksNear(id, books).filter(({ previous }) => previous.id === id)),
      nextdoc: (id) => byDocument(linksNear(id, books).filter(({ next }) => next.id === id)),
    },
  });
}

function everyLink(books: Books): readonly TransactionLink[] {
  return books.orders().flatMap((order) => linksAmong(books.transactionsNear(order.number), books));
}

function byDocument(links: readonly TransactionLink[]): readonly TransactionLink[] {
  return [...new Map(links.map((link) => [`${link.previous.id} ${link.next.id}`, link])).values()];
}

function packageTable(books: Books): Relation {
  const owners = books.options.suiteql.packageOwnerColumns;
  const of = (id: string): readonly Package[] =>
    books
      .transactionsNear(orderNumberOf(id) ?? '')
      .filter((transaction) => transaction.id === id)
      .flatMap(packagesOf);
  return table<Package>({
    name: 'itemfulfillmentpackage',
    columns: {
      id: numberColumn(packageId),
      ...Object.fromEntries(owners.map((name) => [name, numberColumn<Package>(({ fulfilment }) => fulfilment.id)])),
      packagetrackingnumber: textColumn(({ trackingNumber }) => trackingNumber),
      packageweight: numberColumn(() => null),
      packagedescr: textColumn(({ description }) => description),
    },
    rows: () => books.transactions().flatMap(packagesOf),
    lookups: Object.fromEntries(owners.map((name) => [name, of])),
  });
}

interface StatusRow {
  readonly type: TransactionType;
  readonly letter: string;
  readonly name: string;
}

function statusTable(): Relation {
  const rows = Object.entries(TRANSACTION_TYPES).flatMap(([type, { statuses }]) =>
    Object.entries(statuses).map(([letter, name]) => ({ type: type as TransactionType, letter, name })),
  );
  return table<StatusRow>({
    name: 'transactionstatus',
    columns: {
      id: textColumn(({ letter }) => letter),
      trantype: textColumn(({ type }) => type),
      name: textColumn(({ name }) => name),
      fullname: textColumn(({ type, name }) => `${TRANSACTION_TYPES[type].name} : ${name}`),
    },
    rows: () => rows,
  });
}

/** The world deletes nothing. */
function deletedRecordTable(): Relation {
  return table<never>({
    name: 'deletedrecord',
    columns: {
      recordid: numberColumn(() => null),
      recordtypeid: textColumn(() => null),
      type: textColumn(() => null),
      name: textColumn(() => null),
      deletedby: numberColumn(() => null),
      deleteddate: instantColumn(() => null),
    },
    rows: () => [],
  });
}
