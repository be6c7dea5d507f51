import { currencyCode, amountText } from '../keys/amounts';
import { customerNumber } from '../keys/parties';
import type { EntitySet } from '../odata/model';
import { alpha, date, decimal, emptyTexts, text, timestamp } from '../odata/property';
import { headerPriceElements } from './price-elements';
import { headerFlow } from './process-flow';
import { linesOf, orderRows, type OrderRow } from './order-rows';
import { headerPartners } from './partners';
import { orderStatuses, rejectionStatus } from './progress';

const UPPER = { display: 'UpperCase' } as const;
const CURRENT = { ...UPPER, length: 1, since: 'current' } as const;
const ONE = { ...UPPER, length: 1 } as const;

/** Header. No company code: it follows from the sales organization. */
export const A_SALES_ORDER: EntitySet<OrderRow> = {
  name: 'A_SalesOrder',
  type: 'A_SalesOrderType',
  keys: ['SalesOrder'],
  rows: orderRows,
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    text('SalesOrderType', () => 'OR', { ...UPPER, length: 4 }),
    text('SalesOrganization', (row) => areaOf(row).salesOrganization, { ...UPPER, length: 4 }),
    text('DistributionChannel', (row) => areaOf(row).distributionChannel, { ...UPPER, length: 2 }),
    text('OrganizationDivision', (row) => areaOf(row).division, { ...UPPER, length: 2 }),
    text('SalesGroup', ({ order }) => order.salesperson, { ...UPPER, length: 3 }),
    ...emptyTexts<OrderRow>('SalesOffice', 'SalesDistrict'),
    alpha('SoldToParty', ({ order }) => customerNumber(order.customer)),
    date('CreationDate', ({ order }) => order.orderedOn),
    text('CreatedByUser', () => 'HEADWATER', { ...UPPER, length: 12 }),
    date('LastChangeDate', ({ order }) => order.changedAt.slice(0, 10)),
    timestamp('LastChangeDateTime', ({ order }) => order.changedAt, { concurrency: true }),
    text('PurchaseOrderByCustomer', ({ order }) => order.customerPo, { length: 35 }),
    date('SalesOrderDate', ({ order }) => order.orderedOn),
    decimal('TotalNetAmount', ({ scope, order }) => amountText(order.total, order.currency, scope.options), {
      precision: 16,
      scale: 3,
      unit: 'TransactionCurrency',
    }),
    text('OverallDeliveryStatus', (row) => statusesOf(row).delivery, CURRENT),
    text('TotalBlockStatus', ({ order }) => (order.hold === 'manual' ? 'C' : ''), CURRENT),
    text('OverallOrdReltdBillgStatus', (row) => statusesOf(row).billing, ONE),
    text('TransactionCurrency', ({ scope, order }) => currencyCode(order.currency, scope.options), {
      ...UPPER,
      length: 5,
      semantics: 'currency-code',
    }),
    text('SDDocumentReason', () => '', { ...UPPER, length: 3 }),
    date('PricingDate', ({ order }) => order.orderedOn),
    text('BillingPlan', () => '', { ...UPPER, length: 10, since: 'current' }),
    date('RequestedDeliveryDate', ({ order }) => order.requestedOn),
    text('ShippingCondition', () => '01', { ...UPPER, length: 2 }),
    text('HeaderBillingBlockReason', () => '', { ...UPPER, length: 2 }),
    text('DeliveryBlockReason', ({ order }) => (order.hold === 'manual' ? '01' : ''), { ...UPPER, length: 2 }),
    text('IncotermsClassification', () => 'FCA', { ...UPPER, length: 3 }),
    text('IncotermsLocation1', ({ order }) => order.shipToAddress.city, { length: 70 }),
    ...emptyTexts<OrderRow>('CustomerPriceGroup', 'PriceListType', 'CustomerGroup'),
    text('CustomerPaymentTerms', ({ order }) => order.terms, { ...UPPER, length: 4 }),
    text('OverallSDProcessStatus', (row) => statusesOf(row).process, ONE),
    text('TotalCreditCheckStatus', ({ order }) => (order.hold === 'credit' ? 'B' : 'A'), ONE),
    text('OverallTotalDeliveryStatus', (row) => statusesOf(row).delivery, ONE),
    text('OverallSDDocumentRejectionSts', ({ order }) => rejectionStatus(order), ONE),
  ],
  navigations: [
    { name: 'to_Item', target: 'A_SalesOrderItem', multiplicity: 'many', follow: linesOf },
    { name: 'to_Partner', target: 'A_SalesOrderHeaderPartner', multiplicity: 'many', follow: headerPartners },
    {
      name: 'to_PricingElement',
      target: 'A_SalesOrderHeaderPrElement',
      multiplicity: 'many',
      follow: headerPriceElements,
    },
    {
      name: 'to_SubsequentProcFlowDoc',
      target: 'A_SalesOrderSubsqntProcFlow',
      multiplicity: 'many',
      since: 'current',
      follow: headerFlow,
    },
    {
      name: 'to_PrecedingProcFlowDoc',
      target: 'A_SalesOrderPrecdgProcFlow',
      multiplicity: 'many',
      since: 'current',
      follow: () => [],
    },
    { name: 'to_Text', target: 'A_SalesOrderText', multiplicity: 'many', follow: () => [] },
    {
      name: 'to_BillingPlan',
      target: 'A_SalesOrderBillingPlan',
      multiplicity: 'many',
      since: 'current',
      follow: () => [],
    },
    {
      name: 'to_RelatedObject',
      target: 'A_SalesOrderRelatedObject',
      multiplicity: 'many',
      since: 'current',
      follow: () => [],
    },
  ],
};

function areaOf({ scope, order }: OrderRow): (typeof scope.options.organisation.areas)['1'] {
  return scope.options.organisation.areas[order.company];
}

function statusesOf({ scope, order }: OrderRow): ReturnType<typeof orderStatuses> {
  return orderStatuses(order, scope.options);
}
