import { present } from '@headwater/erp-adapter-kit';
import type { AgeingBucketView, CreditView } from '@headwater/erp-contracts';
import { type CalendarDate, compareDecimals, type Decimal, subtractDecimals, sumDecimals } from '@headwater/kernel';
import type { CustomerRow } from '../customers/customer.schema';
import { refTo } from '../epicor-p21.context';

/** An amount that is still to be paid, and since or until when. */
export interface Due {
  readonly amount: Decimal;
  /** Absent where an invoice has no due date; it then counts as not due. */
  readonly on: CalendarDate | undefined;
}

export interface CreditParts {
  readonly connectionId: string;
  readonly customer: CustomerRow;
  readonly currency: string;
  readonly today: CalendarDate;
  readonly open: readonly Due[];
  /** Ordered and not invoiced yet; absent where the setting leaves it out. */
  readonly openOrders: readonly Decimal[];
}

interface Bucket {
  readonly label: string;
  /** Most days past due. */
  readonly upTo: number;
}

const BUCKETS: readonly Bucket[] = [
  { label: 'Current', upTo: 0 },
  { label: '1–30 days', upTo: 30 },
  { label: '31–60 days', upTo: 60 },
  { label: '61–90 days', upTo: 90 },
  { label: 'over 90 days', upTo: Number.POSITIVE_INFINITY },
];

function daysPast({ on }: Due, today: CalendarDate): number {
  if (on === undefined) return 0;
  return Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${on}T00:00:00Z`)) / 86_400_000);
}

/** By each invoice's own due date: terms of the customer may have changed since it was issued. */
function amountsOf(open: readonly Due[], today: CalendarDate): readonly Decimal[] {
  const bucketOf = (due: Due): number => BUCKETS.findIndex(({ upTo }) => daysPast(due, today) <= upTo);
  return BUCKETS.map((_, index) => sumDecimals(open.filter((due) => bucketOf(due) === index).map((due) => due.amount)));
}

export function toCreditView(parts: CreditParts): CreditView {
  const { connectionId, customer, currency } = parts;
  const money = (amount: Decimal) => ({ amount, currency });
  const amounts = amountsOf(parts.open, parts.today);
  const ageing: readonly AgeingBucketView[] = BUCKETS.map(({ label }, index) => ({
    label,
    amount: money(amounts[index] ?? '0'),
  }));
  const used = sumDecimals([...amounts, ...parts.openOrders]);
  const limit = customer.credit_limit;
  const pastDue = sumDecimals(amounts.slice(1));
  return present({
    ref: refTo({ connectionId }, 'credit', customer.customer_id),
    customer: customer.customer_id,
    limit: limit === undefined ? undefined : money(limit),
    used: money(used),
    available: limit === undefined ? undefined : money(subtractDecimals(limit, used)),
    // Old credits do not make a debt to us negative.
    pastDue: money(compareDecimals(pastDue, '0') < 0 ? '0' : pastDue),
    onHold: customer.held,
    terms: customer.terms_desc ?? customer.terms_id,
    ageing,
  });
}
