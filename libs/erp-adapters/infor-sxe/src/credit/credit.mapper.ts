import { present } from '@headwater/erp-adapter-kit';
import { type AgeingBucketView, type CreditView, ErpError } from '@headwater/erp-contracts';
import { type Decimal, subtractDecimals, sumDecimals } from '@headwater/kernel';
import { refTo } from '../infor-sxe.context';
import type { CreditSummary } from './credit.schema';

export interface CreditSetting {
  readonly connectionId: string;
  readonly customer: string;
  readonly currency: string;
  readonly onHold: boolean;
  readonly terms: string | undefined;
  readonly used: 'receivables' | 'receivables-and-open-orders';
  readonly ageingStart: 'past-due' | 'current';
}

/** Upper ends of the ageing periods where SX.e does not give the company's own. */
const USUAL_DAYS = [30, 60, 90] as const;

interface Period {
  readonly label: string;
  readonly amount: Decimal;
}

function periodsOf(summary: CreditSummary, start: CreditSetting['ageingStart']): readonly Period[] {
  const [first, second, third] = [
    summary.agedaysper1 ?? USUAL_DAYS[0],
    summary.agedaysper2 ?? USUAL_DAYS[1],
    summary.agedaysper3 ?? USUAL_DAYS[2],
  ];
  return [
    { label: start === 'current' ? `up to ${String(first)} days` : `1–${String(first)} days`, amount: summary.ageprd1 },
    { label: `${String(first + 1)}–${String(second)} days`, amount: summary.ageprd2 },
    { label: `${String(second + 1)}–${String(third)} days`, amount: summary.ageprd3 },
    { label: `over ${String(third)} days`, amount: summary.ageprd4 },
  ];
}

/** Credit used. Open orders count where the company's credit check counts them. */
function usedOf(summary: CreditSummary, used: CreditSetting['used']): Decimal {
  if (used === 'receivables') return summary.amtdue;
  if (summary.openordamt !== undefined) return sumDecimals([summary.amtdue, summary.openordamt]);
  throw new ErpError('bad-response', 'Infor SX.e answered a credit position without the open orders it depends on.');
}

export function toCreditView(summary: CreditSummary, setting: CreditSetting): CreditView {
  const money = (amount: Decimal) => ({ amount, currency: setting.currency });
  const periods = periodsOf(summary, setting.ageingStart);
  const overdue = setting.ageingStart === 'past-due' ? periods : periods.slice(1);
  const used = usedOf(summary, setting.used);
  const limit = summary.creditlimit;
  const early: readonly (Period | undefined)[] = [
    summary.futureamt === undefined ? undefined : { label: 'Future', amount: summary.futureamt },
    summary.billprdamt === undefined ? undefined : { label: 'Current', amount: summary.billprdamt },
  ];
  const ageing: readonly AgeingBucketView[] = [...early.filter((period) => period !== undefined), ...periods].map(
    ({ label, amount }) => ({ label, amount: money(amount) }),
  );
  return present({
    ref: refTo(setting, 'credit', setting.customer),
    customer: setting.customer,
    limit: limit === undefined ? undefined : money(limit),
    used: money(used),
    available: limit === undefined ? undefined : money(subtractDecimals(limit, used)),
    pastDue: money(sumDecimals(overdue.map(({ amount }) => amount))),
    onHold: setting.onHold,
    terms: summary.termsdesc ?? setting.terms,
    ageing,
  });
}
