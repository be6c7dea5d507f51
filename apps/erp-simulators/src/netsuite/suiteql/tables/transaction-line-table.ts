import { multiplyDecimals, type Decimal } from '@headwater/kernel';
import type { Books } from '../../books/books';
import { itemTypeOf } from '../../books/item-types';
import { customerId, orderNumberOf } from '../../books/keys';
import { LOCATIONS, SUBSIDIARIES } from '../../books/reference-lists';
import { inBaseCurrency, lineAmount } from '../../books/signs';
import { fulfilledOf, isClosed, type Fulfilled, type TransactionLine } from '../../books/transaction-lines';
import { unitNamed, type Unit } from '../../books/units';
import {
  dateColumn,
  flagColumn,
  numberColumn,
  referenceColumn,
  table,
  textColumn,
  type Column,
  type Relation,
} from '../relation';
import { present } from './organisation-tables';
import { createdFromColumn } from './transaction-table';

type LineColumns = Readonly<Record<string, Column<TransactionLine>>>;

/** All lines of all documents; the header is one of them. */
export function transactionLineTable(books: Books): Relation {
  const rows = (id: string): readonly TransactionLine[] =>
    present(books.transaction(id)).flatMap((transaction) => shownLines(transaction, books));
  return table<TransactionLine>({
    name: 'transactionline',
    columns: {
      ...identityColumns(books),
      ...classificationColumns(books),
      ...itemColumns(books),
      ...quantityColumns(books),
      ...amountColumns(books),
      ...postingColumns(),
    },
    rows: () => books.transactions().flatMap((transaction) => shownLines(transaction, books)),
    lookups: {
      transaction: rows,
      createdfrom: (id) =>
        books
          .transactionsNear(orderNumberOf(id) ?? '')
          .filter(({ createdFrom }) => createdFrom === id)
          .flatMap((transaction) => shownLines(transaction, books)),
    },
  });
}

function shownLines(transaction: TransactionLine['transaction'], books: Books): readonly TransactionLine[] {
  const lines = books.linesOf(transaction);
  return books.options.suiteql.fulfilmentLines === 'doubled' ? lines : lines.filter(({ role }) => role !== 'cost');
}

function identityColumns(books: Books): LineColumns {
  return {
    uniquekey: numberColumn(({ transaction, id }) => `${transaction.id}${String(id).padStart(3, '0')}`),
    transaction: numberColumn(({ transaction }) => transaction.id),
    id: numberColumn(({ id }) => String(id)),
    linesequencenumber: numberColumn(({ sequence }) => String(sequence)),
    mainline: flagColumn(({ role }) => role === 'main'),
    taxline: flagColumn(({ role }) => role === 'tax'),
    createdfrom: createdFromColumn(({ transaction }: TransactionLine) => transaction, books),
    entity: numberColumn(({ transaction }) => customerId(transaction.order.customer)),
  };
}

/** Company and place belong to lines, not to headers. */
function classificationColumns({ options }: Books): LineColumns {
  return {
    ...(options.account.companies === 'one-world'
      ? {
          subsidiary: referenceColumn(({ transaction }: TransactionLine) =>
            SUBSIDIARIES.ofCode(transaction.order.company),
          ),
        }
      : {}),
    ...(options.account.locations === 'multiple'
      ? {
          location: referenceColumn(({ transaction }: TransactionLine) =>
            LOCATIONS.ofCode(transaction.order.warehouse),
          ),
        }
      : {}),
  };
}

function itemColumns(books: Books): LineColumns {
  return {
    item: referenceColumn(({ line }) => (line === null ? null : { id: books.idOfItem(line.item), name: line.item })),
    itemtype: textColumn((each) => itemType(each, books)),
    memo: textColumn(({ line }) => line?.description ?? null),
    units: referenceColumn((each) => unitOf(each, books)),
    isclosed: flagColumn(isClosed),
    expectedshipdate: dateColumn(({ line, transaction }) =>
      line === null || transaction.release !== null ? null : line.promisedOn,
    ),
  };
}

function itemType({ role, line }: TransactionLine, { world }: Books): string | null {
  if (role === 'tax') return 'TaxItem';
  const item = line === null ? undefined : world.items.get(line.item);
  return item === undefined ? null : itemTypeOf(item).code;
}

export function unitOf({ line }: TransactionLine, { world, units }: Books): Unit | null {
  const item = line === null ? undefined : world.items.get(line.item);
  return item === undefined || line === null ? null : unitNamed(units.of(item), line.unit);
}

function quantityColumns({ options }: Books): LineColumns {
  const { lineQuantities } = options.suiteql;
  const inUnit = (quantity: Decimal | null, { line }: TransactionLine): Decimal | null =>
    quantity === null || lineQuantities === 'transaction-unit'
      ? quantity
      : multiplyDecimals(quantity, String(line?.unitFactor ?? 1));
  const progress = (name: keyof Fulfilled): Column<TransactionLine> =>
    numberColumn((each) => inUnit(fulfilledOf(each)?.[name] ?? null, each));
  return {
    quantity: numberColumn((each) => inUnit(lineAmount(each.quantity, each, options.suiteql), each)),
    quantityshiprecv: progress('shipped'),
    quantitybilled: progress('billed'),
    quantitycommitted: progress('committed'),
    quantitybackordered: progress('backordered'),
  };
}

/** `foreign` is the transaction's currency; the net amount is in the base currency. */
function amountColumns({ options }: Books): LineColumns {
  const { suiteql } = options;
  return {
    rate: numberColumn(({ role, line, transaction }) =>
      role === 'item' && transaction.type !== 'ItemShip' ? (line?.unitPrice ?? null) : null,
    ),
    foreignamount: numberColumn((each) => lineAmount(each.amount, each, suiteql)),
    netamount: numberColumn((each) => {
      const amount = lineAmount(each.amount, each, suiteql);
      return suiteql.netAmounts === 'base-currency' ? inBaseCurrency(amount, each.transaction) : amount;
    }),
  };
}

/** What tells the two postings of a fulfilled line apart. */
function postingColumns(): LineColumns {
  const ships = ({ transaction }: TransactionLine): boolean => transaction.type === 'ItemShip';
  return {
    iscogs: flagColumn(({ role }) => role === 'cost'),
    isinventoryaffecting: flagColumn((each) => each.role === 'item' && ships(each)),
    accountinglinetype: textColumn((each) => {
      if (!ships(each) || each.role === 'main') return null;
      return each.role === 'cost' ? 'COGS' : 'ASSET';
    }),
  };
}
