import { present } from '@headwater/erp-adapter-kit';
import { type CreditView, ErpError } from '@headwater/erp-contracts';
import { type CalendarDate, type Decimal, subtractDecimals, sumDecimals } from '@headwater/kernel';
import { type Receivable, signedAmount } from '../receivables/receivables';
import { refTo } from '../sap-s4hana.context';
import { ageing, pastDue } from './ageing';
import type { CreditAccount } from './credit-account';

export interface CreditParts {
  readonly connectionId: string;
  readonly customer: string;
  readonly receivables: readonly Receivable[];
  /** Of a customer that owes nothing. */
  readonly currency: string | undefined;
  readonly account: CreditAccount | undefined;
  readonly blocked: boolean;
  readonly terms: string | undefined;
  readonly ageingDays: readonly number[];
  readonly on: CalendarDate;
}

/** Receivables of one company code are in one currency; a customer who owes nothing has none of its own. */
function currencyOf({ receivables, currency, account }: CreditParts): string {
  const currencies = new Set(receivables.map(({ CompanyCodeCurrency }) => CompanyCodeCurrency));
  if (currencies.size > 1) {
    throw new ErpError('bad-response', 'SAP S/4HANA answered receivables of one company code in several currencies.');
  }
  const [found] = currencies;
  const known = found ?? currency ?? account?.limit?.currency;
  if (known !== undefined) return known;
  throw new ErpError('unsupported', 'SAP S/4HANA does not say in which currency; set the company currency.');
}

export function toCreditView(parts: CreditParts): CreditView {
  const { receivables, account, on, customer } = parts;
  const currency = currencyOf(parts);
  const money = (amount: Decimal) => ({ amount, currency });
  const owed = receivables.map((row) => ({
    amount: signedAmount(row, row.AmountInCompanyCodeCurrency),
    dueOn: row.NetDueDate,
  }));
  const used = sumDecimals(owed.map(({ amount }) => amount));
  // A limit in another currency cannot be set against what is owed: no rate is known.
  const limit = account?.limit?.currency === currency ? account.limit : undefined;
  return present({
    ref: refTo(parts, 'credit', customer),
    customer,
    limit,
    used: money(used),
    available: limit === undefined ? undefined : money(subtractDecimals(limit.amount, used)),
    pastDue: money(pastDue(owed, on)),
    onHold: parts.blocked || account?.blocked === true,
    terms: parts.terms,
    ageing: ageing(owed, { days: parts.ageingDays, on, money }),
  });
}
