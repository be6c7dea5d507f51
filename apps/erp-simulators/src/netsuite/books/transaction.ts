import { isZero, subtractDecimals, type CalendarDate, type Decimal, type Instant } from '@headwater/kernel';
import type { Order, Release } from '../../world/model/order';
import { hasShipped } from '../../world/orders/order-amounts';
import { releaseNumber } from '../../world/receivables/invoices';
import type { AccountOptions } from '../options/account-options';
import { orderId, releaseDocumentId, type ReleaseDocument } from './keys';
import { estimateStatus, fulfilmentStatus, orderStatus, returnStatus } from './statuses';
import type { TransactionType } from './transaction-types';

/** One document of the ledger: an order, or what became of one of its releases. */
export interface Transaction {
  readonly id: string;
  readonly type: TransactionType;
  readonly order: Order;
  /** Null on orders, estimates and return authorizations. */
  readonly release: Release | null;
  /** The human number. A fulfilment and an invoice share theirs, and a payment has that of its order. */
  readonly tranid: string;
  readonly date: CalendarDate;
  readonly status: string;
  /** As the record shows it; null on fulfilments. */
  readonly total: Decimal | null;
  readonly due: CalendarDate | null;
  readonly paid: Decimal | null;
  readonly unpaid: Decimal | null;
  readonly createdFrom: string | null;
  readonly modifiedAt: Instant;
}

type Numbering = Pick<AccountOptions, 'numberPrefixes' | 'pickPackShip'>;

export function transactionsOf(order: Order, account: Numbering): readonly Transaction[] {
  return [
    headOf(order, account),
    ...(order.kind === 'quote' ? [] : order.releases.flatMap((release) => documentsOf(order, release, account))),
  ];
}

const HEADS = { order: 'SalesOrd', quote: 'Estimate', return: 'RtnAuth' } as const;
const HEAD_STATUS = { order: orderStatus, quote: estimateStatus, return: returnStatus };

function headOf(order: Order, account: Numbering): Transaction {
  const type = HEADS[order.kind];
  return {
    ...blank(order, null, order.orderedOn),
    id: orderId(order.number),
    type,
    tranid: numbered(type, order.number, account),
    status: HEAD_STATUS[order.kind](order),
    total: order.kind === 'return' ? positive(order.total) : order.total,
  };
}

function documentsOf(order: Order, release: Release, account: Numbering): readonly Transaction[] {
  return order.kind === 'return'
    ? billOf(order, release, account)
    : [
        ...fulfilmentOf(order, release, account),
        ...billOf(order, release, account),
        ...paymentOf(order, release, account),
      ];
}

function fulfilmentOf(order: Order, release: Release, account: Numbering): readonly Transaction[] {
  const picked = release.state === 'picked' && account.pickPackShip === 'on';
  if (!picked && !hasShipped(release)) return [];
  return [
    {
      ...blank(order, release, release.shippedOn ?? release.pickedOn ?? order.orderedOn),
      ...identityOf({ type: 'ItemShip', document: 'fulfilment', order, release, account }),
      status: fulfilmentStatus(release),
      createdFrom: orderId(order.number),
    },
  ];
}

function billOf(order: Order, release: Release, account: Numbering): readonly Transaction[] {
  const { invoice } = release;
  if (invoice === null) return [];
  const credit = order.kind === 'return';
  const open = subtractDecimals(invoice.total, invoice.paid);
  const shown = (amount: Decimal): Decimal => (credit ? positive(amount) : amount);
  return [
    {
      ...blank(order, release, invoice.issuedOn),
      ...identityOf({ type: credit ? 'CustCred' : 'CustInvc', document: 'bill', order, release, account }),
      status: isZero(open) ? 'B' : 'A',
      total: shown(invoice.total),
      due: credit ? null : invoice.dueOn,
      paid: shown(invoice.paid),
      unpaid: shown(open),
      createdFrom: orderId(order.number),
    },
  ];
}

function paymentOf(order: Order, release: Release, account: Numbering): readonly Transaction[] {
  const { invoice } = release;
  if (invoice === null || isZero(invoice.paid)) return [];
  return [
    {
      ...blank(order, release, invoice.paidOn ?? invoice.issuedOn),
      ...identityOf({ type: 'CustPymt', document: 'payment', order, release, account }),
      tranid: numbered('CustPymt', order.number, account),
      status: 'C',
      total: invoice.paid,
    },
  ];
}

interface Identity {
  readonly type: TransactionType;
  readonly document: ReleaseDocument;
  readonly order: Order;
  readonly release: Release;
  readonly account: Numbering;
}

function identityOf({
  type,
  document,
  order,
  release,
  account,
}: Identity): Pick<Transaction, 'id' | 'type' | 'tranid'> {
  return {
    id: releaseDocumentId(order.number, release.index, document),
    type,
    tranid: numbered(type, releaseNumber(order.number, release.index), account),
  };
}

type Blank = Omit<Transaction, 'id' | 'type' | 'tranid' | 'status'>;

function blank(order: Order, release: Release | null, date: CalendarDate): Blank {
  const nothing = { total: null, due: null, paid: null, unpaid: null, createdFrom: null };
  return { ...nothing, order, release, date, modifiedAt: modifiedAt(order, date) };
}

/** Orders nothing was done to since the world was made carry its midnight; a document's own day says more. */
function modifiedAt({ changedAt }: Order, date: CalendarDate): Instant {
  return changedAt.endsWith('T00:00:00.000Z') ? `${date}T00:00:00.000Z` : changedAt;
}

function numbered(type: TransactionType, number: string, { numberPrefixes }: Numbering): string {
  return `${numberPrefixes[type] ?? ''}${number}`;
}

/** Credits and returns are below zero in the world; their records are not. */
export function positive(amount: Decimal): Decimal {
  return amount.startsWith('-') ? amount.slice(1) : amount;
}
