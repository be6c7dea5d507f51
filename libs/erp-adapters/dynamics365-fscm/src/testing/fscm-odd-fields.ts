import { type DateSpellings, type OddBody, oddAmounts, oddDates, oddTexts, ViewWith } from '@headwater/erp-testing';
import {
  agreement,
  customer,
  detail,
  FULL_LINE,
  invoice,
  item,
  NEVER,
  oddRow,
  order,
  stock,
  tracking,
} from './fscm-odd-questions';

/** A day stands at noon and none at 1900; every date is a `DateTimeOffset`. */
const DATES: DateSpellings = {
  blank: [NEVER, '1900-01-01T00:00:00Z', '0000-00-00'],
  read: [
    ['2026-11-02T12:00:00Z', '2026-11-02'],
    ['2026-11-02T00:00:00Z', '2026-11-02'],
    [' 2026-11-02T23:59:59.9999999Z ', '2026-11-02'],
  ],
  refused: ['11/02/2026', '20261102', '/Date(1793577600000)/', '2026-11-02T12'],
};

const BASE_PRICE = new ViewWith('items.0.unitPrice.amount', '15.5');

const AMOUNTS: readonly OddBody[] = [
  ...oddAmounts({
    field: 'LineAmount',
    ask: order.ask,
    answers: (LineAmount) => oddRow(order, { SalesOrderLines: [{ ...FULL_LINE, LineAmount }] }),
    at: 'items.0.total.amount',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'SalesPrice of a line',
    ask: detail.ask,
    answers: (SalesPrice) => oddRow(detail, { SalesOrderLines: [{ ...FULL_LINE, SalesPrice, SalesPriceQuantity: 1 }] }),
    at: 'lines.0.unitPrice.amount',
    blank: { value: undefined },
  }),
  ...oddAmounts({
    field: 'OnHandQuantity',
    ask: stock.ask,
    answers: (OnHandQuantity) => oddRow(stock, { OnHandQuantity }),
    at: 'items.0.onHand.value',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'TotalInvoiceAmount',
    ask: invoice.ask,
    answers: (TotalInvoiceAmount) => oddRow(invoice, { TotalInvoiceAmount }),
    at: 'items.0.total.amount',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'Price',
    ask: agreement.ask,
    answers: (Price) => oddRow(agreement, { Price }),
    at: 'items.0.unitPrice.amount',
    blank: { code: 'bad-response' },
    // An agreement below nothing is none: the base price of the item counts.
    otherwise: { '"10.00-"': BASE_PRICE, '"(10.00)"': BASE_PRICE },
  }),
];

const TEXTS: readonly OddBody[] = [
  ...oddTexts({
    field: 'OrganizationName',
    ask: customer.ask,
    answers: (OrganizationName) => oddRow(customer, { OrganizationName }),
    at: 'name',
    blank: { value: 'US-001' },
  }),
  ...oddTexts({
    field: 'SearchName',
    ask: item.ask,
    answers: (SearchName) => oddRow(item, { SearchName }),
    at: 'description',
    blank: { value: '' },
  }),
];

const DAYS: readonly OddBody[] = [
  ...oddDates(
    {
      field: 'InvoiceDate',
      ask: invoice.ask,
      answers: (InvoiceDate) => oddRow(invoice, { InvoiceDate }),
      at: 'items.0.issuedOn',
      blank: { code: 'bad-response' },
    },
    DATES,
  ),
  ...oddDates(
    {
      field: 'DeliveryDate',
      ask: tracking.ask,
      answers: (DeliveryDate) => oddRow(tracking, { DeliveryDate }),
      at: 'items.0.shippedOn',
      blank: { value: undefined },
    },
    DATES,
  ),
];

/** Every field of a kind, as Dynamics 365 and others may write it. */
export const FSCM_ODD_FIELDS: readonly OddBody[] = [...AMOUNTS, ...TEXTS, ...DAYS];
