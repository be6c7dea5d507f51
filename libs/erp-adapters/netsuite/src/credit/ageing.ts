import type { AgeingBucketView } from '@headwater/erp-contracts';
import { type CalendarDate, type Decimal, sumDecimals } from '@headwater/kernel';
import { openOf } from '../invoices/receivable';
import type { ReceivableRow } from './credit.schema';

interface Period {
  readonly label: string;
  readonly amount: Decimal;
}

const DAY_MS = 86_400_000;
const OVERDUE = [
  { label: '1–30 days', upTo: 30 },
  { label: '31–60 days', upTo: 60 },
  { label: '61–90 days', upTo: 90 },
  { label: 'over 90 days', upTo: Number.POSITIVE_INFINITY },
] as const;

/** Days past due; a credit memo and an invoice without a due date are never late. */
function daysLate({ type, dueon }: ReceivableRow, today: CalendarDate): number {
  if (type === 'CustCred' || dueon === undefined) return 0;
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(dueon)) / DAY_MS));
}

function sumOf(rows: readonly ReceivableRow[]): Decimal {
  return sumDecimals(rows.map(openOf));
}

export interface Ageing {
  readonly pastDue: Decimal;
  readonly periods: readonly Period[];
}

/** Open receivables by how late they are; together they are all that is open. */
export function ageingOf(rows: readonly ReceivableRow[], today: CalendarDate): Ageing {
  const late = rows.map((row) => ({ row, days: daysLate(row, today) }));
  const overdue = OVERDUE.map(({ label, upTo }, index) => {
    const over = OVERDUE[index - 1]?.upTo ?? 0;
    return { label, amount: sumOf(late.filter(({ days }) => days > over && days <= upTo).map(({ row }) => row)) };
  });
  const current = { label: 'Current', amount: sumOf(late.filter(({ days }) => days === 0).map(({ row }) => row)) };
  return { pastDue: sumOf(late.filter(({ days }) => days > 0).map(({ row }) => row)), periods: [current, ...overdue] };
}

export function bucketsOf({ periods }: Ageing, currency: string): readonly AgeingBucketView[] {
  return periods.map(({ label, amount }) => ({ label, amount: { amount, currency } }));
}
