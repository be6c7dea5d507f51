import type { Book, BookedCustomer, BookedOrder } from './book';
import type { Question } from './questions';
import { seededRandom, type SeededRandom } from './seeded-random';

const HOUR_MS = 3_600_000;
/** From 8:00 to 18:00. */
export const DAY_MS = 10 * HOUR_MS;

/** A change somebody makes in the ERP, with what a rule of Prophet 21 would tell of it. */
export interface ScriptedChange {
  readonly kind: 'stock' | 'ordered' | 'order-status' | 'shipment' | 'price' | 'payment';
  readonly change: Readonly<Record<string, unknown>>;
  readonly notice: { readonly table: string; readonly key: string };
}

/** Something that happens at a moment of the day, in milliseconds since it began. */
export type ScriptedEvent =
  { readonly at: number; readonly change: ScriptedChange } | { readonly at: number; readonly question: Question };

/** How often a day sees each of these, a distributor with ten inside reps in mind. */
export const PER_HOUR = { stock: 60, ordered: 40, 'order-status': 20, shipment: 30, price: 20, payment: 15, calls: 60 };

type Maker = (random: SeededRandom, book: Book) => ScriptedChange;

const MAKERS: { readonly [K in ScriptedChange['kind']]: Maker } = {
  stock: stockMoved,
  ordered: orderedMore,
  'order-status': orderMoved,
  shipment: shipped,
  price: priceAgreed,
  payment: paid,
};

/** The whole day, in the order it happens; the same for the same seed and the same world. */
export function dayOf(book: Book, seed: string): readonly ScriptedEvent[] {
  const changes = Object.entries(MAKERS).flatMap(([kind, make]) => {
    const random = seededRandom(`${seed}/${kind}`);
    return momentsOf(random, PER_HOUR[kind as keyof typeof MAKERS]).map((at) => ({ at, change: make(random, book) }));
  });
  const random = seededRandom(`${seed}/calls`);
  const questions = momentsOf(random, PER_HOUR.calls).flatMap((at) => callAt(at, random, book));
  return [...changes, ...questions].sort((left, right) => left.at - right.at);
}

/** Callers think it over: a third of them ask the same again before a minute is over. */
const ASKED_AGAIN = 1 / 3;
const AGAIN_WITHIN_MS = 60_000;

function callAt(at: number, random: SeededRandom, book: Book): readonly ScriptedEvent[] {
  const questions = call(random, book);
  const again = random.next() < ASKED_AGAIN ? [Math.min(DAY_MS, at + random.below(AGAIN_WITHIN_MS))] : [];
  return [at, ...again].flatMap((moment) => questions.map((question) => ({ at: moment, question })));
}

/** A caller asks for stock and price of an item, or where an order is. */
function call(random: SeededRandom, book: Book): readonly Question[] {
  const customer = random.pickEarly(book.customers);
  if (random.next() < 0.4) return [{ kind: 'shipped', order: random.pickEarly(customer.orders).number }];
  const { item, unit } = random.pickEarly(customer.items);
  return [
    { kind: 'available', item },
    { kind: 'price', customer: customer.number, item, unit },
  ];
}

function momentsOf(random: SeededRandom, perHour: number): readonly number[] {
  const moments: number[] = [];
  for (let at = pause(random, perHour); at < DAY_MS; at += pause(random, perHour)) moments.push(Math.round(at));
  return moments;
}

/** Between two events that have nothing to do with one another. */
function pause(random: SeededRandom, perHour: number): number {
  return (-Math.log(1 - random.next()) * HOUR_MS) / perHour;
}

const WAREHOUSES = ['MAIN', 'CHI', 'ATL', 'DAL', 'DEN', '300'];

function stockMoved(random: SeededRandom, book: Book): ScriptedChange {
  const item = random.pickEarly(book.items);
  const change = { kind: 'stock', item, warehouse: random.pickEarly(WAREHOUSES), onHand: String(random.below(500)) };
  return { kind: 'stock', change, notice: { table: 'inv_loc', key: item } };
}

function orderedMore(random: SeededRandom, book: Book): ScriptedChange {
  const order = someOrder(random, book, isOpen);
  const { lineNo, ordered } = random.pick(order.lines);
  const more = Number(ordered) + 1 + random.below(20);
  return ofOrder('ordered', order, { kind: 'order', order: order.number, line: { lineNo, ordered: String(more) } });
}

function orderMoved(random: SeededRandom, book: Book): ScriptedChange {
  const order = someOrder(random, book, isOpen);
  const status = random.pick(['picked', 'on-hold', 'open']);
  return ofOrder('order-status', order, { kind: 'order', order: order.number, status });
}

function shipped(random: SeededRandom, book: Book): ScriptedChange {
  const order = someOrder(random, book, isOpen);
  const trackingNumbers = [`1Z${String(random.below(1_000_000_000)).padStart(9, '0')}`];
  return ofOrder('shipment', order, { kind: 'shipment', order: order.number, trackingNumbers });
}

function priceAgreed(random: SeededRandom, book: Book): ScriptedChange {
  const customer = random.pickEarly(book.customers);
  const { item } = random.pickEarly(customer.items);
  const unitPrice = (1 + random.below(20_000) / 100).toFixed(2);
  const change = { kind: 'price', item, customer: customer.number, unitPrice };
  return { kind: 'price', change, notice: { table: 'price_page', key: item } };
}

function paid(random: SeededRandom, book: Book): ScriptedChange {
  const order = someOrder(random, book, ({ releases }) => releases.some(({ state }) => state === 'invoiced'));
  const release = order.releases.find(({ state }) => state === 'invoiced');
  const change = {
    kind: 'invoice',
    order: order.number,
    release: release?.index ?? 0,
    paid: release?.invoice?.total ?? '0',
  };
  return { kind: 'payment', change, notice: { table: 'invoice_hdr', key: order.number } };
}

function ofOrder(
  kind: ScriptedChange['kind'],
  { number }: BookedOrder,
  change: Readonly<Record<string, unknown>>,
): ScriptedChange {
  return { kind, change, notice: { table: 'oe_hdr', key: number } };
}

function isOpen({ status }: BookedOrder): boolean {
  return ['open', 'on-hold', 'picked', 'partly-shipped'].includes(status);
}

function someOrder(random: SeededRandom, { customers }: Book, fits: (order: BookedOrder) => boolean): BookedOrder {
  const fitting = customers.flatMap(({ orders }: BookedCustomer) => orders.filter(fits));
  return random.pickEarly(fitting);
}
