import type { ReplayAnswer, ReplayExchange } from '@headwater/erp-testing';
import { answering, answeringTable } from './sxe-connection';
import {
  CREDIT_SUMMARY,
  CUSTOMER_MASTERS,
  CUSTOMERS,
  INVOICES,
  ORDER_SUFFIXES,
  PRICES,
  PRODUCTS,
  SHIP_TOS,
  SINGLE_ORDERS,
  STOCK,
  WAREHOUSES,
} from './sxe-fixtures';

type Fields = Readonly<Record<string, unknown>>;

/** Answers of SX.e about the usual things, each with some fields otherwise. */
type OddAnswer = (fields: Fields) => readonly ReplayExchange[];

export const oddCustomer: OddAnswer = (fields) => [
  answering('sxapiargetcustomerlistv3', { tCustLstV3: { 't-custLstV3': [{ ...CUSTOMERS[0], ...fields }] } }),
];

export const oddMaster: OddAnswer = (fields) => [
  answering('sxapisfgetcustomermasterv2', { ...CUSTOMER_MASTERS['1001'], ...fields }),
];

export const oddShipTo: OddAnswer = (fields) => [
  answering('sxapiargetshiptolistv4', { tShiptolstv3: { 't-shiptolstv3': [{ ...SHIP_TOS[0], ...fields }] } }),
];

export const oddItem: OddAnswer = (fields) => [
  answeringTable('icsp', { ttblicsp: [{ ...PRODUCTS[0], ...fields }] }),
  answering('sxapiicgetproductdatageneralv3', {}),
];

export const oddStock: OddAnswer = (fields) => [answeringTable('icsw', { ttblicsw: [{ ...STOCK[0], ...fields }] })];

export const oddWarehouse: OddAnswer = (fields) => [
  answeringTable('icsd', { ttblicsd: [{ ...WAREHOUSES[0], ...fields }] }),
];

/** One order of one suffix, whatever is asked for; none is on hold. */
export const oddSuffix: OddAnswer = (fields) => {
  const suffixes = (rows: readonly Fields[]) => ({ body: { response: { tOeordV5: { 't-oeordV5': rows } } } });
  return [
    {
      name: 'orders',
      matches: ({ path }) => path.endsWith('/sxapioegetlistofordersv5'),
      answer: ({ body }): ReplayAnswer =>
        suffixes(body.includes('"holdOnlyFlg":true') ? [] : [{ ...ORDER_SUFFIXES[1], ...fields }]),
    },
  ];
};

interface OddOrder {
  readonly header?: Fields;
  readonly line?: Fields;
}

/** The one suffix of an order in full. Shipped as a whole, so that its shipment is what its lines say. */
export function oddOrder({ header = {}, line = {} }: OddOrder): readonly ReplayExchange[] {
  const { header: usual, lines } = SINGLE_ORDERS['100231-00'];
  const bag = Object.entries({ ...usual, ...header })
    .filter(([, value]) => value !== undefined)
    .map(([fieldName, fieldValue], seqNo) => ({ fieldName, fieldValue, seqNo }));
  return [
    ...oddSuffix({}),
    answering('sxapioegetsingleorderv3', {
      tFieldlist: { 't-fieldlist': bag },
      tOelineitemV3: { 't-oelineitemV3': [{ ...lines[0], ...line }] },
    }),
  ];
}

export const oddTracking: OddAnswer = (fields) => [
  answering('sxapisfgettrackingnum', {
    tTrackernum: { 't-trackernum': [{ orderno: 100231, trackerno: '1Z1', shipviaty: 'UPSG', ...fields }] },
  }),
];

/** One priced row, with what stands beside it. */
export function oddPrice(fields: Fields, breaks: Fields = {}): readonly ReplayExchange[] {
  const row = { ...PRICES['BRG-6204'].rows[0], seqno: 1, qtyord: 10, ...fields };
  return [
    answering('sxapioepricingmultiplev5', {
      tOemultprcoutV3: { 't-oemultprcoutV3': [row] },
      tOemultprcoutbrk: { 't-oemultprcoutbrk': [{ seqno: 1, ...breaks }] },
    }),
  ];
}

export const oddInvoice: OddAnswer = (fields) => [
  answering('sxapiargetinvoicelistv3', { tArtransV3: { 't-artransV3': [{ ...INVOICES[1], ...fields }] } }),
];

export const oddSummary: OddAnswer = (fields) => [
  answering('sxapisfcustomersummary', { tCustsummary: { 't-custsummary': [{ ...CREDIT_SUMMARY, ...fields }] } }),
];
