import { present } from '@headwater/erp-adapter-kit';
import type { OrderStatus, SalesOrderView } from '@headwater/erp-contracts';
import type { CalendarDate } from '@headwater/kernel';
import { refTo } from '../infor-sxe.context';
import type { OrderSuffix } from './order-suffix.schema';
import { orderTotal } from './order-total';
import { type Stage, stageName, statusOf } from './stage';

/** All known suffixes of one order number. */
export interface OrderGroup {
  readonly number: string;
  /** Ascending by suffix, never empty. */
  readonly suffixes: readonly OrderSuffix[];
}

export interface OrderSetting {
  readonly connectionId: string;
  readonly currency: string;
  readonly held: boolean;
}

/** Back-orders and releases get a suffix of their own; one number is one order. */
export function groupByOrder(rows: readonly OrderSuffix[]): readonly OrderGroup[] {
  const groups = new Map<string, OrderSuffix[]>();
  for (const row of rows) {
    const suffixes = groups.get(row.orderno);
    if (suffixes === undefined) groups.set(row.orderno, [row]);
    else put(row, suffixes);
  }
  return Array.from(groups, ([number, suffixes]) => ({
    number,
    suffixes: suffixes.sort((left, right) => left.ordersuf - right.ordersuf),
  }));
}

/** In the place of what was known of the same suffix. */
function put(row: OrderSuffix, suffixes: OrderSuffix[]): void {
  const known = suffixes.findIndex(({ ordersuf }) => ordersuf === row.ordersuf);
  if (known < 0) suffixes.push(row);
  else suffixes[known] = row;
}

export function firstOf(group: OrderGroup): OrderSuffix {
  const [first] = group.suffixes;
  if (first === undefined) throw new RangeError('an order without suffixes');
  return first;
}

/** A quote is one by its type, even where its stage says "ordered". */
export function isQuote(suffix: Pick<OrderSuffix, 'transtype' | 'stagecd'>): boolean {
  return suffix.transtype?.toLowerCase() === 'qu' && suffix.stagecd !== 9;
}

export function orderStatus(group: OrderGroup, held: boolean): OrderStatus {
  if (group.suffixes.every(isQuote)) return 'quote';
  return statusOf(
    group.suffixes.map((suffix) => suffix.stagecd),
    held,
  );
}

/** SX.e's own words: each stage its suffixes are in, furthest first. */
export function vendorStatus(stages: readonly Stage[]): string {
  const [first] = stages;
  if (first !== undefined && stages.every((stage) => stage === first)) return stageName(first);
  const distinct = [...new Set(stages)].sort((left, right) => right - left);
  return distinct.map(stageName).join(', ');
}

/** The earliest promise of what is still to come, else the latest one made. */
function promisedOn(group: OrderGroup): CalendarDate | undefined {
  let next: CalendarDate | undefined;
  let last: CalendarDate | undefined;
  for (const { promisedt: date, stagecd } of group.suffixes) {
    if (date === undefined) continue;
    if (stagecd < 3 && (next === undefined || date < next)) next = date;
    if (last === undefined || date > last) last = date;
  }
  return next ?? last;
}

export function toSalesOrderView(group: OrderGroup, { connectionId, currency, held }: OrderSetting): SalesOrderView {
  const first = firstOf(group);
  return present({
    ref: refTo({ connectionId }, 'order', group.number),
    number: group.number,
    customer: first.custno,
    customerPo: first.custpo,
    status: orderStatus(group, held),
    vendorStatus: vendorStatus(group.suffixes.map((suffix) => suffix.stagecd)),
    orderedOn: first.enterdt,
    promisedOn: promisedOn(group),
    total: { amount: orderTotal(group.suffixes), currency },
    currency,
  });
}
