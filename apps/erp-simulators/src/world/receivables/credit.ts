import { isZero, subtractDecimals, type CalendarDate, type Decimal } from '@headwater/kernel';
import { daysBetween } from '../calendar';
import type { Order } from '../model/order';
import type { CompanyCode, Customer } from '../model/party';
import { hasShipped, isWaiting, releaseAmount, sumAmounts } from '../orders/order-amounts';
import { invoicesOf, type Invoice } from './invoices';

export type AgeingLabel = 'current' | '1-30' | '31-60' | '61-90' | 'over-90';

export interface AgeingBucket {
  readonly label: AgeingLabel;
  readonly amount: Decimal;
}

/**
 * A customer's position in one company. `used` = open receivables + orders not yet invoiced
 * (waiting or shipped; quotes and returns not counted).
 */
export interface CreditPosition {
  readonly customer: string;
  readonly company: CompanyCode;
  readonly currency: string;
  readonly limit: Decimal | null;
  readonly receivables: Decimal;
  readonly openOrders: Decimal;
  readonly used: Decimal;
  readonly available: Decimal | null;
  /** Σ of the buckets after `current`. */
  readonly pastDue: Decimal;
  readonly onHold: boolean;
  readonly terms: string;
  /** By days past the due date; Σ = receivables. */
  readonly ageing: readonly AgeingBucket[];
}

export interface CreditParts {
  readonly customer: Customer;
  readonly company: CompanyCode;
  /** Of this customer in this company. */
  readonly orders: readonly Order[];
  readonly today: CalendarDate;
}

const BUCKETS: readonly { readonly label: AgeingLabel; readonly upTo: number }[] = [
  { label: 'current', upTo: 0 },
  { label: '1-30', upTo: 30 },
  { label: '31-60', upTo: 60 },
  { label: '61-90', upTo: 90 },
  { label: 'over-90', upTo: Number.POSITIVE_INFINITY },
];

export function creditOf({ customer, company, orders, today }: CreditParts): CreditPosition {
  const open = invoicesOf(orders).filter((invoice) => !isZero(invoice.open));
  const { currency } = customer;
  const receivables = sumAmounts(
    open.map((invoice) => invoice.open),
    currency,
  );
  const openOrders = sumAmounts(uninvoicedOf(orders), currency);
  const used = sumAmounts([receivables, openOrders], currency);
  const ageing = ageingOf(open, currency, today);
  return {
    customer: customer.number,
    company,
    currency,
    limit: customer.creditLimit,
    receivables,
    openOrders,
    used,
    available: customer.creditLimit === null ? null : subtractDecimals(customer.creditLimit, used),
    pastDue: sumAmounts(
      ageing.slice(1).map((bucket) => bucket.amount),
      currency,
    ),
    onHold: customer.onHold,
    terms: customer.terms,
    ageing,
  };
}

export function ageingOf(open: readonly Invoice[], currency: string, today: CalendarDate): readonly AgeingBucket[] {
  const groups = Map.groupBy(open, (invoice) => labelOf(daysBetween(invoice.dueOn, today)));
  return BUCKETS.map(({ label }) => ({
    label,
    amount: sumAmounts(
      (groups.get(label) ?? []).map((invoice) => invoice.open),
      currency,
    ),
  }));
}

function labelOf(daysPastDue: number): AgeingLabel {
  return BUCKETS.find((bucket) => daysPastDue <= bucket.upTo)?.label ?? 'over-90';
}

function uninvoicedOf(orders: readonly Order[]): readonly Decimal[] {
  return orders
    .filter((order) => order.kind === 'order')
    .flatMap((order) =>
      order.releases
        .filter((release) => isWaiting(release) || (hasShipped(release) && release.invoice === null))
        .map((release) => releaseAmount(order, release)),
    );
}
