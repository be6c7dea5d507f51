import { randomUUID } from 'node:crypto';
import type { NoticeRequest, VendorNotice } from '../../simulator';
import type { WorldEvent } from '../../world/changes/change';
import type { Books } from '../books/books';
import { itemTypeOf } from '../books/item-types';
import { customerId, releaseDocumentId } from '../books/keys';
import { TRANSACTION_TYPES } from '../books/transaction-types';

/** Type and id of the saved record, and what was done to it; nothing of what it says. */
interface SavedRecord {
  readonly type: string;
  readonly id: string;
  readonly context: 'edit' | 'xedit' | 'ship' | 'cancel';
}

/**
 * What a user-event script posts after a record was saved. NetSuite has no notices of its own, and stock that moves by
 * posting runs no script: of stock nothing is told.
 */
export function userEventNotice({ event, secret }: NoticeRequest, books: Books): VendorNotice | undefined {
  const saved = savedRecord(event, books);
  if (saved === undefined) return undefined;
  return {
    id: randomUUID(),
    contentType: 'application/json',
    body: JSON.stringify(saved),
    headers: { [books.options.access.secretHeader]: secret },
  };
}

function savedRecord(event: WorldEvent, books: Books): SavedRecord | undefined {
  switch (event.kind) {
    case 'order':
      return savedOrder(event, books);
    case 'shipment':
      return savedDocument(event, 'fulfilment', books);
    case 'invoice':
      return savedDocument(event, 'bill', books);
    case 'credit':
      // The limit is changed in a list, without opening the record.
      return savedCustomer(event, 'xedit');
    case 'customer':
      return savedCustomer(event, 'edit');
    case 'price':
      // A price for one customer stands on its record, a list price on the item's.
      return event.customer === undefined ? savedItem(event, books) : savedCustomer(event, 'edit');
    case 'item':
      return savedItem(event, books);
    case 'stock':
      return undefined;
  }
}

function savedOrder({ order = '' }: WorldEvent, books: Books): SavedRecord | undefined {
  const [head] = books.transactionsNear(order);
  if (head === undefined) return undefined;
  const cancelled = head.type === 'SalesOrd' && head.status === 'C';
  return { type: recordType(head.type), id: head.id, context: cancelled ? 'cancel' : 'edit' };
}

/** The fulfilment or the bill of the release; of a return that ships there is only the return itself. */
function savedDocument(event: WorldEvent, which: 'fulfilment' | 'bill', books: Books): SavedRecord | undefined {
  const { order = '', release = 0 } = event;
  const id = releaseDocumentId(order, release, which);
  const document = books.transaction(id);
  if (document === undefined) return savedOrder(event, books);
  return { type: recordType(document.type), id, context: which === 'fulfilment' ? 'ship' : 'edit' };
}

function savedCustomer({ customer }: WorldEvent, context: 'edit' | 'xedit'): SavedRecord | undefined {
  return customer === undefined ? undefined : { type: 'customer', id: customerId(customer), context };
}

function savedItem({ item: number = '' }: WorldEvent, books: Books): SavedRecord | undefined {
  const item = books.world.items.get(number);
  if (item === undefined) return undefined;
  return { type: itemTypeOf(item).record.toLowerCase(), id: books.idOfItem(number), context: 'edit' };
}

function recordType(type: keyof typeof TRANSACTION_TYPES): string {
  return TRANSACTION_TYPES[type].record.toLowerCase();
}
