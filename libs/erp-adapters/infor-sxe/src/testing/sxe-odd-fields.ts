import { type DateSpellings, type OddBody, oddAmounts, oddDates, oddFlags, oddTexts } from '@headwater/erp-testing';
import { SXE_ASKS } from './sxe-asks';
import {
  oddCustomer,
  oddInvoice,
  oddMaster,
  oddOrder,
  oddPrice,
  oddStock,
  oddSuffix,
  oddSummary,
} from './sxe-odd-answers';

/** ISO in typed tables, dates with slashes in bags; `?` is the unknown value of Progress. */
const DATES: DateSpellings = {
  blank: ['?', '0000-00-00', '  /  /  '],
  read: [
    ['2026-11-02', '2026-11-02'],
    [' 2026-11-02 ', '2026-11-02'],
    ['2026-11-02T00:00:00.000', '2026-11-02'],
    ['11/02/2026', '2026-11-02'],
    ['11/02/26', '2026-11-02'],
    ['20261102', '2026-11-02'],
  ],
  refused: ['13/02/2026', '2026-11-2'],
};

const AMOUNTS: readonly OddBody[] = [
  ...oddAmounts({
    field: 'amountx',
    ask: SXE_ASKS.invoices,
    answers: (amountx) => oddInvoice({ amountx }),
    at: 'items.0.total.amount',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'totLineOrd',
    ask: SXE_ASKS.orders,
    answers: (totLineOrd) => oddSuffix({ totLineOrd, totLineAmt: null, totInvAmt: null }),
    at: 'items.0.total.amount',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'qtyonhand',
    ask: SXE_ASKS.stock,
    answers: (qtyonhand) => oddStock({ qtyonhand }),
    at: 'items.0.onHand.value',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'price',
    ask: SXE_ASKS.order,
    answers: (price) => oddOrder({ line: { price } }),
    at: 'lines.0.unitPrice.amount',
    blank: { value: undefined },
  }),
  ...oddAmounts({
    field: 'price of a quote',
    ask: SXE_ASKS.prices,
    answers: (price) => oddPrice({ price }),
    at: 'items.0.unitPrice.amount',
    // An item without a price is named; it is never free.
    blank: { value: undefined },
  }),
  ...oddAmounts({
    field: 'CreditLimit',
    ask: SXE_ASKS.credit,
    answers: (CreditLimit) => oddSummary({ CreditLimit }),
    at: 'limit.amount',
    blank: { value: undefined },
  }),
];

const OTHERS: readonly OddBody[] = [
  ...oddDates(
    {
      field: 'enterDt',
      ask: SXE_ASKS.orders,
      answers: (enterDt) => oddSuffix({ enterDt }),
      at: 'items.0.orderedOn',
      blank: { value: undefined },
    },
    DATES,
  ),
  ...oddDates(
    {
      field: 'invdt',
      ask: SXE_ASKS.invoices,
      answers: (invdt) => oddInvoice({ invdt }),
      at: 'items.0.issuedOn',
      blank: { code: 'bad-response' },
    },
    DATES,
  ),
  ...oddTexts({
    field: 'name',
    ask: SXE_ASKS.customerSearch,
    answers: (name) => oddCustomer({ name }),
    at: 'items.0.name',
    blank: { value: '1001' },
  }),
  ...oddTexts({
    field: 'customerName',
    ask: SXE_ASKS.customer,
    answers: (customerName) => oddMaster({ customerName }),
    at: 'name',
    blank: { code: 'bad-response' },
  }),
  ...oddFlags(
    {
      field: 'disputefl',
      ask: SXE_ASKS.invoices,
      answers: (disputefl) => oddInvoice({ disputefl }),
      at: 'items.0.status',
      blank: { value: 'open' },
      seen: (isDisputed) => (isDisputed === true ? 'disputed' : 'open'),
    },
    { yes: [true, 'yes', 'YES', 'y', ' true ', 1, '1'], no: [false, 'no', 'N', 'false', 0, '?'] },
  ),
];

/** Every field of a kind, as SX.e and others may write it. */
export const SXE_ODD_FIELDS: readonly OddBody[] = [...AMOUNTS, ...OTHERS];
