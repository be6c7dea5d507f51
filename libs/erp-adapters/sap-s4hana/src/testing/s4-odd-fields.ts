import { type DateSpellings, type OddBody, oddAmounts, oddDates, oddTexts } from '@headwater/erp-testing';
import { S4_ASKS } from './s4-asks';
import { oddExchanges } from './s4-odd-answers';
import { billing, header, line, partner } from './s4-odd-rows';

/** Ticks in v2 and ISO in v4; a number of SAP's own calendar is a day, too. */
const DATES: DateSpellings = {
  blank: ['0000-00-00'],
  read: [
    ['/Date(1793577600000)/', '2026-11-02'],
    ['/Date(1793577600000+0060)/', '2026-11-02'],
    [' /Date(1793577600000)/ ', '2026-11-02'],
    ['2026-11-02', '2026-11-02'],
    ['2026-11-02T00:00:00Z', '2026-11-02'],
    ['20261102', '2026-11-02'],
  ],
  refused: ['11/02/2026', '/Date(soon)/', '/Date(999999999999999)/', '/Date()/', 1793577600000],
};

const AMOUNTS: readonly OddBody[] = [
  ...oddAmounts({
    field: 'TotalNetAmount',
    ask: S4_ASKS.order,
    answers: (TotalNetAmount) => oddExchanges(header({ TotalNetAmount })),
    at: 'total.amount',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'RequestedQuantity',
    ask: S4_ASKS.order,
    answers: (RequestedQuantity) => oddExchanges(line({ RequestedQuantity })),
    at: 'lines.0.ordered.value',
    blank: { code: 'bad-response' },
  }),
  ...oddAmounts({
    field: 'NetAmount',
    ask: S4_ASKS.order,
    answers: (NetAmount) => oddExchanges(line({ NetAmount })),
    at: 'lines.0.lineTotal.amount',
    blank: { value: undefined },
  }),
  ...oddAmounts({
    field: 'TotalGrossAmount',
    ask: S4_ASKS.invoices,
    answers: (TotalGrossAmount) =>
      oddExchanges(billing({ TotalGrossAmount, TotalNetAmount: null, TaxAmount: null, SDDocumentCategory: 'M' })),
    at: 'items.0.total.amount',
    blank: { code: 'bad-response' },
  }),
];

const TEXTS: readonly OddBody[] = [
  ...oddTexts({
    field: 'BusinessPartnerFullName',
    ask: S4_ASKS.customer,
    answers: (BusinessPartnerFullName) => oddExchanges(partner({ BusinessPartnerFullName })),
    at: 'name',
    blank: { value: '1001' },
  }),
  ...oddTexts({
    field: 'PurchaseOrderByCustomer',
    ask: S4_ASKS.order,
    answers: (PurchaseOrderByCustomer) => oddExchanges(header({ PurchaseOrderByCustomer })),
    at: 'customerPo',
    blank: { value: undefined },
  }),
  ...oddTexts({
    field: 'SalesOrderItemText',
    ask: S4_ASKS.order,
    answers: (SalesOrderItemText) => oddExchanges(line({ SalesOrderItemText })),
    at: 'lines.0.description',
    blank: { value: '' },
  }),
];

const DAYS: readonly OddBody[] = [
  ...oddDates(
    {
      field: 'RequestedDeliveryDate',
      ask: S4_ASKS.order,
      answers: (RequestedDeliveryDate) => oddExchanges(header({ RequestedDeliveryDate })),
      at: 'requestedOn',
      blank: { value: undefined },
    },
    DATES,
  ),
  ...oddDates(
    {
      field: 'SalesOrderDate',
      ask: S4_ASKS.order,
      answers: (SalesOrderDate) => oddExchanges(header({ SalesOrderDate })),
      at: 'orderedOn',
      blank: { code: 'bad-response' },
    },
    DATES,
  ),
];

/** Every field of a kind, as S/4HANA and others may write it. */
export const S4_ODD_FIELDS: readonly OddBody[] = [...AMOUNTS, ...TEXTS, ...DAYS];
