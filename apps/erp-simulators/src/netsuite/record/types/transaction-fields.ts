import type { Books } from '../../books/books';
import {
  EMPLOYEES,
  LOCATIONS,
  PAYMENT_TERMS,
  SHIP_METHODS,
  SUBSIDIARIES,
  CURRENCIES,
} from '../../books/reference-lists';
import type { Transaction } from '../../books/transaction';
import { field, type Field } from '../record-kind';
import { toCurrency, toEntity, toEntry, toStatus, toTransaction } from '../references';

type Fields = readonly Field<Transaction>[];

/** What every document says of itself. */
export function documentFields(books: Books): Fields {
  const { account } = books.options;
  return [
    field('id', 'string', ({ id }) => id),
    field('externalId', 'string', ({ release, order }) => (release === null ? order.number : null)),
    field('tranId', 'string', ({ tranid }) => tranid),
    field('tranDate', 'date', ({ date }) => date),
    field('entity', 'reference', (each) => toEntity(each, books)),
    field('status', 'reference', toStatus),
    ...(account.companies === 'one-world'
      ? [
          field<Transaction>('subsidiary', 'reference', ({ order }) =>
            toEntry('subsidiary', SUBSIDIARIES.ofCode(order.company)),
          ),
        ]
      : []),
    field('createdDate', 'dateTime', ({ date }) => `${date}T00:00:00Z`),
    field('lastModifiedDate', 'dateTime', ({ modifiedAt }) => `${modifiedAt.slice(0, 19)}Z`),
  ];
}

/** Amounts in the transaction's currency, as numbers. */
export function moneyFields(books: Books): Fields {
  const { account } = books.options;
  return [
    field('total', 'number', ({ total }) => total),
    field('subtotal', 'number', ({ total }) => total),
    ...(account.currencies === 'multiple'
      ? [
          field<Transaction>('currency', 'reference', ({ order }) => toCurrency(order.currency, books)),
          field<Transaction>('exchangeRate', 'number', ({ order }) => CURRENCIES.ofCode(order.currency).rate),
        ]
      : []),
  ];
}

/** What a sale agrees on; fulfilments and payments have none of it. */
export function saleFields(books: Books): Fields {
  return [
    field('otherRefNum', 'string', ({ order }) => (order.customerPo === '' ? null : order.customerPo)),
    field('salesRep', 'reference', ({ order }) => toEntry('employee', EMPLOYEES.ofCode(order.salesperson))),
    field('terms', 'reference', ({ order }) => toEntry('term', PAYMENT_TERMS.ofCode(order.terms))),
    ...placeFields(books),
  ];
}

export function placeFields({ options }: Books): Fields {
  return [
    field('shipMethod', 'reference', ({ order, release }) => {
      const carrier = (release ?? order.releases[0])?.carrier;
      return carrier === undefined ? null : toEntry('shipItem', SHIP_METHODS.ofCode(carrier));
    }),
    ...(options.account.locations === 'multiple'
      ? [
          field<Transaction>('location', 'reference', ({ order }) =>
            toEntry('location', LOCATIONS.ofCode(order.warehouse)),
          ),
        ]
      : []),
  ];
}

export function createdFromField(books: Books): Field<Transaction> {
  return field('createdFrom', 'reference', ({ createdFrom }) => {
    const from = books.transaction(createdFrom ?? '');
    return from === undefined ? null : toTransaction(from);
  });
}
