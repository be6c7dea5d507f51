import type { Books } from '../../books/books';
import type { Transaction } from '../../books/transaction';
import { TRANSACTION_TYPES, type TransactionType } from '../../books/transaction-types';
import { field, recordKind, type Field, type RecordKind, type Subresource } from '../record-kind';
import { toEntity, toStatus } from '../references';
import { shippingAddress } from './addresses';
import { itemSublist } from './item-sublist';
import { packageSublist } from './package-sublist';
import { createdFromField, documentFields, moneyFields, placeFields, saleFields } from './transaction-fields';

/** One record type for each type of document. */
export function transactionKinds(books: Books): readonly RecordKind[] {
  const sale = [...documentFields(books), ...moneyFields(books), ...saleFields(books)];
  const kind = kindMaker(books);
  return [
    kind('SalesOrd', [...sale, field('orderStatus', 'reference', toStatus), shipDateField()], withShipping),
    kind('Estimate', [...sale, shipDateField()], withShipping),
    kind('RtnAuth', [...sale, field('orderStatus', 'reference', toStatus)], itemsOnly),
    kind('CustInvc', [...sale, createdFromField(books), ...receivableFields()], withShipping),
    kind('CustCred', [...sale, createdFromField(books), ...creditFields()], itemsOnly),
    kind('ItemShip', fulfilmentFields(books), (each) => [...withShipping(each, books), ...packageSublist(each, books)]),
    kind('CustPymt', paymentFields(books), () => []),
  ];
}

type Below = (transaction: Transaction, books: Books) => readonly Subresource[];

function kindMaker(
  books: Books,
): (type: TransactionType, fields: readonly Field<Transaction>[], below: Below) => RecordKind {
  return (type, fields, below) =>
    recordKind<Transaction>({
      name: TRANSACTION_TYPES[type].record,
      idOf: ({ id }) => id,
      fields,
      subresources: (transaction) => below(transaction, books),
      find: (id) => ofType(books.transaction(id), type),
      findExternal: (number) => ofType(books.transactionsNear(number)[0], type),
      all: () => books.transactions().filter((transaction) => transaction.type === type),
    });
}

function ofType(transaction: Transaction | undefined, type: TransactionType): Transaction | undefined {
  return transaction?.type === type ? transaction : undefined;
}

const itemsOnly: Below = (transaction, books) => [itemSublist(transaction, books)];

const withShipping: Below = (transaction, books) => [
  itemSublist(transaction, books),
  shippingAddress(transaction.order),
];

function shipDateField(): Field<Transaction> {
  return field('shipDate', 'date', ({ order }) => order.promisedOn);
}

function receivableFields(): readonly Field<Transaction>[] {
  return [
    field('dueDate', 'date', ({ due }) => due),
    field('amountPaid', 'number', ({ paid }) => paid),
    field('amountRemaining', 'number', ({ unpaid }) => unpaid),
  ];
}

function creditFields(): readonly Field<Transaction>[] {
  return [field('applied', 'number', ({ paid }) => paid), field('unapplied', 'number', ({ unpaid }) => unpaid)];
}

function fulfilmentFields(books: Books): readonly Field<Transaction>[] {
  return [
    ...documentFields(books),
    ...placeFields(books),
    createdFromField(books),
    field('shipStatus', 'reference', toStatus),
  ];
}

function paymentFields(books: Books): readonly Field<Transaction>[] {
  return [
    ...documentFields(books),
    ...moneyFields(books),
    field('customer', 'reference', (each) => toEntity(each, books)),
    field('payment', 'number', ({ total }) => total),
  ];
}
