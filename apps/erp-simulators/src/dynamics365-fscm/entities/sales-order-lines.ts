import type { Order, OrderLine } from '../../world/model/order';
import { COMPANY_IDS, siteOf, toLotId, toOrderNumber } from '../companies';
import { SALES_STATUS } from '../edm/enums';
import { entitySet, type TypedEntitySet } from '../edm/entity-set';
import { blank, day, decimal, integer, symbol, text } from '../edm/properties';
import type { Property } from '../edm/schema';
import type { FscmOptions } from '../options';
import { lineStatus } from './order-status';
import { ordersIn } from './orders-in';
import { unitPrice } from './prices';

export interface LineSource {
  readonly order: Order;
  readonly line: OrderLine;
}

/** Lines are known by their inventory lot. How much of one was delivered is not told here: packing slips do. */
export function salesOrderLines(name: string, options: FscmOptions): TypedEntitySet<LineSource> {
  return entitySet<LineSource>(
    {
      name,
      entity: name.replace('Lines', 'Line'),
      table: `${name.replace('Lines', 'Line')}Entity`,
      key: ['dataAreaId', 'InventoryLotId'],
      properties: [...keys, ...amounts, ...delivery, ...product],
      find: (scan) =>
        ordersIn(scan, { order: 'SalesOrderNumber', lot: 'InventoryLotId' }).flatMap((order) => linesOf(order)),
      version: ({ order }) => versionOf(order),
    },
    options,
  );
}

export function linesOf(order: Order): readonly LineSource[] {
  return order.lines.map((line) => ({ order, line }));
}

/** Seconds since 1970: rises whenever the order changes. */
export function versionOf(order: Order): number {
  return Math.floor(Date.parse(order.changedAt) / 1000);
}

const keys: readonly Property<LineSource>[] = [
  text('dataAreaId', ({ order }) => COMPANY_IDS[order.company]),
  text('InventoryLotId', ({ order, line }) => toLotId(order.number, line.lineNo)),
  text('SalesOrderNumber', ({ order }) => toOrderNumber(order.number)),
  decimal('LineNumber', ({ line }) => String(line.lineNo)),
  integer('LineCreationSequenceNumber', ({ line }) => line.lineNo),
  symbol('SalesOrderLineStatus', SALES_STATUS, ({ order, line }) => lineStatus(order, line.lineNo)),
];

const amounts: readonly Property<LineSource>[] = [
  decimal('OrderedSalesQuantity', ({ line }) => line.ordered),
  text('SalesUnitSymbol', ({ line }) => line.unit),
  decimal('SalesPrice', ({ line }, { options }) => unitPrice(line.unitPrice, options).price),
  decimal('SalesPriceQuantity', ({ line }, { options }) => unitPrice(line.unitPrice, options).quantity),
  decimal('LineAmount', ({ line }) => line.total),
  decimal('LineDiscountAmount', () => '0'),
  decimal('LineDiscountPercentage', () => '0'),
  decimal('MultilineDiscountAmount', () => '0'),
  decimal('MultilineDiscountPercentage', () => '0'),
  text('CurrencyCode', ({ order }) => order.currency),
];

const delivery: readonly Property<LineSource>[] = [
  day('RequestedShippingDate', ({ order }) => order.requestedOn),
  day('ConfirmedShippingDate', ({ line }) => line.promisedOn),
  text('ShippingSiteId', ({ order }) => siteOf(order.warehouse)),
  text('ShippingWarehouseId', ({ order }) => order.warehouse),
];

const product: readonly Property<LineSource>[] = [
  text('ItemNumber', ({ line }) => line.item),
  text('LineDescription', ({ line }) => line.description),
  ...blank<LineSource>(
    'ProductColorId',
    'ProductConfigurationId',
    'ProductSizeId',
    'ProductStyleId',
    'ProductVersionId',
    'ItemBatchNumber',
  ),
];
