import { boundedLimit, compares, equalsText, type ODataFilter, supportedSort } from '@headwater/erp-adapter-kit';
import type { ErpCall, OrderList } from '@headwater/erp-contracts';
import type { FscmContext } from '../dynamics365-fscm.context';
import { DYNAMICS365_FSCM_MANIFEST, ORDER_LIST } from '../dynamics365-fscm.manifest';
import { readEntities } from '../entities/entity-reads';
import { sameKey } from '../entities/keys';
import { EMPTY_DATE } from '../entities/values';
import { hasWildcards } from '../entities/wildcards';
import { windowPage, type WindowPage, type WindowRead } from '../paging/window';
import { type OrderHeader, orderHeaderShape, orderHeaderShapeWithoutTotals } from './order-header.schema';
import { lineOfListShape } from './order-line.schema';
import { type AnsweredOrder, lineExpansion } from './order-lines';

export const DECLARED = { manifest: DYNAMICS365_FSCM_MANIFEST, list: ORDER_LIST, what: 'orders' } as const;

const SORT_FIELDS = {
  orderedOn: 'OrderCreationDateTime',
  requestedOn: 'RequestedShippingDate',
  promisedOn: 'ConfirmedShippingDate',
} as const;

type SortField = (typeof SORT_FIELDS)[keyof typeof SORT_FIELDS];

/** Totals of the header are computed for each row, so they are left out unless the settings want them. */
export function headerShape(context: FscmContext): typeof orderHeaderShape {
  return context.settings.orderTotals === 'header' ? orderHeaderShape : orderHeaderShapeWithoutTotals;
}

function conditions(context: FscmContext, { customer, customerPo, open }: OrderList): readonly ODataFilter[] {
  // An enumeration is only compared with its qualified name.
  const backorder = { of: `${context.settings.enumNamespace}.SalesStatus`, member: 'Backorder' };
  return [
    ...(customer === undefined ? [] : [equalsText('OrderingCustomerAccountNumber', customer.trim())]),
    ...(customerPo === undefined ? [] : [equalsText('CustomersOrderReference', customerPo.trim())]),
    ...(open === true ? [compares('SalesOrderStatus', 'eq', backorder)] : []),
  ];
}

function fits({ customer, customerPo }: OrderList, header: OrderHeader): boolean {
  const isOf = (asked: string | undefined, found: string | undefined): boolean =>
    asked === undefined || !hasWildcards(asked) || sameKey(asked, found ?? '');
  return isOf(customer, header.OrderingCustomerAccountNumber) && isOf(customerPo, header.CustomersOrderReference);
}

function sortOf(query: OrderList): { readonly field: SortField; readonly sort: string } {
  const asked = supportedSort(query.sort, '-orderedOn', DECLARED);
  const field = SORT_FIELDS[asked.replace(/^-/, '') as keyof typeof SORT_FIELDS];
  return { field, sort: asked.startsWith('-') ? `-${field}` : field };
}

/** One page of the orders that match, sorted and cut by Dynamics 365 itself. */
export function orderPage(context: FscmContext, query: OrderList, call: ErpCall): Promise<WindowPage<AnsweredOrder>> {
  const { field, sort } = sortOf(query);
  return windowPage<AnsweredOrder>({
    order: { sort, keyField: 'SalesOrderNumber' },
    limit: boundedLimit(query.limit, ORDER_LIST),
    cursor: query.cursor,
    positionOf: ({ row }) => row[field] ?? EMPTY_DATE,
    keeps: ({ row }) => fits(query, row),
    read: (window) => readWindow(context, { query, window }, call),
  });
}

function readWindow(
  context: FscmContext,
  { query, window }: { readonly query: OrderList; readonly window: WindowRead },
  call: ErpCall,
): Promise<readonly AnsweredOrder[]> {
  const { filter, ...rest } = window;
  const all = [...conditions(context, query), ...(filter === undefined ? [] : [filter])];
  return readEntities(
    context,
    {
      purpose: 'order-headers',
      shape: headerShape(context),
      what: 'orders',
      ...(all.length === 0 ? {} : { filter: { all } }),
      ...rest,
      ...lineExpansion(context, lineOfListShape),
    },
    call,
  );
}
