import { present } from '@headwater/erp-adapter-kit';
import type { SalesOrderLineView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, subtractDecimals, sumDecimals } from '@headwater/kernel';
import type { LineHistory, LineOnSuffix } from './line-history';
import type { OrderLine } from './single-order.schema';
import { hasShipped, statusOf } from './stage';

export interface LineSetting {
  readonly currency: string;
  readonly held: boolean;
  readonly warehouse?: string | undefined;
}

/** Cancelled suffixes count for nothing, unless all of a line is cancelled. */
function living(history: LineHistory): LineHistory {
  if (history.every(({ stage }) => stage !== 9)) return history;
  const [first, ...rest] = history.filter(({ stage }) => stage !== 9);
  return first === undefined ? history : [first, ...rest];
}

function shippedOf(history: LineHistory): Decimal {
  return sumOf(history.map(({ line, stage }) => (hasShipped(stage) ? line.qtyship : '0')));
}

/** Most lines are on one suffix, and what stands there needs no adding up. */
function sumOf(amounts: readonly Decimal[]): Decimal {
  const [only, ...others] = amounts;
  return only !== undefined && others.length === 0 ? only : sumDecimals(amounts);
}

/**
 * What is neither shipped nor allocated. The last suffix tells: before it ships, `qtyShip` is what will go with it;
 * once it has shipped without a further suffix, the rest is still owed unless the line takes no back-orders.
 */
function backorderedOf({ line, stage }: LineOnSuffix): Decimal {
  if (stage === 0 || stage === 9 || (hasShipped(stage) && line.botype?.toLowerCase() === 'n')) return '0';
  const left = subtractDecimals(line.qtyord, line.qtyship);
  return compareDecimals(left, '0') > 0 ? left : '0';
}

/** What the line is worth: billed where shipped, ordered where not. */
function totalOf(history: LineHistory): Decimal | undefined {
  const amounts = history.map(({ line, stage }) =>
    hasShipped(stage) ? (line.netamt ?? line.netord) : (line.netord ?? line.netamt),
  );
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === amounts.length ? sumOf(known) : undefined;
}

function descriptionOf({ desc1, desc2 }: OrderLine): string {
  return desc1 === undefined || desc2 === undefined ? (desc1 ?? desc2 ?? '') : `${desc1} ${desc2}`;
}

export function toSalesOrderLineView(whole: LineHistory, setting: LineSetting): SalesOrderLineView {
  const history = living(whole);
  const { line: first } = history[0];
  const last = history.at(-1) ?? history[0];
  const stages = history.map(({ stage }) => stage);
  const inUnit = (value: Decimal) => ({ value, unit: first.unit });
  const priced = (amount: Decimal | undefined) =>
    amount === undefined ? undefined : { amount, currency: setting.currency };
  return present({
    lineNo: first.lineno,
    item: first.prod,
    description: descriptionOf(first),
    ordered: inUnit(first.qtyord),
    shipped: inUnit(shippedOf(history)),
    backordered: inUnit(backorderedOf(last)),
    unitPrice: priced(first.price),
    priceUnit: first.unit,
    lineTotal: priced(totalOf(history)),
    discountPercent: first.disctype === '%' ? first.discamt : undefined,
    promisedOn: last.line.promisedt ?? first.promisedt,
    warehouse: setting.warehouse,
    status: statusOf(stages, setting.held),
  });
}
