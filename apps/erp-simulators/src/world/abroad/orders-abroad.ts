import type { CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { CustomerBook } from '../customers/customer-book';
import type { ItemCatalogue } from '../items/item-catalogue';
import type { InvoiceFacts, Order, OrderLine, Release } from '../model/order';
import type { Customer } from '../model/party';
import { termsOf } from '../organisation';
import { amountOf, sumAmounts } from '../orders/order-amounts';
import type { PriceDesk } from '../pricing/price-desk';
import { DINAR_CUSTOMER, YEN_CUSTOMER } from './customers-abroad';
import { O_RING, PUMP, WASHER } from './items-abroad';

interface SaleAbroad {
  readonly number: string;
  readonly customer: string;
  readonly customerPo: string;
  /** Days before today. */
  readonly ordered: number;
  readonly lines: readonly (readonly [item: string, quantity: string])[];
  /** Two days after it was ordered, and billed a day later; it waits where absent. */
  readonly shipped?: { readonly tracking: string; readonly paid: string };
}

/** Numbers of documents with 20 digits: nothing happens to a text, a number would lose the last few. */
const SALES: readonly SaleAbroad[] = [
  {
    number: '190001',
    customer: YEN_CUSTOMER,
    customerPo: 'KPW-2210',
    ordered: 45,
    lines: [
      [PUMP, '3'],
      [O_RING, '1001'],
    ],
    shipped: { tracking: '61299998820821171811', paid: '0' },
  },
  {
    number: '190002',
    customer: DINAR_CUSTOMER,
    customerPo: 'SPS/774',
    ordered: 40,
    lines: [
      [PUMP, '7'],
      [WASHER, '12'],
    ],
    shipped: { tracking: '61299998820821171828', paid: '1000.125' },
  },
  {
    number: '190003',
    customer: YEN_CUSTOMER,
    customerPo: '12345678901234567890',
    ordered: 3,
    lines: [
      [PUMP, '1'],
      [WASHER, '250'],
    ],
  },
  {
    number: '190004',
    customer: DINAR_CUSTOMER,
    customerPo: '98765432109876543210',
    ordered: 2,
    lines: [
      [O_RING, '2501'],
      [WASHER, '333'],
    ],
  },
];

export interface TradeAbroad {
  readonly today: CalendarDate;
  readonly customers: CustomerBook;
  readonly items: ItemCatalogue;
  readonly prices: PriceDesk;
}

/** One order of each customer that is billed and partly open, and one that waits; numbered far from the seeded ones. */
export function buildOrdersAbroad(trade: TradeAbroad): readonly Order[] {
  return SALES.map((sale) => orderOf(sale, trade));
}

function orderOf(sale: SaleAbroad, trade: TradeAbroad): Order {
  const customer = trade.customers.get(sale.customer);
  if (customer === undefined) throw new RangeError(`no customer ${sale.customer}`);
  const orderedOn = addDays(trade.today, -sale.ordered);
  const promisedOn = addDays(orderedOn, 6);
  const lines = sale.lines.map((line, at) =>
    lineAbroad(line, { lineNo: at + 1, orderedOn, promisedOn }, { ...trade, customer }),
  );
  const { address, name, salesperson, terms, currency, warehouse } = customer;
  return {
    number: sale.number,
    company: '1',
    kind: 'order',
    customer: customer.number,
    customerPo: sale.customerPo,
    hold: null,
    orderedOn,
    requestedOn: promisedOn,
    promisedOn,
    warehouse,
    shipTo: null,
    shipToName: name,
    shipToAddress: address,
    salesperson,
    terms,
    currency,
    lines,
    releases: [releaseOf(sale, { customer, lines, orderedOn, promisedOn })],
    total: totalOf(lines, currency),
    changedAt: `${trade.today}T00:00:00.000Z`,
  };
}

type LinePlace = Pick<OrderLine, 'lineNo' | 'promisedOn'> & { readonly orderedOn: CalendarDate };

function lineAbroad(
  [number, ordered]: SaleAbroad['lines'][number],
  { orderedOn, ...place }: LinePlace,
  { customer, items, prices }: TradeAbroad & { readonly customer: Customer },
): OrderLine {
  const item = items.get(number);
  const price = prices.net({ customer: customer.number, item: number, quantity: ordered, on: orderedOn }, orderedOn);
  if (item === undefined || price?.unitPrice == null) throw new RangeError(`no price of ${number}`);
  const { unitPrice, discountPercent } = price;
  return {
    ...place,
    item: number,
    description: item.description,
    description2: item.description2,
    unit: item.unit,
    unitFactor: 1,
    ordered,
    unitPrice,
    discountPercent,
    total: amountOf(ordered, unitPrice, customer.currency),
  };
}

interface Shipping {
  readonly customer: Customer;
  readonly lines: readonly OrderLine[];
  readonly orderedOn: CalendarDate;
  readonly promisedOn: CalendarDate;
}

function releaseOf({ shipped }: SaleAbroad, { customer, lines, orderedOn, promisedOn }: Shipping): Release {
  const waiting = {
    index: 0,
    state: 'open',
    lines: lines.map(({ lineNo, ordered }) => ({ lineNo, ordered, shipped: '0' })),
    carrier: customer.carrier,
    trackingNumbers: [],
    promisedOn,
    pickedOn: null,
    shippedOn: null,
    deliveredOn: null,
    invoice: null,
  } as const satisfies Release;
  if (shipped === undefined) return waiting;
  return {
    ...waiting,
    state: 'invoiced',
    lines: waiting.lines.map((line) => ({ ...line, shipped: line.ordered })),
    trackingNumbers: [shipped.tracking],
    pickedOn: addDays(orderedOn, 1),
    shippedOn: addDays(orderedOn, 2),
    deliveredOn: addDays(orderedOn, 6),
    invoice: invoiceOf(shipped.paid, { customer, lines, orderedOn, promisedOn }),
  };
}

function invoiceOf(paid: string, { customer, lines, orderedOn }: Shipping): InvoiceFacts {
  const issuedOn = addDays(orderedOn, 3);
  const amountPaid = amountOf('1', paid, customer.currency);
  return {
    issuedOn,
    dueOn: addDays(issuedOn, termsOf(customer.terms).netDays),
    total: totalOf(lines, customer.currency),
    paid: amountPaid,
    paidOn: paid === '0' ? null : addDays(issuedOn, 20),
    disputed: false,
  };
}

function totalOf(lines: readonly OrderLine[], currency: string): string {
  return sumAmounts(
    lines.map((line) => line.total),
    currency,
  );
}
