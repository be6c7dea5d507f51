import {
  boundedLimit,
  equalsText,
  type ODataFilter,
  oneOfTexts,
  parseVendor,
  refuseUndeclaredFilters,
  supportedSort,
} from '@headwater/erp-adapter-kit';
import {
  type ErpCall,
  ErpError,
  type OrderList,
  type OrderReader,
  type SalesOrderDetailView,
  type SalesOrderView,
} from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { keysetPage } from '../client/keyset';
import { ERP } from '../client/sap-error';
import { ensureCustomer } from '../customers/customer-reads';
import { personText, textKey } from '../keys';
import { answered, holdsKey, readingOf, type SapContext } from '../sap-s4hana.context';
import { ORDER_LIST, SAP_S4HANA_MANIFEST } from '../sap-s4hana.manifest';
import { ORDER_IN_FULL_SHAPE, ORDER_KEY_SHAPE, ORDER_SHAPE } from './order.shapes';
import { toSalesOrderDetailView } from './sales-order-detail.mapper';
import { toSalesOrderView } from './sales-order.mapper';
import { orderHeaderSchema, orderInFullSchema, orderKeySchema } from './sales-order.schema';

const DECLARED = { manifest: SAP_S4HANA_MANIFEST, list: ORDER_LIST, what: 'orders' } as const;

/** Reads sales orders of the sales organization; v2 and v4 of the API answer the same. */
export function createOrderReader(context: SapContext): OrderReader {
  return {
    list: (query, call) => readingOf(context, () => list(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => orderInFull(context, textKey(number), call)),
  };
}

/** Open as SAP itself calls it: a process that is not complete. */
const OPEN: ODataFilter = oneOfTexts('OverallSDProcessStatus', ['A', 'B']);

function filterOf(context: SapContext, { customer, customerPo, open }: OrderList): ODataFilter {
  const { salesOrganization } = context.settings.area;
  return {
    all: [
      equalsText('SalesOrganization', salesOrganization),
      ...(customer === undefined
        ? []
        : [holdsKey(context, 'SoldToParty', { kind: 'party', value: textKey(customer) })]),
      ...(customerPo === undefined ? [] : [equalsText('PurchaseOrderByCustomer', personText(customerPo))]),
      ...(open === true ? [OPEN] : []),
    ],
  };
}

async function list(context: SapContext, query: OrderList, call: ErpCall): Promise<Page<SalesOrderView>> {
  const { customer, customerPo, open, cursor } = query;
  refuseUndeclaredFilters({ customer, customerPo, open }, DECLARED);
  const sort = supportedSort(query.sort, '-orderedOn', DECLARED);
  const { connectionId, settings } = context;
  const page = await keysetPage(
    context,
    {
      question: { api: settings.orderApi, shape: ORDER_SHAPE, what: 'orders', filter: filterOf(context, query) },
      direction: sort.startsWith('-') ? '-' : '+',
      dateField: 'SalesOrderDate',
      keyField: 'SalesOrder',
      limit: boundedLimit(query.limit, ORDER_LIST),
      cursor,
    },
    call,
  );
  // An unknown customer has no orders either: only the customer itself tells the difference.
  if (page.items.length === 0 && customer !== undefined && cursor === undefined) {
    await ensureCustomer(context, textKey(customer), call);
  }
  const expected = answered(context, 'orders');
  const setting = { connectionId, ...settings };
  const items = page.items.map((row) => toSalesOrderView(parseVendor(orderHeaderSchema, row, expected), setting));
  return { items, nextCursor: page.nextCursor };
}

async function orderInFull(context: SapContext, number: string, call: ErpCall): Promise<SalesOrderDetailView> {
  const { connectionId, settings, reads } = context;
  const question = { api: settings.orderApi, shape: ORDER_IN_FULL_SHAPE, what: 'the order' } as const;
  const row = await reads.byKey(question, { text: number }, call);
  const order = parseVendor(orderInFullSchema, row, answered(context, 'the order'));
  refuseOthers(context, order.SalesOrganization);
  return toSalesOrderDetailView(order, { connectionId, ...settings });
}

/** Throws `not-found` for an order this connection has not. */
export async function ensureOrder(context: SapContext, number: string, call: ErpCall): Promise<void> {
  const question = { api: context.settings.orderApi, shape: ORDER_KEY_SHAPE, what: 'the order' } as const;
  const row = await context.reads.byKey(question, { text: number }, call);
  refuseOthers(context, parseVendor(orderKeySchema, row, answered(context, 'the order')).SalesOrganization);
}

/** A technical user sees every sales organization; a connection is about one. */
function refuseOthers({ settings, connectionId }: SapContext, salesOrganization: string | undefined): void {
  if (salesOrganization === settings.area.salesOrganization) return;
  throw new ErpError('not-found', `${ERP} has no such order in this sales organization.`, { connectionId });
}
