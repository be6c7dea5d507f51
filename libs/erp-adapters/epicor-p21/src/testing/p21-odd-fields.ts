import {
  type DateSpellings,
  type OddBody,
  oddAmounts,
  oddDates,
  oddFlags,
  oddTexts,
  type ReplayExchange,
} from '@headwater/erp-testing';
import { PRICE_PATH } from './p21-exchanges';
import { PRICES } from './p21-fixtures';
import { first, ODD_ASKS } from './p21-odd-rows';

/** SQL Server's earliest days stand for none; a time of day in UTC is turned into the site's zone. */
const DATES: DateSpellings = {
  blank: ['0001-01-01T00:00:00', '1753-01-01T00:00:00.000-05:00', '1900-01-01T00:00:00'],
  read: [
    ['2026-11-02', '2026-11-02'],
    ['2026-11-02T00:00:00.000-04:00', '2026-11-02'],
    ['2026-11-02T23:59:59.997', '2026-11-02'],
    ['2026-11-02 08:15', '2026-11-02'],
    ['2026-11-03T02:30:00Z', '2026-11-02'],
    ['2026-11-02T00:00:00.000Z', '2026-11-02'],
  ],
  refused: ['11/02/2026', '20261102', '0000-00-00', '/Date(1793577600000)/', '2026-11-02T25:00:00Z'],
};

function priced(fields: Readonly<Record<string, unknown>>): readonly ReplayExchange[] {
  const [bearing] = PRICES;
  return [
    {
      name: 'an odd price',
      matches: ({ path }) => path.startsWith(PRICE_PATH),
      answer: { body: [{ ...bearing, ...fields }] },
    },
  ];
}

const AMOUNTS: readonly OddBody[] = [
  ...oddAmounts({
    field: 'total_amount',
    ask: ODD_ASKS.invoice,
    answers: (total_amount) => first('table/invoice_hdr', { total_amount }),
    at: 'items.0.total.amount',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'extended_price',
    ask: ODD_ASKS.order,
    answers: (extended_price) => first('view/p21_view_oe_line', { extended_price }),
    at: 'total.amount',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'unit_price',
    ask: ODD_ASKS.order,
    answers: (unit_price) => first('view/p21_view_oe_line', { unit_price }),
    at: 'lines.0.unitPrice.amount',
    blank: { value: undefined },
  }),
  ...oddAmounts({
    field: 'UnitPrice',
    ask: ODD_ASKS.price,
    answers: (UnitPrice) => priced({ UnitPrice }),
    at: 'items.0.unitPrice.amount',
    blank: { value: undefined },
  }),
];

const TEXTS: readonly OddBody[] = [
  ...oddTexts({
    field: 'customer_name',
    ask: ODD_ASKS.customer,
    answers: (customer_name) => first('table/customer', { customer_name }),
    at: 'name',
    blank: { code: 'bad-response' },
  }),
  ...oddTexts({
    field: 'item_desc',
    ask: ODD_ASKS.item,
    answers: (item_desc) => first('table/inv_mast', { item_desc }),
    at: 'description',
    blank: { value: '' },
  }),
];

const DAYS: readonly OddBody[] = [
  ...oddDates(
    {
      field: 'order_date',
      ask: ODD_ASKS.order,
      answers: (order_date) => first('view/p21_view_oe_hdr', { order_date }),
      at: 'orderedOn',
      blank: { value: undefined },
    },
    DATES,
  ),
  ...oddDates(
    {
      field: 'invoice_date',
      ask: ODD_ASKS.invoice,
      answers: (invoice_date) => first('table/invoice_hdr', { invoice_date }),
      at: 'items.0.issuedOn',
      blank: { code: 'bad-response' },
    },
    DATES,
  ),
];

const FLAGS = oddFlags(
  {
    field: 'projected_order',
    ask: ODD_ASKS.order,
    answers: (projected_order) => first('view/p21_view_oe_hdr', { projected_order }),
    at: 'status',
    blank: { value: 'partly-shipped' },
    seen: (isProjected) => (isProjected === true ? 'quote' : 'partly-shipped'),
  },
  { yes: ['Y', 'y', ' Y ', 'Yes', true, 1], no: [' N ', 'n', 'No', false, 0] },
);

/** Every field of a kind, as Prophet 21 and others may write it. */
export const P21_ODD_FIELDS: readonly OddBody[] = [...AMOUNTS, ...TEXTS, ...DAYS, ...FLAGS];
