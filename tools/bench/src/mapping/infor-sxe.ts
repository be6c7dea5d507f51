import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import { type AskedOfErp, type BenchedErp, lastSegment, LINES, ROWS } from './benched-erp';
import { digits, firstOf, fixture, repeated, type VendorRow } from './fixture';

const ID = 'infor-sxe';
const TENANT = 'ACME_TRN';

interface SingleOrder {
  readonly header: Readonly<Record<string, string>>;
  readonly lines: readonly VendorRow[];
}

const suffix = firstOf(fixture<readonly VendorRow[]>(ID, 'order-suffixes.json'));
const customers = fixture<readonly VendorRow[]>(ID, 'customers.json').slice(0, 1);
const order = fixture<Readonly<Record<string, SingleOrder>>>(ID, 'single-orders.json')['100230-00'];

const suffixes = repeated(suffix, ROWS, (index) => ({
  orderNo: 200_000 + index,
  totLineOrd: digits(`${String(100 + index)}.90`),
}));

const lines = repeated(firstOf(order?.lines), LINES, (index) => ({
  lineNo: index + 1,
  prod: `BRG-${String(6000 + index)}`,
  qtyOrd: index + 1,
  netAmt: digits(`${String(10 + index)}.4950`),
}));

const header = Object.entries(order?.header ?? {}).map(([fieldName, fieldValue], seqNo) => ({
  ...{ fieldName, fieldValue, seqNo },
}));

/** What every sxapi call wraps its answer in. */
function enveloped(response: VendorRow): unknown {
  return { response: { cErrorMessage: '', ...response } };
}

function answersWith(orders: readonly VendorRow[]) {
  return (asked: AskedOfErp): unknown => {
    switch (lastSegment(asked)) {
      case 'token.oauth2':
        return { access_token: 'token', token_type: 'Bearer', expires_in: 7200 };
      case 'sxapioegetlistofordersv5': {
        const isHeld = asked.body.includes('"holdOnlyFlg":true');
        return enveloped({ tOeordV5: { 't-oeordV5': isHeld ? [] : orders }, moreRecordsAvailable: false });
      }
      case 'sxapioegetsingleorderv3':
        return enveloped({ tFieldlist: { 't-fieldlist': header }, tOelineitemV3: { 't-oelineitemV3': lines } });
      case 'sxapiargetcustomerlistv3':
        return enveloped({ tCustLstV3: { 't-custLstV3': customers } });
      default:
        return undefined;
    }
  };
}

/** SX.e: an order of 500 lines on one suffix; a list that comes whole with every page of it. */
export const inforSxe: BenchedErp = {
  adapter: createInforSxeAdapter,
  settings: (origin) => ({
    ...{ ti: TENANT, iu: origin, pu: `${origin}/${TENANT}/as/`, ot: 'token.oauth2', ci: 'client', cs: 'secret' },
    ...{ saak: 'account', sask: 'key', companyNumber: 1, operator: 'hw1' },
  }),
  order: '100230',
  customer: '1001',
  oneOrder: answersWith([suffix]),
  orderList: answersWith(suffixes),
};
