import {
  type DateSpellings,
  type OddBody,
  oddAmounts,
  oddDates,
  oddFlags,
  oddTexts,
  type ReplayExchange,
} from '@headwater/erp-testing';
import { NETSUITE_ASKS } from './netsuite-asks';
import { INVOICE, LINE, ODD_ASKS, ORDER, STOCK } from './netsuite-odd-rows';
import { answeringOrder, answeringQuery } from './netsuite-scene';

type Fields = Readonly<Record<string, unknown>>;

const row = (fields: Fields): readonly ReplayExchange[] => [answeringQuery('SELECT', [fields])];
const orderRow = (fields: Fields): readonly ReplayExchange[] => [
  answeringQuery('FROM transaction t', [{ ...ORDER, ...fields }]),
];
const line = (fields: Fields): readonly ReplayExchange[] => [
  answeringOrder({ item: { items: [{ ...LINE, ...fields }] } }),
];

/** ISO where we ask for it, the account's own format where the record API says so. */
const DATES: DateSpellings = {
  blank: ['0000-00-00', ' / / '],
  read: [
    ['2026-11-02', '2026-11-02'],
    [' 2026-11-02 ', '2026-11-02'],
    ['2026-11-02 10:00:00', '2026-11-02'],
    ['2026-11-02T10:00:00Z', '2026-11-02'],
    ['11/2/2026', '2026-11-02'],
    ['11/02/2026', '2026-11-02'],
  ],
  refused: ['13/02/2026', '2-Nov-2026', '2026-11-2'],
};

const AMOUNTS: readonly OddBody[] = [
  ...oddAmounts({
    field: 'foreigntotal',
    ask: ODD_ASKS['orders.list'],
    answers: (foreigntotal) => orderRow({ foreigntotal }),
    at: 'items.0.total.amount',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'rate',
    ask: NETSUITE_ASKS.order,
    answers: (rate) => line({ rate }),
    at: 'lines.0.unitPrice.amount',
    blank: { value: undefined },
  }),
  ...oddAmounts({
    field: 'quantityonhand',
    ask: ODD_ASKS['availability.list'],
    answers: (quantityonhand) => row({ ...STOCK, quantityonhand }),
    at: 'items.0.onHand.value',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'foreigntotal of an invoice',
    ask: ODD_ASKS['invoices.list'],
    answers: (foreigntotal) => row({ ...INVOICE, foreigntotal }),
    at: 'items.0.total.amount',
    blank: { code: 'bad-response' },
  }),
];

const TEXTS: readonly OddBody[] = [
  ...oddTexts({
    field: 'companyname',
    ask: ODD_ASKS['customers.get'],
    answers: (companyname) => row({ id: '1', entityid: '1001', companyname }),
    at: 'name',
    blank: { value: '1001' },
  }),
  ...oddTexts({
    field: 'otherrefnum',
    ask: ODD_ASKS['orders.list'],
    answers: (otherrefnum) => orderRow({ otherrefnum }),
    at: 'items.0.customerPo',
    blank: { value: undefined },
  }),
];

const DAYS: readonly OddBody[] = [
  ...oddDates(
    {
      field: 'trandate',
      ask: ODD_ASKS['orders.list'],
      answers: (trandate) => orderRow({ trandate }),
      at: 'items.0.orderedOn',
      blank: { value: undefined },
    },
    DATES,
  ),
  ...oddDates(
    {
      field: 'issuedon',
      ask: ODD_ASKS['invoices.list'],
      answers: (issuedon) => row({ ...INVOICE, issuedon }),
      at: 'items.0.issuedOn',
      blank: { code: 'bad-response' },
    },
    DATES,
  ),
];

const FLAGS = oddFlags(
  {
    field: 'isinactive',
    ask: ODD_ASKS['items.get'],
    answers: (isinactive) => row({ id: '1', itemid: 'A', isinactive }),
    at: 'active',
    blank: { value: true },
    seen: (isInactive) => isInactive !== true,
  },
  { yes: ['T', 't', ' T ', 'true', true, 1], no: ['F', 'f', 'false', false, 0] },
);

/** Every field of a kind, as NetSuite and others may write it. */
export const NETSUITE_ODD_FIELDS: readonly OddBody[] = [...AMOUNTS, ...TEXTS, ...DAYS, ...FLAGS];
