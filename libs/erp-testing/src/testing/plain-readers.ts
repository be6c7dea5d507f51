import {
  type BatchPage,
  type CustomersQuery,
  type ErpCall,
  ErpError,
  type LatestOrderView,
  type OrderList,
  type PriceQuery,
  type PriceView,
  type Reading,
  type SalesOrderView,
} from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { PLAIN_SECRET } from './plain-erp';
import type { PlainRow, PlainWire } from './plain-wire';
import type { Sin } from './sins';

export interface PlainContext {
  readonly connectionId: string;
  readonly wire: PlainWire;
  readonly sins: ReadonlySet<Sin>;
}

export function isSecret(given: string | undefined, sins: ReadonlySet<Sin>): boolean {
  return given === PLAIN_SECRET || sins.has('takes any event');
}

type AnyOrderQuery = Partial<OrderList> & { readonly number?: string };

function toOrder({ connectionId, sins }: PlainContext, row: PlainRow): SalesOrderView {
  const amount = sins.has('answers numbers for money') ? Number(row['total']) : (row['total'] ?? '');
  const currency = sins.has('answers undefined currency') ? '' : 'USD';
  const date = row['orderedOn'] ?? '';
  return {
    ref: {
      connectionId: sins.has('points at another connection') ? 'elsewhere' : connectionId,
      kind: 'order',
      externalId: row['number'] ?? '',
    },
    number: row['number'] ?? '',
    customer: row['customer'] ?? '',
    status: 'open',
    vendorStatus: 'OPEN',
    orderedOn: sins.has('answers dates of its own') ? date.replaceAll('-', '/') : date,
    total: { amount: amount as string, currency },
    currency: 'USD',
  };
}

async function rowsOf({ wire, sins }: PlainContext, path: string, call: ErpCall): Promise<readonly PlainRow[]> {
  try {
    return await wire.rows(path, call);
  } catch (error) {
    if (sins.has('answers empty when it fails')) return [];
    if (sins.has('throws plain errors')) throw new TypeError('oops', { cause: error });
    throw error;
  }
}

async function labelled<T>({ sins }: PlainContext, read: () => Promise<T>): Promise<Reading<T>> {
  const before = new Date().toISOString();
  const data = await read();
  if (!sins.has('says asOf after the answer')) return { data, asOf: before, company: '7' };
  return { data, asOf: new Date(Date.now() + 1).toISOString(), company: '7' };
}

function skipOf(cursor: string | undefined, sins: ReadonlySet<Sin>): number {
  if (cursor === undefined) return 0;
  const skip = /^after:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (skip === undefined && !sins.has('takes any cursor')) throw new ErpError('invalid-request', 'Not our cursor.');
  return Number(skip ?? '0');
}

function refuseUndeclared(query: AnyOrderQuery, sins: ReadonlySet<Sin>): void {
  const sort = (query.sort ?? '-orderedOn').replace(/^-/, '');
  if (sort !== 'orderedOn' && !sins.has('ignores an undeclared sort')) {
    throw new ErpError('unsupported', 'It sorts by orderedOn.');
  }
  const filtered = query.open !== undefined || query.customerPo !== undefined;
  if (filtered && !sins.has('ignores an undeclared filter'))
    throw new ErpError('unsupported', 'It filters by customer.');
}

function sorted(rows: readonly SalesOrderView[], sort: string): readonly SalesOrderView[] {
  const ascending = [...rows].sort((left, right) => (left.orderedOn ?? '').localeCompare(right.orderedOn ?? ''));
  return sort.startsWith('-') ? ascending.reverse() : ascending;
}

function pageOf(orders: readonly SalesOrderView[], query: AnyOrderQuery, sins: ReadonlySet<Sin>): Page<SalesOrderView> {
  const sort = query.sort ?? '-orderedOn';
  const limit = sins.has('forgets the page limit') ? 100 : (query.limit ?? 10);
  const skip = skipOf(query.cursor, sins);
  const whole = sins.has('sorts one page only') ? orders : sorted(orders, sort);
  const cut = whole.slice(skip, skip + limit);
  const items = sins.has('sorts one page only') ? sorted(cut, sort) : cut;
  const next = skip + limit + (sins.has('gives cursors that skip') ? 1 : 0);
  return { items, nextCursor: next < whole.length ? Buffer.from(`after:${String(next)}`).toString('base64url') : null };
}

export function orderPage(
  context: PlainContext,
  query: AnyOrderQuery,
  call: ErpCall,
): Promise<Reading<Page<SalesOrderView>>> {
  return labelled(context, async () => {
    refuseUndeclared(query, context.sins);
    skipOf(query.cursor, context.sins);
    const path =
      query.number === undefined ? `/orders?customer=${query.customer ?? ''}` : `/order?number=${query.number}`;
    const rows = await rowsOf(context, path, call);
    const hidden = rows.length === 0 && context.sins.has('hides that a key is unknown');
    const orders = (
      hidden ? [{ number: query.number ?? '', total: '0', orderedOn: '2026-01-01', customer: 'C1' }] : rows
    ).map((row) => toOrder(context, row));
    return pageOf(orders, query, context.sins);
  });
}

/** Whoever has no orders is nobody in this ERP. */
export function latestOrders(
  context: PlainContext,
  { customers }: CustomersQuery,
  call: ErpCall,
): Promise<Reading<BatchPage<LatestOrderView>>> {
  const { connectionId, sins } = context;
  return labelled(context, async () => {
    if (customers.length > 5 && !sins.has('takes any number of customers')) {
      throw new ErpError('invalid-request', 'Too many customers.');
    }
    const rows = await rowsOf(context, `/orders?${customers.map((each) => `customer=${each}`).join('&')}`, call);
    const orders = sorted(
      rows.map((row) => toOrder(context, row)),
      sins.has('tells another newest order') ? 'orderedOn' : '-orderedOn',
    );
    const newest = customers.map((customer) => orders.find((order) => order.customer === customer));
    const items = newest.flatMap((order) => {
      if (order?.orderedOn === undefined) return [];
      const { customer, orderedOn } = order;
      return [{ ref: { connectionId, kind: 'customer' as const, externalId: customer }, customer, orderedOn }];
    });
    const missing = customers.filter((customer) => !items.some((item) => item.customer === customer));
    return { items, nextCursor: null, notFound: sins.has('drops unknown customers silently') ? [] : missing };
  });
}

function toPrice({ connectionId }: PlainContext, item: string, amount: string): PriceView {
  return {
    ref: { connectionId, kind: 'price', externalId: item },
    item,
    quantity: { value: '1', unit: 'EA' },
    unit: 'EA',
    unitPrice: { amount, currency: 'USD' },
    reason: 'list',
    breaks: [],
    indicative: false,
  };
}

export function priceBatch(
  context: PlainContext,
  query: PriceQuery,
  call: ErpCall,
): Promise<Reading<BatchPage<PriceView>>> {
  const { sins } = context;
  return labelled(context, async () => {
    if (query.items.length > 5 && !sins.has('takes batches of any size')) {
      throw new ErpError('invalid-request', 'Too many items.');
    }
    const rows = await rowsOf(context, `/prices?${query.items.map(({ item }) => `item=${item}`).join('&')}`, call);
    const priced = rows.map(
      (row) => [row['item'] ?? '', row['price'] ?? (sins.has('answers zero for no price') ? '0' : null)] as const,
    );
    const items = priced.flatMap(([item, amount]) => (amount === null ? [] : [toPrice(context, item, amount)]));
    const missing = query.items.map(({ item }) => item).filter((item) => !items.some((view) => view.item === item));
    return { items, nextCursor: null, notFound: sins.has('drops unknown items silently') ? [] : missing };
  });
}
