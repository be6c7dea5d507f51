import type { ErpChange } from './change';
import type { ErpOperation, QueryOf, ViewOf } from './operations';

/** The name of something an answer depends on, for example `order:100234`; upper-cased keys, as ERPs ignore case. */
export type ErpTag = string;

export function tag(kind: string, key: string): ErpTag {
  return `${kind}:${key.trim().toUpperCase()}`;
}

/**
 * What an operation's answer depends on: known from the question, and learnt from the answer. A key may be asked
 * for in another spelling than the ERP's own (an order with its suffix, an item by an alias), so answers name theirs too.
 */
interface TagRule<O extends ErpOperation> {
  readonly ofQuery: (query: QueryOf<O>) => readonly ErpTag[];
  readonly ofView: (view: ViewOf<O>) => readonly ErpTag[];
}

const RULES: { readonly [O in ErpOperation]: TagRule<O> } = {
  'customers.search': {
    ofQuery: () => ['customers'],
    ofView: (page) => page.items.map((customer) => tag('customer', customer.number)),
  },
  'customers.get': {
    ofQuery: (query) => ['customer-details', tag('customer', query.number)],
    ofView: (customer) => [tag('customer', customer.number)],
  },
  'items.search': {
    ofQuery: () => ['items'],
    ofView: (page) => page.items.map((item) => tag('item', item.number)),
  },
  'items.get': {
    ofQuery: (query) => ['item-details', tag('item', query.number)],
    ofView: (item) => [tag('item', item.number)],
  },
  'orders.list': {
    ofQuery: (query) => [
      'orders',
      ...(query.customer === undefined ? ['orders-of-any'] : [tag('orders-of', query.customer)]),
    ],
    ofView: (page) => page.items.map((order) => tag('order', order.number)),
  },
  'orders.get': {
    ofQuery: (query) => ['order-details', tag('order', query.number)],
    ofView: (order) => [tag('order', order.number), ...order.lines.map((line) => tag('item', line.item))],
  },
  'orders.open': {
    ofQuery: (query) => ['orders', ...query.customers.map((customer) => tag('orders-of', customer))],
    ofView: (page) => page.items.map(({ customer }) => tag('orders-of', customer)),
  },
  'orders.latest': {
    ofQuery: (query) => ['orders', ...query.customers.map((customer) => tag('orders-of', customer))],
    ofView: (page) => page.items.map(({ customer }) => tag('orders-of', customer)),
  },
  'availability.list': {
    ofQuery: (query) => ['stock', ...query.items.map((item) => tag('stock', item))],
    ofView: (page) => page.items.map((stock) => tag('stock', stock.item)),
  },
  'prices.quote': {
    ofQuery: (query) => [
      'prices',
      tag('prices-for', query.customer),
      ...query.items.map((question) => tag('price-of', question.item)),
    ],
    ofView: (page) => page.items.map((price) => tag('price-of', price.item)),
  },
  'shipments.list': {
    ofQuery: (query) => [
      'shipments',
      ...(query.order === undefined ? [] : [tag('shipments-of-order', query.order)]),
      ...(query.customer === undefined ? [] : [tag('shipments-of', query.customer)]),
    ],
    ofView: (page) =>
      page.items.flatMap((shipment) => [tag('shipment', shipment.number), tag('shipments-of-order', shipment.order)]),
  },
  'invoices.list': {
    ofQuery: (query) => ['invoices', tag('invoices-of', query.customer)],
    ofView: (page) =>
      page.items.flatMap((invoice) => [tag('invoice', invoice.number), tag('invoices-of', invoice.customer)]),
  },
  'credit.get': {
    ofQuery: (query) => ['credit', tag('credit-of', query.customer)],
    ofView: (credit) => [tag('credit-of', credit.customer)],
  },
  'credit.list': {
    ofQuery: (query) => ['credit', ...query.customers.map((customer) => tag('credit-of', customer))],
    ofView: (page) => page.items.map(({ customer }) => tag('credit-of', customer)),
  },
};

export function tagsOfQuery<O extends ErpOperation>(operation: O, query: QueryOf<O>): readonly ErpTag[] {
  return RULES[operation].ofQuery(query);
}

export function tagsOfView<O extends ErpOperation>(operation: O, view: ViewOf<O>): readonly ErpTag[] {
  return RULES[operation].ofView(view);
}

/** The key of something an ERP does not name: whatever is of its kind may have changed. */
export const ANY_KEY = '*';

/** What a change of something unnamed touches beside what a named one of its kind does. */
const UNNAMED: { readonly [K in ErpChange['kind']]: readonly ErpTag[] } = {
  customer: ['customer-details', 'credit', 'prices'],
  item: ['item-details', 'order-details', 'stock', 'prices'],
  availability: ['stock'],
  price: ['prices'],
  credit: ['credit', 'customer-details'],
  order: ['order-details', 'shipments'],
  // Their lists are touched whoever is named.
  shipment: [],
  invoice: [],
};

/**
 * Everything a change makes questionable. Errs on the side of too much: an order's change also touches
 * its shipments, its customer's credit and, unless the notice names the customer, every list of its kind.
 * A shipment or invoice that does not name its order makes every order's detail questionable.
 */
export function tagsOfChange(change: ErpChange): readonly ErpTag[] {
  const unnamed = change.key === ANY_KEY ? UNNAMED[change.kind] : [];
  return [...new Set([...unnamed, ...tagsOfNamed(change)])];
}

function tagsOfNamed({ kind, key, customer, order }: ErpChange): readonly ErpTag[] {
  switch (kind) {
    case 'customer':
      return [tag('customer', key), 'customers', tag('credit-of', key), tag('prices-for', key)];
    case 'item':
      return [tag('item', key), 'items', tag('stock', key), tag('price-of', key)];
    case 'availability':
      return [tag('stock', key)];
    case 'price':
      return [tag('price-of', key)];
    case 'credit':
      return [tag('credit-of', key), tag('customer', key)];
    case 'order':
      return [
        tag('order', key),
        tag('shipments-of-order', key),
        ...listsOf(customer, ['orders', 'shipments', 'invoices', 'credit']),
        'orders-of-any',
      ];
    case 'shipment':
      return [
        tag('shipment', key),
        ...(order === undefined
          ? ['orders', 'order-details', 'shipments']
          : [tag('order', order), tag('shipments-of-order', order)]),
        ...listsOf(customer, ['shipments', 'orders']),
      ];
    case 'invoice':
      return [
        tag('invoice', key),
        ...(order === undefined ? ['orders', 'order-details'] : [tag('order', order)]),
        ...listsOf(customer, ['invoices', 'credit', 'orders']),
      ];
  }
}

function listsOf(customer: string | undefined, kinds: readonly string[]): readonly ErpTag[] {
  return customer === undefined ? kinds : kinds.map((kind) => tag(`${kind}-of`, customer));
}
