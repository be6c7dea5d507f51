import type { Decimal } from '@headwater/kernel';
import type { Order } from '../../world/model/order';
import { isOpen } from '../../world/orders/order-status';
import { COMPANY_IDS, siteOf, toOrderNumber } from '../companies';
import { NO_YES, noYes, processingStatus, SALES_STATUS } from '../edm/enums';
import { entitySet, type TypedEntitySet } from '../edm/entity-set';
import { blank, computed, day, decimal, moment, symbol, text, undocumented } from '../edm/properties';
import type { Context, Property } from '../edm/schema';
import type { FscmOptions } from '../options';
import { addressColumns, formatted } from './addresses';
import { processingStatusOf, salesStatus } from './order-status';
import { ordersIn } from './orders-in';
import { linesOf, versionOf, type LineSource } from './sales-order-lines';

/** Headers know neither a `CustomerAccount` nor when they were changed. */
export function salesOrderHeaders(
  name: string,
  lines: TypedEntitySet<LineSource> | undefined,
  options: FscmOptions,
): TypedEntitySet<Order> {
  const entity = name.replace('Headers', 'Header');
  return entitySet<Order>(
    {
      name,
      entity,
      table: `${entity}Entity`,
      key: ['dataAreaId', 'SalesOrderNumber'],
      properties: [...parties(options), ...status(options), ...dates, ...delivery, ...money],
      navigations: lines === undefined ? [] : [lineNavigation(lines)],
      find: (scan) =>
        ordersIn(scan, {
          order: 'SalesOrderNumber',
          customers: ['OrderingCustomerAccountNumber', 'InvoiceCustomerAccountNumber'],
        }),
      version: versionOf,
    },
    options,
  );
}

function lineNavigation(lines: TypedEntitySet<LineSource>) {
  return {
    name: 'SalesOrderLines',
    target: lines.entity,
    set: lines,
    rows: (order: Order, context: Context) => linesOf(order).map((line) => lines.row(line, context)),
  };
}

function parties({ purchaseOrderField: field }: FscmOptions): readonly Property<Order>[] {
  return [
    text('dataAreaId', ({ company }) => COMPANY_IDS[company]),
    text('SalesOrderNumber', ({ number }) => toOrderNumber(number)),
    text('OrderingCustomerAccountNumber', ({ customer }) => customer),
    text('InvoiceCustomerAccountNumber', ({ customer }) => customer),
    text('SalesOrderName', ({ customer }, { world }) => world.customers.get(customer)?.name ?? ''),
    text('CustomersOrderReference', ({ customerPo }) => (field === 'requisition' ? '' : customerPo)),
    text('CustomerRequisitionNumber', ({ customerPo }) => (field === 'reference' ? '' : customerPo)),
    text('LanguageId', () => 'en-us'),
    text('PriceCustomerGroupCode', ({ customer }, { world }) => world.customers.get(customer)?.priceGroup ?? ''),
    undocumented(text('OrderTakerPersonnelNumber', ({ salesperson }) => salesperson)),
  ];
}

function status(options: FscmOptions): readonly Property<Order>[] {
  return [
    symbol('SalesOrderStatus', SALES_STATUS, salesStatus),
    symbol('SalesOrderProcessingStatus', processingStatus(options), (order) => processingStatusOf(order, options)),
  ];
}

const dates: readonly Property<Order>[] = [
  moment('OrderCreationDateTime', createdAt),
  day('RequestedShippingDate', ({ requestedOn }) => requestedOn),
  day('RequestedReceiptDate', ({ requestedOn }) => requestedOn),
  day('ConfirmedShippingDate', ({ promisedOn }) => promisedOn),
  day('ConfirmedReceiptDate', ({ promisedOn }) => promisedOn),
];

const delivery: readonly Property<Order>[] = [
  text('DefaultShippingSiteId', ({ warehouse }) => siteOf(warehouse)),
  text('DefaultShippingWarehouseId', ({ warehouse }) => warehouse),
  text('DeliveryModeCode', ({ releases }) => releases.at(-1)?.carrier ?? ''),
  text('ShippingCarrierId', ({ releases }) => releases.at(-1)?.carrier ?? ''),
  ...blank<Order>('ShippingCarrierServiceId', 'DeliveryTermsCode'),
  text('PaymentTermsName', ({ terms }) => terms),
  text('DeliveryAddressName', ({ shipToName }) => shipToName),
  text('DeliveryAddressDescription', ({ shipToName }) => shipToName),
  ...addressColumns<Order>('DeliveryAddress', ({ shipToAddress }) => shipToAddress),
  // Microsoft's own spelling.
  text('FormattedDelveryAddress', ({ shipToAddress }, { options }) => formatted(shipToAddress, options)),
];

const money: readonly Property<Order>[] = [
  text('CurrencyCode', ({ currency }) => currency),
  computed(symbol('AreTotalsCalculated', NO_YES, (order, context) => noYes(isCalculated(order, context)))),
  computed(decimal('OrderTotalAmount', (order, context) => totalOf(order, context))),
  computed(decimal('OrderTotalTaxAmount', () => '0')),
  computed(decimal('OrderTotalChargesAmount', () => '0')),
  computed(decimal('OrderTotalDiscountAmount', () => '0')),
];

function isCalculated(order: Order, { options }: Context): boolean {
  return options.uncalculatedTotals === 'none' || !isOpen(order);
}

function totalOf(order: Order, context: Context): Decimal {
  return isCalculated(order, context) ? order.total : '0';
}

const FIRST_NUMBER = 100_000;
const OPENING_S = 8 * 3_600;
const LAST_S = 86_399;

/** The world knows the day; the time of day follows the number, so that later numbers were entered later. */
function createdAt({ number, orderedOn }: Order): string {
  const second = Math.min(Math.max(OPENING_S + Math.floor((Number(number) - FIRST_NUMBER) * 1.5), 0), LAST_S);
  return `${orderedOn}T${new Date(second * 1000).toISOString().slice(11, 19)}Z`;
}
