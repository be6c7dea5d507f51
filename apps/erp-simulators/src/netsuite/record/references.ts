import type { Customer } from '../../world/model/party';
import type { Books } from '../books/books';
import { customerId } from '../books/keys';
import { currencyName, entityDisplay } from '../books/names';
import { CURRENCIES, type ListEntry } from '../books/reference-lists';
import type { Transaction } from '../books/transaction';
import { statusName, TRANSACTION_TYPES } from '../books/transaction-types';
import { itemTypeOf } from '../books/item-types';
import type { ReferenceValue } from './record-kind';

export function toEntry(record: string, { id, name }: Pick<ListEntry, 'id' | 'name'>): ReferenceValue {
  return { id, refName: name, record };
}

export function toCustomer(customer: Customer, { options }: Books): ReferenceValue {
  return { id: customerId(customer.number), refName: entityDisplay(customer, options.account), record: 'customer' };
}

export function toEntity({ order }: Transaction, books: Books): ReferenceValue | null {
  const customer = books.world.customers.get(order.customer);
  return customer === undefined ? null : toCustomer(customer, books);
}

export function toCurrency(code: string, { options }: Books): ReferenceValue {
  const currency = CURRENCIES.ofCode(code);
  return { id: currency.id, refName: currencyName(currency, options.account), record: 'currency' };
}

/** A reference to an item leads to the record type of that item. */
export function toItem(number: string, books: Books): ReferenceValue {
  const item = books.world.items.get(number);
  return { id: books.idOfItem(number), refName: number, record: item === undefined ? 'item' : itemTypeOf(item).record };
}

export function toTransaction(transaction: Transaction): ReferenceValue {
  const { name, record } = TRANSACTION_TYPES[transaction.type];
  return { id: transaction.id, refName: `${name} #${transaction.tranid}`, record };
}

/** A status is a value of a fixed list: letter and words, and no record to go to. */
export function toStatus({ type, status }: Transaction): ReferenceValue {
  return { id: status, refName: statusName(type, status) };
}
