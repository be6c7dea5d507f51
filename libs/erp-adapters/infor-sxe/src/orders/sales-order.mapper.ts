import { present } from '@headwater/erp-adapter-kit';
import type { OrderStatus, SalesOrderView } from '@headwater/erp-contracts';
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
  const groups = new Map<string, Map<number, OrderSuffix>>();
  for (const row of rows) {
    const suffixes = groups.get(row.orderno) ?? new Map<number, OrderSuffix>();
    groups.set(row.orderno, suffixes.set(row.ordersuf, row));
  }
  return [...groups].map(([number, suffixes]) => ({
    number,
    suffixes: [...suffixes.values()].sort((left, right) => left.ordersuf - right.ordersuf),
  }));
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
  const distinct = [...new Set(stages)].sort((left, right) => right - left);
  return distinct.map(stageName).join(', ');
}

/** The earliest promise of what is still to come, else the latest one made. */
function promisedOn(group: OrderGroup): string | undefined {
  const dates = (suffixes: readonly OrderSuffix[]): string[] =>
    suffixes
      .map((suffix) => suffix.promisedt)
      .filter((date) => date !== undefined)
      .sort();
  const open = dates(group.suffixes.filter((suffix) => suffix.stagecd < 3));
  return open[0] ?? dates(group.suffixes).at(-1);
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
