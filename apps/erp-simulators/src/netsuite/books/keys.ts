/** Internal ids: each follows from the world's own number and leads back to it. */

const CUSTOMER_OFFSET = 20_000n;
const FIRST_ITEM = 300_001;
const ORDER_OFFSET = 100_000;
/** Numbers an order and its documents can take: the order itself, and four for each release. */
const IDS_OF_AN_ORDER = 1000;
const IDS_OF_A_RELEASE = 4;

/** The first document of an order is itself; the others belong to a release. */
export type ReleaseDocument = 'fulfilment' | 'bill' | 'payment';

const POSITIONS: Readonly<Record<ReleaseDocument, number>> = { fulfilment: 1, bill: 2, payment: 3 };

/** Customer 1001 is entity 21001; entity ids and customer numbers do not overlap. */
export function customerId(number: string): string {
  return String(BigInt(number) + CUSTOMER_OFFSET);
}

export function customerNumber(id: string): string | undefined {
  return /^\d{1,18}$/.test(id) ? String(BigInt(id) - CUSTOMER_OFFSET) : undefined;
}

/** Items count from 300001 in the order of the catalogue. */
export function itemId(position: number): string {
  return String(FIRST_ITEM + position);
}

export function itemPosition(id: string): number | undefined {
  return /^\d{1,9}$/.test(id) ? Number(id) - FIRST_ITEM : undefined;
}

/** Order 100234 is transaction 234000, its first fulfilment 234001, invoice 234002, payment 234003, the next 234005. */
export function orderId(number: string): string {
  return String((Number(number) - ORDER_OFFSET) * IDS_OF_AN_ORDER);
}

export function releaseDocumentId(number: string, release: number, document: ReleaseDocument): string {
  return String(Number(orderId(number)) + release * IDS_OF_A_RELEASE + POSITIONS[document]);
}

/** The order a transaction belongs to. */
export function orderNumberOf(transaction: string): string | undefined {
  if (!/^\d{1,12}$/.test(transaction)) return undefined;
  return String(Math.floor(Number(transaction) / IDS_OF_AN_ORDER) + ORDER_OFFSET);
}
