import { present } from '@headwater/erp-adapter-kit';
import { type AgeingBucketView, type CreditView, ErpError } from '@headwater/erp-contracts';
import { type Decimal, isZero, subtractDecimals, sumDecimals } from '@headwater/kernel';
import { ERP } from '../client/vendor-failure';
import type { CustomerRow } from '../customers/customer.schema';
import { refTo } from '../dynamics365-bc.context';
import type { AgedReceivable, FinancialDetail } from './credit.schema';

export interface CreditSetting {
  readonly connectionId: string;
  /** The customer as it was asked for. */
  readonly customer: string;
  /** Balance, limit and ageing are kept in the local currency. */
  readonly currency: string;
  readonly zeroCreditLimit: 'no-limit' | 'zero';
  readonly terms?: string | undefined;
}

export interface CreditFigures {
  readonly customer: CustomerRow;
  readonly detail: FinancialDetail;
  readonly aged?: AgedReceivable | undefined;
}

interface Period {
  readonly label: string;
  readonly amount: Decimal | undefined;
}

function periodsOf(aged: AgedReceivable): readonly Period[] {
  return [
    { label: aged.period1Label ?? 'Past due, period 1', amount: aged.period1Amount },
    { label: aged.period2Label ?? 'Past due, period 2', amount: aged.period2Amount },
    { label: aged.period3Label ?? 'Past due, period 3', amount: aged.period3Amount },
  ];
}

function ageingOf(aged: AgedReceivable | undefined, currency: string): readonly AgeingBucketView[] {
  if (aged === undefined) return [];
  return [{ label: 'Current', amount: aged.currentAmount }, ...periodsOf(aged)].flatMap(({ label, amount }) =>
    amount === undefined ? [] : [{ label, amount: { amount, currency } }],
  );
}

/** Business Central's own figure, else what the ageing holds beyond the current amount. */
function pastDueOf({ detail, aged }: CreditFigures, connectionId: string): Decimal {
  if (detail.overdueAmount !== undefined) return detail.overdueAmount;
  const periods = aged === undefined ? [] : periodsOf(aged).map(({ amount }) => amount);
  const known = periods.filter((amount) => amount !== undefined);
  if (known.length > 0) return sumDecimals(known);
  throw new ErpError('bad-response', `${ERP} answered a balance without what of it is past due.`, { connectionId });
}

export function toCreditView(figures: CreditFigures, setting: CreditSetting): CreditView {
  const { customer, detail, aged } = figures;
  const { currency, connectionId } = setting;
  const money = (amount: Decimal) => ({ amount, currency });
  const isNone =
    customer.creditLimit === undefined || (setting.zeroCreditLimit === 'no-limit' && isZero(customer.creditLimit));
  const limit = isNone ? undefined : customer.creditLimit;
  return present({
    ref: refTo(setting, 'credit', setting.customer),
    customer: setting.customer,
    limit: limit === undefined ? undefined : money(limit),
    used: money(detail.balance),
    available: limit === undefined ? undefined : money(subtractDecimals(limit, detail.balance)),
    pastDue: money(pastDueOf(figures, connectionId)),
    onHold: customer.blocked !== undefined,
    terms: setting.terms,
    ageing: ageingOf(aged, currency),
  });
}
