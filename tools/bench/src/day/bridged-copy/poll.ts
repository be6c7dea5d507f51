import type { ErpCall, ErpChange, ErpConnection } from '@headwater/erp-contracts';
import type { Book } from '../book';
import { availableWord, priceWord, shippedWord } from '../truth';
import type { OrderStore, PriceStore, StockStore } from './copy-store';

export interface Copy {
  readonly stock: StockStore;
  readonly orders: OrderStore;
  readonly prices: PriceStore;
}

const BATCH = 50;
const PATIENCE_MS = 60_000;

/** Everything the reps look after, read once in full: the copy as it is when the day begins. */
export async function copyInFull(erp: ErpConnection, copy: Copy, book: Book): Promise<string> {
  const position = (await sweepOf(erp).since(undefined, call())).position;
  await copyStock(erp, copy, book.items);
  await copyOrders(
    erp,
    copy,
    book.customers.flatMap(({ orders }) => orders.map(({ number }) => number)),
  );
  await copyPrices(erp, copy, book);
  return position;
}

/**
 * What changed since the last poll: keys by the ERP's change stamps, page by page, and of these what the reps look
 * after. Prices carry no stamp in this ERP, because it works them out, so those are read again in full.
 */
export async function copyChanges(
  erp: ErpConnection,
  copy: Copy,
  since: { position: string; book: Book },
): Promise<string> {
  let { position } = since;
  const changes: ErpChange[] = [];
  for (;;) {
    const swept = await sweepOf(erp).since(position, call());
    position = swept.position;
    if (swept.changes.length === 0) break;
    changes.push(...swept.changes);
  }
  const { book } = since;
  const items = new Set(book.items);
  const orders = new Set(book.customers.flatMap((customer) => customer.orders.map(({ number }) => number)));
  const keys = (kind: ErpChange['kind']): readonly string[] => [
    ...new Set(changes.filter((change) => change.kind === kind).map(({ key }) => key)),
  ];
  const ordersOfShipments = changes.flatMap(({ kind, order }) => (kind === 'shipment' ? (order ?? []) : []));
  await copyStock(
    erp,
    copy,
    keys('availability').filter((item) => items.has(item)),
  );
  await copyOrders(
    erp,
    copy,
    [...new Set([...keys('order'), ...ordersOfShipments])].filter((order) => orders.has(order)),
  );
  await copyPrices(erp, copy, book);
  return position;
}

async function copyStock(erp: ErpConnection, { stock }: Copy, items: readonly string[]): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH);
    const { data } = await reader(erp.availability).list({ items: batch }, call());
    for (const item of batch) {
      const mine = data.items.filter((view) => view.item === item);
      stock.put(item, availableWord(mine.map(({ available }) => available.value)));
    }
  }
}

async function copyOrders(erp: ErpConnection, { orders }: Copy, numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    const { data } = await reader(erp.orders).get({ number }, call());
    orders.put(number, shippedWord(data.status));
  }
}

async function copyPrices(erp: ErpConnection, { prices }: Copy, { customers }: Book): Promise<void> {
  for (const { number: customer, items } of customers) {
    const query = { customer, items: items.map((one) => ({ ...one, quantity: '1' })) };
    const { data } = await reader(erp.prices).quote(query, call());
    for (const view of data.items) prices.put(customer, view.item, priceWord(view.unitPrice.amount));
  }
}

function reader<T>(capability: T | undefined): T {
  if (capability === undefined) throw new Error('Prophet 21 answers all three questions.');
  return capability;
}

function sweepOf(erp: ErpConnection) {
  return reader(erp.sweep);
}

function call(): ErpCall {
  return { signal: AbortSignal.timeout(PATIENCE_MS) };
}
