import type { CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { Item } from '../model/item';
import type { Order, OrderKind, OrderLine } from '../model/order';
import type { Customer } from '../model/party';
import { termsOf } from '../organisation';
import type { Assortments } from '../pricing/build-prices';
import { unitOf, type PriceDesk } from '../pricing/price-desk';
import type { Random } from '../random';
import { buildReleases, untouchedRelease, type ReleasePlan } from './build-releases';
import { amountOf, sumAmounts } from './order-amounts';
import { orderDates } from './order-dates';

export interface OrderParts {
  readonly random: Random;
  readonly today: CalendarDate;
  readonly customers: readonly Customer[];
  readonly assortments: Assortments;
  readonly prices: PriceDesk;
}

const FIRST_ORDER = 100_001;

/** Three years of orders of every customer, numbered in the order they were entered. */
export function buildOrders(parts: OrderParts): readonly Order[] {
  const drafts = parts.customers.flatMap((customer, at) => {
    const random = parts.random.fork(customer.number);
    const habit = habitOf(customer, random);
    return orderDates(customer, random, parts.today).map((orderedOn, nth) =>
      draftOrder({ ...parts, random, customer, habit, orderedOn, serial: at * 200 + nth }),
    );
  });
  return drafts
    .toSorted((left, right) => (left.orderedOn < right.orderedOn ? -1 : left.orderedOn > right.orderedOn ? 1 : 0))
    .map((order, at) => ({ ...order, number: String(FIRST_ORDER + at) }));
}

/** How a customer writes its purchase orders, and how late it pays. */
interface Habit {
  readonly poStyle: 'PO-' | '4500' | 'JOB ';
  readonly payDelay: number;
}

interface DraftParts extends OrderParts {
  readonly customer: Customer;
  readonly habit: Habit;
  readonly orderedOn: CalendarDate;
  readonly serial: number;
}

function habitOf(customer: Customer, random: Random): Habit {
  const slow = customer.onHold ? random.integer(55, 110) : random.integer(18, 70);
  return {
    poStyle: random.pick(['PO-', '4500', 'JOB '] as const),
    payDelay: customer.onHold || random.chance(0.2) ? slow : random.integer(-9, 9),
  };
}

function draftOrder(parts: DraftParts): Order {
  const { random, today, customer, orderedOn, habit } = parts;
  const kind = kindOf(random);
  const shipTo = random.chance(0.75) ? random.pick(customer.shipTos) : undefined;
  const lines = draftLines(parts, shipTo?.code, kind);
  const promisedOn = addDays(orderedOn, random.integer(2, 9));
  const plan: ReleasePlan = {
    random,
    today,
    lines,
    currency: customer.currency,
    promisedOn,
    carrier: random.chance(0.8) ? customer.carrier : 'UPSG',
    shipOn: addDays(orderedOn, random.chance(0.07) ? random.integer(10, 40) : random.integer(1, 5)),
    netDays: termsOf(customer.terms).netDays,
    payDelay: habit.payDelay,
    partialChance: kind === 'return' ? 0 : 0.1,
  };
  const releases = releasesOf(plan, { kind, customer, orderedOn });
  const waits = releases.length === 1 && releases[0]?.state === 'open' && kind === 'order';
  return {
    number: '',
    company: customer.companies.length === 1 || random.chance(0.7) ? (customer.companies[0] ?? '1') : '2',
    kind,
    customer: customer.number,
    customerPo: customerPo(parts),
    hold: !waits ? null : customer.onHold ? 'credit' : random.chance(0.06) ? 'manual' : null,
    orderedOn,
    requestedOn: addDays(promisedOn, -random.integer(0, 2)),
    promisedOn: releases.at(-1)?.promisedOn ?? promisedOn,
    warehouse: shipTo?.warehouse ?? customer.warehouse,
    shipTo: shipTo?.code ?? null,
    shipToName: shipTo?.name ?? customer.name,
    shipToAddress: shipTo?.address ?? customer.address,
    salesperson: customer.salesperson,
    terms: customer.terms,
    currency: customer.currency,
    lines,
    releases,
    total: sumAmounts(
      lines.map((line) => line.total),
      customer.currency,
    ),
    changedAt: `${today}T00:00:00.000Z`,
  };
}

function kindOf(random: Random): OrderKind {
  const roll = random.next();
  if (roll < 0.05) return 'quote';
  return roll < 0.062 ? 'return' : 'order';
}

interface Fate {
  readonly kind: OrderKind;
  readonly customer: Customer;
  readonly orderedOn: CalendarDate;
}

function releasesOf(plan: ReleasePlan, { kind, customer, orderedOn }: Fate): Order['releases'] {
  if (kind === 'quote') return [untouchedRelease(plan, orderedOn < addDays(plan.today, -90) ? 'cancelled' : 'quote')];
  if (plan.random.chance(0.02)) return [untouchedRelease(plan, 'cancelled')];
  if (customer.onHold && orderedOn >= addDays(plan.today, -12)) return [untouchedRelease(plan, 'open')];
  return buildReleases(plan);
}

function customerPo({ random, customer, habit, serial }: DraftParts): string {
  if (!customer.poRequired && random.chance(0.25)) return random.chance(0.5) ? '' : 'VERBAL';
  return `${habit.poStyle}${String(10_000 + ((serial * 37) % 90_000))}`;
}

function draftLines(parts: DraftParts, shipTo: string | undefined, kind: OrderKind): readonly OrderLine[] {
  const { random, customer, assortments, orderedOn } = parts;
  const count = random.chance(0.3) ? 1 : random.integer(2, 6);
  const items = random.sample(assortments.get(customer.number) ?? [], count);
  return items.map((item, at) => {
    const quantity = quantityOf(item, random);
    return draftLine(parts, {
      item,
      lineNo: at + 1,
      shipTo,
      ordered: kind === 'return' ? `-${quantity}` : `${quantity}`,
      orderedOn,
    });
  });
}

interface LineSeed {
  readonly item: Item;
  readonly lineNo: number;
  readonly shipTo: string | undefined;
  readonly ordered: string;
  readonly orderedOn: CalendarDate;
}

function draftLine(parts: DraftParts, { item, lineNo, shipTo, ordered, orderedOn }: LineSeed): OrderLine {
  const unit = unitOf(item, item.sellingUnit);
  const price = parts.prices.net(
    {
      customer: parts.customer.number,
      shipTo,
      item: item.number,
      quantity: ordered.replace('-', ''),
      unit: item.sellingUnit,
      on: orderedOn,
    },
    orderedOn,
  );
  const unitPrice = price?.unitPrice ?? '0.00';
  return {
    lineNo,
    item: item.number,
    description: item.description,
    description2: item.description2,
    unit: item.sellingUnit,
    unitFactor: unit?.factor ?? 1,
    ordered,
    unitPrice,
    discountPercent: price?.discountPercent ?? '0.00',
    total: amountOf(ordered, unitPrice, parts.customer.currency),
    promisedOn: addDays(orderedOn, parts.random.integer(2, 9)),
  };
}

/** Dear things are bought one by one, cheap ones by the dozen. */
function quantityOf(item: Item, random: Random): number {
  const price = Number(item.listPrice ?? '0') * (unitOf(item, item.sellingUnit)?.factor ?? 1);
  if (price > 400) return random.integer(1, 2);
  return price > 40 ? random.integer(1, 8) : random.integer(2, 30);
}
