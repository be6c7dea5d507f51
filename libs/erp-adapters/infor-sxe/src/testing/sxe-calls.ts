import {
  CREDIT_SUMMARY,
  CUSTOMER_MASTERS,
  CUSTOMERS,
  INVOICES,
  ORDER_SUFFIXES,
  PRODUCTS,
  SHIP_TOS,
  SINGLE_ORDERS,
} from './sxe-fixtures';
import { pricingAnswer } from './sxe-pricing';

export type SxeRequest = Readonly<Record<string, unknown>>;
type SxeAnswer = Readonly<Record<string, unknown>>;

const CUSTOMER_UNKNOWN: SxeAnswer = { cErrorMessage: 'Customer Not Set Up in Customer Setup - ARSC' };

function isAny(value: unknown): boolean {
  return value === 0 || value === '' || value === null || value === undefined;
}

function known(request: SxeRequest): boolean {
  return CUSTOMERS.some((row) => row.custNo === request['customerNumber']);
}

function customerList(request: SxeRequest): SxeAnswer {
  const words = [1, 2, 3, 4, 5].map((index) => String(request[`keyWord${String(index)}`] ?? '').toLowerCase());
  const rows = CUSTOMERS.filter(
    (row) =>
      (isAny(request['customerNumber']) || row.custNo === request['customerNumber']) &&
      words.every((word) => row.name.toLowerCase().includes(word)),
  );
  const limit = Number(request['recordLimit']) === 0 ? rows.length : Number(request['recordLimit']) + 1;
  return {
    tCustLstV3: { 't-custLstV3': rows.slice(0, limit) },
    tOutfieldvalue: {
      't-outfieldvalue': [{ level: '1001', lineno: 0, seqno: 1, fieldname: 'phoneNo', fieldvalue: ' 555 0100 ' }],
    },
  };
}

function orderList(request: SxeRequest): SxeAnswer {
  const rows = ORDER_SUFFIXES.filter(
    (row) =>
      (isAny(request['customerNumber']) || row.custNo === request['customerNumber']) &&
      (isAny(request['orderNumber']) || row.orderNo === request['orderNumber']) &&
      (isAny(request['customerPurchaseOrder']) || row.custPo === request['customerPurchaseOrder']) &&
      row.stageCd >= Number(request['startStage']) &&
      row.stageCd <= Number(request['endStage']) &&
      (request['holdOnlyFlg'] !== true || row.orderNo === 100234),
  );
  return { tOeordV5: { 't-oeordV5': rows }, moreRecordsAvailable: false };
}

interface SingleOrderFixture {
  readonly header: Readonly<Record<string, string>>;
  readonly lines: readonly unknown[];
}

function singleOrder(request: SxeRequest): SxeAnswer {
  const key = `${String(request['orderNumber'])}-${String(request['orderSuffix']).padStart(2, '0')}`;
  const order = (SINGLE_ORDERS as unknown as Readonly<Record<string, SingleOrderFixture>>)[key];
  if (order === undefined) return { cErrorMessage: 'Order Not Found - OEEH' };
  const fields = Object.entries(order.header).map(([fieldName, fieldValue], index) => ({
    fieldName,
    fieldValue,
    seqNo: index,
  }));
  return { tFieldlist: { 't-fieldlist': fields }, tOelineitemV3: { 't-oelineitemV3': order.lines } };
}

function tracking(request: SxeRequest): SxeAnswer {
  if (request['orderNumber'] !== 100231) return { cErrorMessage: 'No records found' };
  return {
    tTrackernum: { 't-trackernum': [{ orderno: 100231, trackerno: '1Z999AA10123456784', shipviaty: 'UPSG' }] },
  };
}

function customerMaster(request: SxeRequest): SxeAnswer {
  const masters: Readonly<Record<string, SxeAnswer>> = CUSTOMER_MASTERS;
  return masters[String(request['customerNumber'])] ?? CUSTOMER_UNKNOWN;
}

function invoiceList(request: SxeRequest): SxeAnswer {
  if (!known(request)) return { tArtransV3: { 't-artransV3': [] } };
  const rows = INVOICES.filter((row) => request['cStatus'] !== 'OPEN' || row.amtduex !== '0.00');
  return { tArtransV3: { 't-artransV3': rows.filter((row) => row.custno === request['customerNumber']) } };
}

/** What each call answers, below `response`. */
export const CALL_ANSWERS: Readonly<Record<string, (request: SxeRequest) => SxeAnswer>> = {
  sxapiargetcustomerlistv3: customerList,
  sxapisfgetcustomermasterv2: customerMaster,
  sxapiargetcustomerdata: (request) =>
    known(request)
      ? { tFieldlist: { 't-fieldlist': [{ fieldname: 'termstype', fieldvalue: ' N30 ', seqno: 1 }] } }
      : CUSTOMER_UNKNOWN,
  sxapiargetshiptolistv4: (request) => ({
    tShiptolstv3: { 't-shiptolstv3': request['customerNumber'] === 1001 ? SHIP_TOS : [] },
  }),
  sxapiicgetproductlistv2: (request) => ({
    tProdv2: {
      't-prodv2': PRODUCTS.filter((row) => row.prod === request['productCode']).map(({ prod }) => ({ prod })),
    },
  }),
  sxapiicgetproductdatageneralv3: (request) => {
    const row = PRODUCTS.find(({ prod }) => prod === request['product']);
    if (row === undefined) return { cErrorMessage: 'Product/Warehouse Not Set Up' };
    return { description1: row.descrip[0] ?? '', description2: row.descrip[1] ?? '', productCategory: 'PT' };
  },
  sxapioegetlistofordersv5: orderList,
  sxapioegetsingleorderv3: singleOrder,
  sxapioepricingmultiplev5: pricingAnswer,
  sxapisfgettrackingnum: tracking,
  sxapiargetinvoicelistv3: invoiceList,
  sxapisfcustomersummary: (request) =>
    known(request) ? { tCustsummary: { 't-custsummary': [CREDIT_SUMMARY] } } : CUSTOMER_UNKNOWN,
  sxapiargetcustomerdatacreditmess: () => ({ cMessage: '' }),
};
