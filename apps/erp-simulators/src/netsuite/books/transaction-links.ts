import type { Decimal } from '@headwater/kernel';
import { amountOf } from '../../world/orders/order-amounts';
import type { Books } from './books';
import { orderNumberOf } from './keys';
import type { Transaction } from './transaction';

export type LinkType = 'ShipRcpt' | 'OrdBill' | 'Payment';

/** One line of a document that became a line of another. */
export interface TransactionLink {
  readonly type: LinkType;
  readonly previous: Transaction;
  readonly previousLine: number;
  readonly next: Transaction;
  readonly nextLine: number;
  readonly amount: Decimal | null;
}

/** All links among the documents of one order. */
export function linksAmong(documents: readonly Transaction[], books: Books): readonly TransactionLink[] {
  const [head] = documents;
  if (head === undefined) return [];
  return documents.flatMap((next) => {
    if (next.type === 'CustPymt') return paymentLinks(documents, next);
    return next === head ? [] : lineLinks(head, next, books);
  });
}

export function linksNear(transaction: string, books: Books): readonly TransactionLink[] {
  return linksAmong(books.transactionsNear(orderNumberOf(transaction) ?? ''), books);
}

/** A fulfilment ships lines of its order, an invoice bills them; both name the line they come from. */
function lineLinks(previous: Transaction, next: Transaction, books: Books): readonly TransactionLink[] {
  const lines = books.linesOf(next).filter(({ role, line }) => role === 'item' && line !== null);
  return lines.map(({ id, line, quantity }) => ({
    type: next.type === 'ItemShip' ? 'ShipRcpt' : 'OrdBill',
    previous,
    previousLine: line?.lineNo ?? 0,
    next,
    nextLine: id,
    amount: line === null || quantity === null ? null : amountOf(quantity, line.unitPrice, next.order.currency),
  }));
}

function paymentLinks(documents: readonly Transaction[], next: Transaction): readonly TransactionLink[] {
  return documents
    .filter(({ type, release }) => type === 'CustInvc' && release === next.release)
    .map((previous) => ({ type: 'Payment', previous, previousLine: 0, next, nextLine: 0, amount: next.total }));
}
