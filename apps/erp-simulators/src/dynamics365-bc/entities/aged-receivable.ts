import { isZero, type CalendarDate, type Decimal } from '@headwater/kernel';
import { daysBetween } from '../../world/calendar';
import type { Customer } from '../../world/model/party';
import { sumAmounts } from '../../world/orders/order-amounts';
import { invoicesOf, type Invoice } from '../../world/receivables/invoices';
import { systemId } from '../identifiers';
import { date, decimal, defineEntity, guid, text } from '../odata/entity';
import type { Pins } from '../odata/pins';
import type { Reading } from '../reading';

/** One customer's open amounts by age; the day and the length of a period can be chosen in the filter. */
export interface AgedReceivable {
  readonly customer: Customer;
  readonly open: readonly Invoice[];
  readonly asOf: CalendarDate;
  /** `30D`: as the filter gave it. */
  readonly periodLength: string;
}

const PERIOD = '30D';

export function agedReceivableOf(customer: Customer, { orders, company, world }: Reading): AgedReceivable {
  const open = invoicesOf(orders.list({ customer: customer.number, company })).filter(({ open: due }) => !isZero(due));
  return { customer, open, asOf: world.today(), periodLength: PERIOD };
}

export function agedReceivablesFor(customers: readonly Customer[], reading: Reading, pins: Pins): AgedReceivable[] {
  const asOf = pins.of('agedAsOfDate')?.[0] ?? reading.world.today();
  const periodLength = pins.of('periodLengthFilter')?.[0] ?? PERIOD;
  return customers.map((customer) => ({ ...agedReceivableOf(customer, reading), asOf, periodLength }));
}

/** Days of a date formula; anything but whole days, weeks or months counts as 30 days. */
function daysOf(formula: string): number {
  const [, count = '30', unit = 'D'] = /^(\d{1,4})([DWM])$/i.exec(formula) ?? [];
  const days = { D: 1, W: 7, M: 30 }[unit.toUpperCase()] ?? 1;
  return Math.max(1, Number(count) * days);
}

/** 0 is what is not due yet, 1 and 2 a period each, 3 all that is older. */
function amountOf({ customer, open, asOf, periodLength }: AgedReceivable, period: 0 | 1 | 2 | 3): Decimal {
  const days = daysOf(periodLength);
  const periodOf = ({ dueOn }: Invoice): number => Math.min(3, Math.max(0, Math.ceil(daysBetween(dueOn, asOf) / days)));
  return sumAmounts(
    open.filter((invoice) => periodOf(invoice) === period).map((invoice) => invoice.open),
    customer.currency,
  );
}

function labelOf({ periodLength }: AgedReceivable, period: 1 | 2 | 3): string {
  const days = daysOf(periodLength);
  const from = (period - 1) * days + 1;
  return period === 3 ? `Over ${from - 1} days` : `${from} - ${period * days} days`;
}

export const agedReceivable = defineEntity<AgedReceivable>({
  name: 'agedAccountsReceivable',
  key: 'customerId',
  properties: {
    customerId: guid(({ customer }, { company }) => systemId('customer', company, customer.number)),
    customerNumber: text(({ customer }) => customer.number),
    name: text(({ customer }) => customer.name),
    currencyCode: text(({ customer }) => customer.currency),
    balanceDue: decimal(({ customer, open }) =>
      sumAmounts(
        open.map((invoice) => invoice.open),
        customer.currency,
      ),
    ),
    currentAmount: decimal((source) => amountOf(source, 0)),
    period1Label: text((source) => labelOf(source, 1)),
    period1Amount: decimal((source) => amountOf(source, 1)),
    period2Label: text((source) => labelOf(source, 2)),
    period2Amount: decimal((source) => amountOf(source, 2)),
    period3Label: text((source) => labelOf(source, 3)),
    period3Amount: decimal((source) => amountOf(source, 3)),
    agedAsOfDate: date(({ asOf }) => asOf),
    periodLengthFilter: text(({ periodLength }) => periodLength),
  },
});
