import { isZero, subtractDecimals, sumDecimals, type Decimal } from '@headwater/kernel';
import type { OrderLine, Release, ReleaseLine } from '../../world/model/order';
import { amountOf, backorderedOf, hasShipped, lineOf, shippedOf, waitingOf } from '../../world/orders/order-amounts';
import { positive, type Transaction } from './transaction';

/** `main` is the header's own row, `tax` the tax row below the items, `cost` the second posting of a fulfilled line. */
export type LineRole = 'main' | 'item' | 'cost' | 'tax';

export interface TransactionLine {
  readonly transaction: Transaction;
  /** Unique in its transaction. */
  readonly id: number;
  readonly sequence: number;
  readonly role: LineRole;
  /** The order line behind it. */
  readonly line: OrderLine | null;
  /** As the record shows it, in the line's unit. */
  readonly quantity: Decimal | null;
  /** As the record shows it, in the transaction's currency. */
  readonly amount: Decimal | null;
}

/** All rows of a transaction, as SuiteQL sees them. */
export function linesOf(transaction: Transaction): readonly TransactionLine[] {
  const items = itemLinesOf(transaction).flatMap((line) => (isDoubled(transaction) ? doubled(line) : [line]));
  const last = items.at(-1)?.id ?? 0;
  const edge = { transaction, line: null, quantity: null };
  return [
    { ...edge, id: 0, sequence: 0, role: 'main', amount: transaction.total },
    ...items,
    ...(hasTax(transaction)
      ? [{ ...edge, id: last + 1, sequence: last + 1, role: 'tax', amount: '0.00' } as const]
      : []),
  ];
}

/** The rows of its item sublist. */
export function itemLinesOf(transaction: Transaction): readonly TransactionLine[] {
  const { order, release, type } = transaction;
  if (type === 'CustPymt') return [];
  if (release === null) return order.lines.map((line) => orderedLine(transaction, line));
  const moved = release.lines.filter((line) => !isZero(movedBy(release, line)));
  return moved.map((line) => movedLine(transaction, release, line));
}

/** What is still missing of an order line once it is neither shipped nor waiting was given up. */
export function isClosed({ transaction, line }: TransactionLine): boolean {
  if (line === null || transaction.release !== null) return false;
  const { order } = transaction;
  const done = shippedOf(order, line.lineNo);
  return (
    isZero(waitingOf(order, line.lineNo)) && !isZero(subtractDecimals(line.ordered, done)) && order.kind !== 'quote'
  );
}

export interface Fulfilled {
  readonly shipped: Decimal;
  readonly billed: Decimal;
  readonly committed: Decimal;
  readonly backordered: Decimal;
}

/** How far an order line has got; null on other documents. */
export function fulfilledOf({ transaction, line }: TransactionLine): Fulfilled | null {
  const { order, release } = transaction;
  if (line === null || release !== null || order.kind === 'quote') return null;
  const backordered = backorderedOf(order, line.lineNo);
  const billed = order.releases
    .filter((candidate) => hasShipped(candidate) && candidate.invoice !== null)
    .flatMap((candidate) => candidate.lines.filter(({ lineNo }) => lineNo === line.lineNo));
  return {
    shipped: positive(shippedOf(order, line.lineNo)),
    billed: positive(sumDecimals(billed.map(({ shipped }) => shipped))),
    committed: positive(subtractDecimals(waitingOf(order, line.lineNo), backordered)),
    backordered: positive(backordered),
  };
}

function orderedLine(transaction: Transaction, line: OrderLine): TransactionLine {
  const base = { transaction, line, id: line.lineNo, sequence: line.lineNo, role: 'item' } as const;
  return { ...base, quantity: positive(line.ordered), amount: positive(line.total) };
}

function movedLine(transaction: Transaction, release: Release, { lineNo, ...moved }: ReleaseLine): TransactionLine {
  const line = lineOf(transaction.order, lineNo);
  const quantity = positive(movedBy(release, { lineNo, ...moved }));
  const at = isDoubled(transaction) ? lineNo * 2 - 1 : lineNo;
  const base = { transaction, line, id: at, sequence: at, role: 'item', quantity } as const;
  return {
    ...base,
    amount: isDoubled(transaction) ? null : amountOf(quantity, line.unitPrice, transaction.order.currency),
  };
}

/** Before it ships, a picked fulfilment holds what is to ship. */
function movedBy(release: Release, line: ReleaseLine): Decimal {
  return hasShipped(release) ? line.shipped : line.ordered;
}

function isDoubled({ type }: Transaction): boolean {
  return type === 'ItemShip';
}

/** A fulfilment posts twice for each line: stock goes down, cost of sales goes up. */
function doubled(line: TransactionLine): readonly TransactionLine[] {
  return [line, { ...line, id: line.id + 1, sequence: line.sequence + 1, role: 'cost' }];
}

function hasTax({ type }: Transaction): boolean {
  return type !== 'ItemShip' && type !== 'CustPymt';
}
