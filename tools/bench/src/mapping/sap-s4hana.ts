import { createSapS4hanaAdapter } from '@headwater/erp-adapters/sap-s4hana';
import { type AskedOfErp, type BenchedErp, comparedWith, lastSegment, LINES, ROWS } from './benched-erp';
import { firstOf, fixture, fixtureText, repeated, type VendorRow } from './fixture';
import { projected } from './v2-projection';

const ID = 'sap-s4hana';

const orders = fixture<{ readonly A_SalesOrder: readonly VendorRow[] }>(ID, 'sales-orders.json').A_SalesOrder;
const order = firstOf(orders);
const metadata = fixtureText(ID, 'metadata/salesOrders.current.xml');

const inFull = {
  ...order,
  to_Item: repeated(firstOf(order['to_Item'] as readonly VendorRow[]), LINES, (index) => ({
    SalesOrderItem: String((index + 1) * 10),
    Material: `TG${String(index)}`,
    RequestedQuantity: String(index + 1),
    NetAmount: `${String(10 + index)}.90`,
  })),
};

/** The newest first, which is how a list asks for them. */
const listed = repeated(order, ROWS, (index) => ({
  SalesOrder: String(9_999 - index),
  TotalNetAmount: `${String(100 + index)}.90`,
}));

/** A page goes on behind the last number of the page before. */
function page(query: URLSearchParams): readonly VendorRow[] {
  const [last] = comparedWith(query.get('$filter'), 'SalesOrder lt');
  const from = last === undefined ? 0 : listed.findIndex((row) => row['SalesOrder'] === last) + 1;
  return listed.slice(from, from + Number(query.get('$top')));
}

function answers(asked: AskedOfErp): unknown {
  const segment = lastSegment(asked);
  if (segment === '$metadata') return metadata;
  if (segment !== 'A_SalesOrder') return undefined;
  if (asked.path.endsWith(')')) return { d: projected(inFull, asked.query) };
  return { d: { results: page(asked.query).map((row) => projected(row, asked.query)) } };
}

/** S/4HANA by its OData v2 API. */
export const sapS4hana: BenchedErp = {
  adapter: createSapS4hanaAdapter,
  settings: (origin) => ({
    ...{ baseUrl: origin, auth: 'basic', userName: 'HEADWATER', password: 'password' },
    ...{ salesOrganization: '1710', distributionChannel: '10', division: '00', companyCode: '1710', plants: '1710' },
  }),
  order: '4490',
  customer: '1001',
  oneOrder: answers,
  orderList: answers,
};
