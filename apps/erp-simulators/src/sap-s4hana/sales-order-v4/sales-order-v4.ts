import { amountText, currencyCode } from '../keys/amounts';
import { customerNumber } from '../keys/parties';
import type { EntitySet } from '../odata/model';
import { alpha, date, decimal, text, timestamp } from '../odata/property';
import { linesOf, orderRows, type OrderRow } from '../sales-order/order-rows';
import { headerPartners } from '../sales-order/partners';
import { headerPriceElements } from '../sales-order/price-elements';
import { orderStatuses, rejectionStatus } from '../sales-order/progress';

/** The header of v4: it knows the company code to be billed, and has one delivery status instead of two. */
export const SALES_ORDER_V4: EntitySet<OrderRow> = {
  name: 'SalesOrder',
  type: 'SalesOrderType',
  keys: ['SalesOrder'],
  rows: orderRows,
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    text('SalesOrderType', () => 'OR', { length: 4 }),
    alpha('SoldToParty', ({ order }) => customerNumber(order.customer)),
    text('SalesOrganization', (row) => areaOf(row).salesOrganization, { length: 4 }),
    text('DistributionChannel', (row) => areaOf(row).distributionChannel, { length: 2 }),
    text('OrganizationDivision', (row) => areaOf(row).division, { length: 2 }),
    text('SalesGroup', ({ order }) => order.salesperson, { length: 3 }),
    date('CreationDate', ({ order }) => order.orderedOn),
    timestamp('LastChangeDateTime', ({ order }) => order.changedAt, { concurrency: true }),
    text('PurchaseOrderByCustomer', ({ order }) => order.customerPo, { length: 35 }),
    date('SalesOrderDate', ({ order }) => order.orderedOn),
    date('RequestedDeliveryDate', ({ order }) => order.requestedOn),
    date('PricingDate', ({ order }) => order.orderedOn),
    decimal('TotalNetAmount', ({ scope, order }) => amountText(order.total, order.currency, scope.options), {
      precision: 15,
    }),
    text('TransactionCurrency', ({ scope, order }) => currencyCode(order.currency, scope.options), { length: 3 }),
    text('ShippingCondition', () => '01', { length: 2 }),
    text('IncotermsClassification', () => 'FCA', { length: 3 }),
    text('IncotermsLocation1', ({ order }) => order.shipToAddress.city, { length: 70 }),
    text('CustomerPaymentTerms', ({ order }) => order.terms, { length: 4 }),
    text('BillingCompanyCode', (row) => areaOf(row).companyCode, { length: 4 }),
    text('HeaderBillingBlockReason', () => '', { length: 2 }),
    text('DeliveryBlockReason', ({ order }) => (order.hold === 'manual' ? '01' : ''), { length: 2 }),
    text('OverallSDProcessStatus', ({ scope, order }) => orderStatuses(order, scope.options).process, { length: 1 }),
    text('OverallDeliveryStatus', ({ scope, order }) => orderStatuses(order, scope.options).delivery, { length: 1 }),
    text('TotalCreditCheckStatus', ({ order }) => (order.hold === 'credit' ? 'B' : 'A'), { length: 1 }),
    text('OverallSDDocumentRejectionSts', ({ order }) => rejectionStatus(order), { length: 1 }),
    text('TotalBlockStatus', ({ order }) => (order.hold === 'manual' ? 'C' : ''), { length: 1 }),
    text('OverallOrdReltdBillgStatus', ({ scope, order }) => orderStatuses(order, scope.options).billing, {
      length: 1,
    }),
  ],
  navigations: [
    { name: '_Item', target: 'SalesOrderItem', multiplicity: 'many', follow: linesOf },
    { name: '_Partner', target: 'SalesOrderPartner', multiplicity: 'many', follow: headerPartners },
    {
      name: '_PricingElement',
      target: 'SalesOrderPricingElement',
      multiplicity: 'many',
      follow: headerPriceElements,
    },
    { name: '_Text', target: 'SalesOrderText', multiplicity: 'many', follow: () => [] },
  ],
};

function areaOf({ scope, order }: OrderRow): (typeof scope.options.organisation.areas)['1'] {
  return scope.options.organisation.areas[order.company];
}
