import type { Order, Release } from '../../world/model/order';

/**
 * Every release of an order has a delivery, a bill and postings of its own. Their numbers hold the order's number
 * and the release, so that either can be told from the other: delivery `810023401` is release 1 of order 100234.
 */
export type DocumentKind = 'delivery' | 'billing' | 'accounting' | 'payment';

const LEADING: Readonly<Record<DocumentKind, string>> = {
  delivery: '8',
  billing: '9',
  accounting: '1',
  payment: '3',
};

export interface ReleaseKey {
  readonly order: string;
  readonly release: number;
}

export function documentNumber(kind: DocumentKind, order: Order, release: Release): string {
  return `${LEADING[kind]}${order.number}${String(release.index).padStart(2, '0')}`;
}

/** Undefined for a number of another kind. Leading zeros are gone already. */
export function releaseOf(kind: DocumentKind, number: string): ReleaseKey | undefined {
  const match = /^(\d)(\d+)(\d\d)$/.exec(number);
  if (match === null || match[1] !== LEADING[kind]) return undefined;
  return { order: match[2] ?? '', release: Number(match[3]) };
}

/** Order items count in tens; the world's lines in ones. */
export function itemNumber(lineNo: number): string {
  return String(lineNo * 10);
}

/** As the delivery and billing documents keep it: `000010`. */
export function rawItemNumber(lineNo: number): string {
  return itemNumber(lineNo).padStart(6, '0');
}
