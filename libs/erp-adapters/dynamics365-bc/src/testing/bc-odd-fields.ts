import {
  type Ask,
  type DateSpellings,
  type OddBody,
  oddAmounts,
  oddDates,
  oddFlags,
  oddTexts,
} from '@headwater/erp-testing';
import { BC_ASKS } from './bc-asks';
import { odd, oddLine } from './bc-odd-rows';

const STOCK: Ask = { operation: 'availability.list', query: { items: ['BRG-6204'] } };
const OPEN_INVOICES: Ask = { operation: 'invoices.list', query: { customer: '10000', open: true, limit: 10 } };

/** "None" is the year 1; dates come as days or as instants. */
const DATES: DateSpellings = {
  blank: ['0001-01-01', '0001-01-01T00:00:00Z'],
  read: [
    ['2026-11-02', '2026-11-02'],
    [' 2026-11-02 ', '2026-11-02'],
    ['2026-11-02T23:30:00Z', '2026-11-02'],
  ],
  refused: ['13/02/2026', '2026-11-2'],
};

const AMOUNTS: readonly OddBody[] = [
  ...oddAmounts({
    field: 'totalAmountIncludingTax',
    ask: BC_ASKS.order,
    answers: (totalAmountIncludingTax) => [odd('salesOrders', { totalAmountIncludingTax })],
    at: 'total.amount',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'unitPrice of a line',
    ask: BC_ASKS.order,
    answers: (unitPrice) => [oddLine({ unitPrice })],
    at: 'lines.0.unitPrice.amount',
    blank: { value: undefined },
  }),
  ...oddAmounts({
    field: 'quantityOnHand',
    ask: STOCK,
    answers: (quantityOnHand) => [odd('itemAvailability', { quantityOnHand })],
    at: 'items.0.onHand.value',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'totalAmountIncludingTax of an invoice',
    ask: OPEN_INVOICES,
    answers: (totalAmountIncludingTax) => [
      odd('salesInvoices', { totalAmountIncludingTax, status: 'Open', remainingAmount: 1 }),
    ],
    at: 'items.1.total.amount',
    blank: { code: 'bad-response' },
  }),
];

const TEXTS: readonly OddBody[] = [
  ...oddTexts({
    field: 'displayName',
    ask: BC_ASKS.customer,
    answers: (displayName) => [odd('customers', { displayName })],
    at: 'name',
    blank: { value: '10000' },
  }),
  ...oddTexts({
    field: 'customerName',
    ask: BC_ASKS.order,
    answers: (customerName) => [odd('salesOrders', { customerName })],
    at: 'customerName',
    blank: { value: undefined },
  }),
];

const DAYS: readonly OddBody[] = [
  ...oddDates(
    {
      field: 'orderDate',
      ask: BC_ASKS.order,
      answers: (orderDate) => [odd('salesOrders', { orderDate })],
      at: 'orderedOn',
      blank: { value: undefined },
    },
    DATES,
  ),
  ...oddDates(
    {
      field: 'nextReceiptDate',
      ask: STOCK,
      answers: (nextReceiptDate) => [odd('itemAvailability', { nextReceiptDate })],
      at: 'items.0.nextReceiptOn',
      blank: { value: undefined },
    },
    DATES,
  ),
];

const FLAGS = oddFlags(
  {
    field: 'blocked',
    ask: BC_ASKS.item,
    answers: (blocked) => [odd('items', { blocked })],
    at: 'active',
    blank: { value: true },
    seen: (isBlocked) => isBlocked !== true,
  },
  { yes: [true, 'true', 'Yes', ' TRUE ', 1], no: [false, 'false', 'No', 0] },
);

/** Every field of a kind, as Business Central and others may write it. */
export const BC_ODD_FIELDS: readonly OddBody[] = [...AMOUNTS, ...TEXTS, ...DAYS, ...FLAGS];
