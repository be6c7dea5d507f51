import { present } from '@headwater/erp-adapter-kit';
import { type CreditView, ErpError } from '@headwater/erp-contracts';
import { type CalendarDate, type Decimal, subtractDecimals, sumDecimals } from '@headwater/kernel';
import type { CustomerRow } from '../customers/customer.schema';
import { isHeld } from '../customers/customer-rows';
import { openOf } from '../invoices/receivable';
import { type NetsuiteContext, refTo } from '../netsuite.context';
import { currencyCode } from '../sql/currency';
import { ageingOf, bucketsOf } from './ageing';
import type { ReceivableRow, UnbilledLine } from './credit.schema';
import { unbilledAmount } from './unbilled';

export interface CreditParts {
  readonly customer: CustomerRow;
  readonly receivables: readonly ReceivableRow[];
  readonly unbilled: readonly UnbilledLine[];
  readonly today: CalendarDate;
}

/** A limit is in the customer's own currency; without a rate of the day, other amounts cannot be held against it. */
function refuseOtherCurrencies(currencies: ReadonlySet<string>): void {
  if (currencies.size <= 1) return;
  throw new ErpError(
    'unsupported',
    'This customer has open documents in several currencies, for which NetSuite gives no single credit position.',
  );
}

export function toCreditView(
  { customer, receivables, unbilled, today }: CreditParts,
  { connectionId, settings }: Pick<NetsuiteContext, 'connectionId' | 'settings'>,
): CreditView {
  const rows = [customer, ...receivables, ...unbilled];
  refuseOtherCurrencies(new Set(rows.map((row) => currencyCode(row.currency, settings))));
  const currency = currencyCode(customer.currency, settings);
  const money = (amount: Decimal) => ({ amount, currency });
  const used = sumDecimals([...receivables.map(openOf), ...unbilled.map(unbilledAmount)]);
  const limit = customer.creditlimit;
  const ageing = ageingOf(receivables, today);
  return present({
    ref: refTo({ connectionId }, 'credit', customer.entityid),
    customer: customer.entityid,
    limit: limit === undefined ? undefined : money(limit),
    used: money(used),
    available: limit === undefined ? undefined : money(subtractDecimals(limit, used)),
    pastDue: money(ageing.pastDue),
    onHold: isHeld(customer, settings),
    terms: customer.terms,
    ageing: bucketsOf(ageing, currency),
  });
}
