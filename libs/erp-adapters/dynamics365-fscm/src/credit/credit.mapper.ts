import { present } from '@headwater/erp-adapter-kit';
import { type AgeingBucketView, type CreditView, ErpError } from '@headwater/erp-contracts';
import { type CalendarDate, type Decimal, isZero, subtractDecimals, sumDecimals } from '@headwater/kernel';
import { isOnHold } from '../customers/customer.mapper';
import { refTo } from '../dynamics365-fscm.context';
import type { MeaningSettings } from '../settings/meaning.settings';
import type { CreditCustomer } from './credit.schema';
import type { OpenItem } from './open-items';

export interface CreditSetting {
  readonly connectionId: string;
  readonly settings: Pick<MeaningSettings, 'ageingDays' | 'creditLimitCurrency' | 'notOnHold' | 'zeroCreditLimit'>;
  readonly today: CalendarDate;
}

const DAY_MS = 86_400_000;

function daysPastDue({ dueOn }: OpenItem, today: CalendarDate): number {
  return Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS);
}

interface Period {
  readonly label: string;
  readonly holds: (days: number) => boolean;
}

function periodsOf(ends: readonly number[]): readonly Period[] {
  const last = ends.at(-1) ?? 0;
  const between = ends.map((end, index): Period => {
    const start = (ends[index - 1] ?? 0) + 1;
    return { label: `${String(start)}–${String(end)} days`, holds: (days) => days >= start && days <= end };
  });
  return [
    { label: 'Current', holds: (days) => days <= 0 },
    ...between,
    { label: `over ${String(last)} days`, holds: (days) => days > last },
  ];
}

function sumOf(items: readonly OpenItem[]): Decimal {
  return sumDecimals(items.map(({ amount }) => amount));
}

/** Amounts of several currencies have no sum: no rate is known. */
function currencyOf(customer: CreditCustomer, items: readonly OpenItem[]): string {
  const own = customer.SalesCurrencyCode;
  const [currency, ...others] = new Set(items.map((item) => item.currency ?? own));
  if (others.length > 0) {
    throw new ErpError('unsupported', 'The customer owes in several currencies, which this connection cannot add up.');
  }
  const found = currency ?? own;
  if (found !== undefined) return found;
  throw new ErpError('bad-response', 'Dynamics 365 answered a customer without its currency.');
}

/** The limit, where there is one and it can stand beside what is owed. */
function limitOf(customer: CreditCustomer, currency: string, settings: CreditSetting['settings']): Decimal | undefined {
  const { CreditLimit: limit, SalesCurrencyCode: own } = customer;
  if (limit === undefined || (isZero(limit) && settings.zeroCreditLimit === 'no-limit')) return undefined;
  return (settings.creditLimitCurrency ?? own ?? currency) === currency ? limit : undefined;
}

export function toCreditView(
  customer: CreditCustomer,
  items: readonly OpenItem[],
  { connectionId, settings, today }: CreditSetting,
): CreditView {
  const currency = currencyOf(customer, items);
  const money = (amount: Decimal) => ({ amount, currency });
  const ageing = periodsOf(settings.ageingDays).map(({ label, holds }): AgeingBucketView => ({
    label,
    amount: money(sumOf(items.filter((item) => holds(daysPastDue(item, today))))),
  }));
  const used = sumOf(items);
  const limit = limitOf(customer, currency, settings);
  return present({
    ref: refTo({ connectionId }, 'credit', customer.CustomerAccount),
    customer: customer.CustomerAccount,
    limit: limit === undefined ? undefined : money(limit),
    used: money(used),
    available: limit === undefined ? undefined : money(subtractDecimals(limit, used)),
    pastDue: money(sumOf(items.filter((item) => daysPastDue(item, today) > 0))),
    onHold: isOnHold(customer.OnHoldStatus, settings),
    terms: customer.PaymentTerms,
    ageing,
  });
}
