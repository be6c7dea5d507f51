import { createDynamics365BcAdapter } from '@headwater/erp-adapters/dynamics365-bc';
import { type AskedOfErp, type BenchedErp, comparedWith, lastSegment, LINES, ROWS } from './benched-erp';
import { digits, firstOf, fixture, repeated, type VendorRow } from './fixture';

const ID = 'dynamics365-bc';
const ENTITY_TAG = 'W/"JzE5OzE0NTQ5MDg3OTYyMzY0MDE1NDgxOzAwOyc="';

const order = firstOf(fixture<readonly VendorRow[]>(ID, 'sales-orders.json'));
const locations = fixture<readonly VendorRow[]>(ID, 'locations.json');

const line = firstOf(order['salesOrderLines'] as readonly VendorRow[]);

const inFull = {
  ...order,
  salesOrderLines: repeated(line, LINES, (index) => ({
    sequence: (index + 1) * 10_000,
    lineObjectNumber: `BRG-${String(index)}`,
    quantity: index + 10,
    netAmount: digits(`${String(100 + index)}.50`),
  })),
};

/** The newest first, which is how a list asks for them. */
const listed = repeated(order, ROWS, (index) => ({
  '@odata.etag': ENTITY_TAG,
  id: `00000008-0000-4000-8000-${String(index).padStart(12, '0')}`,
  number: String(109_999 - index),
  totalAmountExcludingTax: digits(`${String(100 + index)}.50`),
}));

/** All are of one day: a page goes on behind a number of that day, and before it there are none. */
function page(query: URLSearchParams): readonly VendorRow[] {
  const filter = query.get('$filter');
  const [last] = comparedWith(filter, 'number lt');
  if (last === undefined && filter?.includes('orderDate lt') === true) return [];
  const from = last === undefined ? 0 : listed.findIndex((row) => row['number'] === last) + 1;
  return listed.slice(from, from + Number(query.get('$top')));
}

function answersWith(orders: (query: URLSearchParams) => readonly VendorRow[]) {
  return (asked: AskedOfErp): unknown => {
    switch (lastSegment(asked)) {
      case 'token':
        return { access_token: 'token', token_type: 'Bearer', expires_in: 3599 };
      case 'salesOrders':
        return { '@odata.context': 'x', value: orders(asked.query) };
      case 'locations':
        return { '@odata.context': 'x', value: locations };
      case 'salesQuotes':
      case 'salesInvoices':
        return { '@odata.context': 'x', value: [] };
      default:
        return undefined;
    }
  };
}

/** Business Central online; each order of a list comes with its lines, as the adapter asks for them. */
export const dynamics365Bc: BenchedErp = {
  adapter: createDynamics365BcAdapter,
  settings: (origin) => ({
    ...{ tenant: 'contoso.example', environment: 'Production', clientId: 'client', clientSecret: 'secret' },
    ...{ company: '00000001-0000-4000-8000-000000000001', apiBaseUrl: origin, authority: origin },
    localCurrency: 'USD',
  }),
  order: '101001',
  customer: '10000',
  oneOrder: answersWith(() => [inFull]),
  orderList: answersWith(page),
};
