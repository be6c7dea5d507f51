import { isZero, type Decimal } from '@headwater/kernel';
import { termsOf } from '../../world/organisation';
import type { AgeingLabel, CreditPosition } from '../../world/receivables/credit';
import { amount, headerBag, text, type BagEntry } from '../bag';
import { customerOf, type CallHandler, type SxeCall } from '../call';
import { SxeError, table, type Fields } from '../envelope';
import { exact } from '../json';

export function positionOf(call: SxeCall): CreditPosition {
  const position = call.world.credit(customerOf(call).number, call.company);
  if (position === undefined) throw new SxeError('Customer Not Set Up in Customer Setup - ARSC (4303)');
  return position;
}

/** The credit screen in one row. */
export const customerSummary: CallHandler = (call) => {
  const customer = customerOf(call);
  const position = positionOf(call);
  const open = call.world
    .invoices({ customer: customer.number, company: call.company })
    .filter((invoice) => !isZero(invoice.open));
  const periods = ageingFields(call, position);
  return table('custsummary', [
    {
      custname: customer.name,
      ...prefixed('', periods),
      amtdue: exact(position.receivables),
      futureamt: exact('0'),
      openordamt: exact(position.openOrders),
      lastpaydt: null,
      lastsaledt:
        call.world.orders.list({ customer: customer.number, company: call.company }).at(-1)?.orderedOn ?? null,
      firstsaledt: customer.since,
      termsdesc: termsOf(customer.terms).description,
      ...prefixed('trade', periods),
      tradeamtdue: exact(position.receivables),
      CreditLimit: exact(position.limit ?? '0'),
      HighBalance: exact(position.used),
      NumOpenInv: open.length,
      NumInvPastDue: open.filter((invoice) => invoice.dueOn < call.world.today()).length,
    },
  ]);
};

export const customerBalance: CallHandler = (call) => {
  const position = positionOf(call);
  const periods = ageingFields(call, position);
  return {
    totalBalance: exact(position.receivables),
    orderBalance: exact(position.openOrders),
    futureBalance: exact('0'),
    creditLimit: exact(position.limit ?? '0'),
    availableCredit: exact(position.available ?? '0'),
    ...Object.fromEntries(Object.entries(periods).map(([name, value]) => [`${name}Balance`, exact(value)])),
  };
};

/** A limit of 0 means that none is set. `suspendcd` is "H" on credit hold. */
export const customerDataCredit: CallHandler = (call) => {
  const position = positionOf(call);
  return {
    ...headerBag('fieldlist', creditEntries(position)),
    creditLimit: exact(position.limit ?? '0'),
    suspendCode: position.onHold ? 'H' : '',
  };
};

export const customerCreditMessage: CallHandler = (call) => ({
  cMessage: positionOf(call).onHold ? 'Customer Is On Credit Hold' : '',
});

export function creditEntries(position: CreditPosition): readonly BagEntry[] {
  return [
    text('termstype', position.terms),
    text('termsdesc', termsOf(position.terms).description),
    amount('credlim', position.limit ?? '0.00'),
    amount('amtdue', position.receivables),
    amount('openordamt', position.openOrders),
    amount('pastdueamt', position.pastDue),
    { name: 'suspendcd', value: position.onHold ? 'H' : ' ' },
  ];
}

type Period = 'billprdamt' | 'ageprd1' | 'ageprd2' | 'ageprd3' | 'ageprd4';

function ageingFields({ options }: SxeCall, { ageing }: CreditPosition): Readonly<Record<Period, Decimal>> {
  const of = (label: AgeingLabel): Decimal => ageing.find((bucket) => bucket.label === label)?.amount ?? '0.00';
  if (options.ageing === 'billing-period-is-current') {
    return {
      billprdamt: of('current'),
      ageprd1: of('1-30'),
      ageprd2: of('31-60'),
      ageprd3: of('61-90'),
      ageprd4: of('over-90'),
    };
  }
  return {
    billprdamt: of('over-90'),
    ageprd1: of('current'),
    ageprd2: of('1-30'),
    ageprd3: of('31-60'),
    ageprd4: of('61-90'),
  };
}

function prefixed(prefix: '' | 'trade', periods: Readonly<Record<Period, Decimal>>): Fields {
  const entries = Object.entries(periods).filter(([name]) => prefix === '' || name !== 'billprdamt');
  return Object.fromEntries(entries.map(([name, value]) => [`${prefix}${name}`, exact(value)]));
}
