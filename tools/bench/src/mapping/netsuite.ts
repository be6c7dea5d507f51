import { generateKeyPairSync } from 'node:crypto';
import { createNetsuiteAdapter } from '@headwater/erp-adapters/netsuite';
import { type AskedOfErp, type BenchedErp, lastSegment, LINES, ROWS } from './benched-erp';
import { firstOf, fixture, repeated, type VendorRow } from './fixture';

const ID = 'netsuite';

interface SalesOrder extends VendorRow {
  readonly item: VendorRow & { readonly items: readonly VendorRow[] };
}

const transaction = firstOf(fixture<readonly VendorRow[]>(ID, 'transaction.json'));
const item = firstOf(fixture<readonly VendorRow[]>(ID, 'item.json'));
const record = firstOf(Object.values(fixture<Readonly<Record<string, SalesOrder>>>(ID, 'sales-orders.json')));

/** The columns of the adapter's query, as SuiteQL fills them from the fixture's tables. */
const row: VendorRow = {
  ...{ links: [], id: transaction['id'], tranid: transaction['tranid'], otherrefnum: transaction['otherrefnum'] },
  ...{ trandate: transaction['trandate'], shipdate: transaction['shipdate'], status: transaction['status'] },
  ...{ statusname: 'Sales Order : Partially Fulfilled', foreigntotal: transaction['foreigntotal'] },
  ...{ salesrep: 'Kim Larsen', entityid: '1001', companyname: 'Bright Bearings Ltd', currency: 'USD' },
};

const listed = repeated(row, ROWS, (index) => ({
  id: String(20_000 + index),
  tranid: `SO${String(20_000 + index)}`,
  foreigntotal: `${String(100 + index)}.9500`,
}));

const items = repeated({ links: [] }, LINES, (index) => ({
  ...{ id: String(1_000 + index), itemid: `BRG-${String(index)}`, itemtype: item['itemtype'] },
  ...{ displayname: item['displayname'], stockunit: 'EA', saleunit: 'EA' },
}));

const lines = repeated(firstOf(record.item.items), LINES, (index) => ({
  line: index + 1,
  item: { links: [], id: String(1_000 + index), refName: `BRG-${String(index)}` },
  quantity: `${String(index + 10)}`,
  amount: `${String(100 + index)}.9500`,
}));

const inFull = {
  ...record,
  item: { ...record.item, items: lines, count: LINES, totalResults: LINES },
};

function page(rows: readonly VendorRow[], { query }: AskedOfErp): unknown {
  const [limit, offset] = [Number(query.get('limit')), Number(query.get('offset'))];
  const part = rows.slice(offset, offset + limit);
  const totals = { count: part.length, hasMore: offset + limit < rows.length, totalResults: rows.length };
  return { links: [], ...totals, offset, items: part };
}

function answersWith(orders: readonly VendorRow[]) {
  return (asked: AskedOfErp): unknown => {
    if (asked.path.includes('/record/v1/salesOrder/')) return inFull;
    switch (lastSegment(asked)) {
      case 'token':
        return { access_token: 'token', token_type: 'bearer', expires_in: '3600' };
      case 'suiteql':
        return page(asked.body.includes('FROM transactionline') ? items : orders, asked);
      default:
        return undefined;
    }
  };
}

/** NetSuite: lists by SuiteQL, the lines of an order by the record API. */
export const netsuite: BenchedErp = {
  adapter: createNetsuiteAdapter,
  settings: (origin) => ({
    ...{ accountId: '1234567_SB1', auth: 'oauth2', clientId: 'client', certificateId: 'certificate' },
    ...{ suiteTalkUrl: origin, restletUrl: origin, privateKey: aPrivateKey() },
  }),
  order: 'SO1001',
  customer: '1001',
  oneOrder: answersWith([row]),
  orderList: answersWith(listed),
};

function aPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
