import type { Books } from '../../books/books';
import { shippingAddressKey } from '../../books/entity-addresses';
import { customerId, customerNumber } from '../../books/keys';
import { currencyName, entityDisplay } from '../../books/names';
import {
  CURRENCIES,
  EMPLOYEES,
  LOCATIONS,
  PAYMENT_TERMS,
  SHIP_METHODS,
  SUBSIDIARIES,
} from '../../books/reference-lists';
import { headerAmount } from '../../books/signs';
import type { Transaction } from '../../books/transaction';
import { TRANSACTION_TYPES, statusName } from '../../books/transaction-types';
import {
  dateColumn,
  flagColumn,
  instantColumn,
  numberColumn,
  referenceColumn,
  table,
  textColumn,
  type Column,
  type Relation,
} from '../relation';
import { present } from './organisation-tables';

type TransactionColumns = Readonly<Record<string, Column<Transaction>>>;

/** Every document of the ledger in one table. */
export function transactionTable(books: Books): Relation {
  return table<Transaction>({
    name: 'transaction',
    columns: {
      ...identityColumns(books),
      ...partyColumns(books),
      ...dateColumns(),
      ...amountColumns(books),
      ...headerColumns(books),
    },
    rows: () => books.transactions(),
    lookups: {
      id: (id) => present(books.transaction(id)),
      entity: (id) => {
        const customer = books.customer(id);
        return customer === undefined ? [] : books.transactions(customer.number);
      },
      tranid: (tranid) => transactionsNumbered(tranid, books),
    },
  });
}

/** Numbers are unique among the documents of one type only. */
export function transactionsNumbered(tranid: string, books: Books): readonly Transaction[] {
  const { numberPrefixes } = books.options.account;
  const prefixes = new Set(['', ...Object.values(numberPrefixes)]);
  const found = [...prefixes]
    .filter((prefix) => tranid.startsWith(prefix))
    .flatMap((prefix) => books.transactionsNear(tranid.slice(prefix.length).split('-')[0] ?? ''));
  return [...new Set(found)].filter((transaction) => transaction.tranid === tranid);
}

function identityColumns(books: Books): TransactionColumns {
  return {
    id: numberColumn(({ id }) => id),
    tranid: textColumn(({ tranid }) => tranid),
    externalid: textColumn(({ release, order }) => (release === null ? order.number : null)),
    type: { ...textColumn<Transaction>(({ type }) => type), display: ({ type }) => TRANSACTION_TYPES[type].name },
    recordtype: textColumn(({ type }) => TRANSACTION_TYPES[type].record.toLowerCase()),
    status: statusColumn(books),
    voided: flagColumn(() => false),
    posting: flagColumn(({ release }) => release !== null),
    memo: textColumn(() => null),
  };
}

/** Selected as a bare letter, shown as words, and compared as type and letter. */
function statusColumn({ options }: Books): Column<Transaction> {
  const { selectedStatus, statusDisplay, bareStatusFilter } = options.suiteql;
  const prefixed = ({ type, status }: Transaction): string => `${type}:${status}`;
  return {
    type: 'text',
    read: (transaction) => (selectedStatus === 'bare' ? transaction.status : prefixed(transaction)),
    display: ({ type, status }) => {
      const name = statusName(type, status);
      return statusDisplay === 'plain' ? name : `${TRANSACTION_TYPES[type].name} : ${name}`;
    },
    compared: (transaction, other) => {
      const bare = bareStatusFilter === 'match' && typeof other === 'string' && !other.includes(':');
      return bare ? transaction.status : prefixed(transaction);
    },
  };
}

function partyColumns(books: Books): TransactionColumns {
  const { world, options } = books;
  return {
    entity: {
      ...numberColumn(({ order }) => customerId(order.customer)),
      display: ({ order }) => {
        const customer = world.customers.get(order.customer);
        return customer === undefined
          ? (customerNumber(order.customer) ?? null)
          : entityDisplay(customer, options.account);
      },
    },
    otherrefnum: textColumn(({ order, type }) =>
      type === 'CustPymt' || type === 'ItemShip' ? null : order.customerPo,
    ),
    employee: referenceColumn(({ order, type }) =>
      type === 'CustPymt' || type === 'ItemShip' ? null : EMPLOYEES.ofCode(order.salesperson),
    ),
    terms: referenceColumn(({ order, type }) =>
      type === 'SalesOrd' || type === 'Estimate' || type === 'CustInvc' ? PAYMENT_TERMS.ofCode(order.terms) : null,
    ),
    shipmethod: referenceColumn(({ order, release, type }) => {
      const carrier = (release ?? order.releases[0])?.carrier;
      return type === 'CustPymt' || carrier === undefined ? null : SHIP_METHODS.ofCode(carrier);
    }),
    shippingaddress: numberColumn(({ order, type }) => (type === 'CustPymt' ? null : shippingAddressKey(order))),
  };
}

function dateColumns(): TransactionColumns {
  return {
    trandate: dateColumn(({ date }) => date),
    shipdate: dateColumn(({ order, release }) => (release === null ? order.promisedOn : null)),
    duedate: dateColumn(({ due }) => due),
    createddate: instantColumn(({ date }) => `${date}T00:00:00Z`),
    lastmodifieddate: instantColumn(({ modifiedAt }) => modifiedAt),
  };
}

/** In the transaction's own currency. */
function amountColumns({ options }: Books): TransactionColumns {
  const { account, suiteql } = options;
  return {
    foreigntotal: numberColumn((each) => headerAmount(each.total, each, suiteql)),
    foreignamountpaid: numberColumn((each) => headerAmount(each.paid, each, suiteql)),
    foreignamountunpaid: numberColumn((each) => headerAmount(each.unpaid, each, suiteql)),
    ...(account.currencies === 'multiple'
      ? {
          currency: referenceColumn(({ order }: Transaction) => {
            const currency = CURRENCIES.ofCode(order.currency);
            return { id: currency.id, name: currencyName(currency, account) };
          }),
          exchangerate: numberColumn(({ order }: Transaction) => CURRENCIES.ofCode(order.currency).rate),
        }
      : {}),
  };
}

/** These live on the lines; some accounts show them here too. */
function headerColumns(books: Books): TransactionColumns {
  const known: TransactionColumns = {
    createdfrom: createdFromColumn((transaction: Transaction) => transaction, books),
    subsidiary: referenceColumn(({ order }) => SUBSIDIARIES.ofCode(order.company)),
    location: referenceColumn(({ order }) => LOCATIONS.ofCode(order.warehouse)),
  };
  const shown = new Set<string>(books.options.suiteql.headerColumns);
  return Object.fromEntries(Object.entries(known).filter(([name]) => shown.has(name)));
}

/** The document another one was made from, shown by kind and number. */
export function createdFromColumn<Source>(read: (source: Source) => Transaction, books: Books): Column<Source> {
  return referenceColumn((source) => {
    const from = books.transaction(read(source).createdFrom ?? '');
    return from === undefined ? null : { id: from.id, name: `${TRANSACTION_TYPES[from.type].name} #${from.tranid}` };
  });
}
