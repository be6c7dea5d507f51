import type { ErpManifest, ErpSearchWay, QueryOf } from '@headwater/erp-contracts';

type SearchOperation = 'orders.get' | 'orders.list' | 'shipments.list' | 'items.search';

/** One way to look for a text, as a question to an ERP. */
export type SearchQuestion = {
  readonly [O in SearchOperation]: { readonly way: ErpSearchWay; readonly operation: O; readonly query: QueryOf<O> };
}[SearchOperation];

export type MayRead = (capability: 'orders' | 'shipments' | 'items') => boolean;

/** Hits of one way in one ERP; whoever needs more asks for more precisely. */
const MOST = 7;

/** Longer than the numbers of any ERP; a sentence is none. */
const NUMBER = /^(?=.*\d)\S{3,25}$/u;
/** Customers write what they like into a PO, but a PO without a digit is a word. */
const PURCHASE_ORDER = /^(?=.*\d).{3,35}$/u;
/** Carriers' numbers are long and mostly digits. */
const TRACKING_NUMBER = /^(?=(?:.*\d){6})[A-Za-z0-9 -]{8,40}$/u;
const SHORTEST_ITEM_TEXT = 2;

/**
 * The ways worth trying: the text looks like such a number, the ERP declares that it can look for it, and the
 * person may read what is found. Nothing is asked that the ERP could only answer by reading everything.
 */
export function searchWays(text: string, { capabilities }: ErpManifest, mayRead: MayRead): readonly SearchQuestion[] {
  const { orders, shipments, items } = capabilities;
  const ways: SearchQuestion[] = [];
  if (mayRead('orders') && orders.supported) {
    if (NUMBER.test(text)) ways.push({ way: 'order-number', operation: 'orders.get', query: { number: text } });
    if (PURCHASE_ORDER.test(text) && orders.list?.filterable.includes('customerPo') === true) {
      ways.push({ way: 'customer-po', operation: 'orders.list', query: { customerPo: text, limit: MOST } });
    }
  }
  if (mayRead('shipments') && shipments.supported && TRACKING_NUMBER.test(text)) {
    if (shipments.list?.filterable.includes('trackingNumber') === true) {
      const query = { trackingNumber: text.replaceAll(' ', ''), limit: MOST };
      ways.push({ way: 'tracking-number', operation: 'shipments.list', query });
    }
  }
  if (mayRead('items') && items.supported && items.list?.searchable === true && text.length >= SHORTEST_ITEM_TEXT) {
    ways.push({ way: 'item', operation: 'items.search', query: { q: text, limit: MOST } });
  }
  return ways;
}
