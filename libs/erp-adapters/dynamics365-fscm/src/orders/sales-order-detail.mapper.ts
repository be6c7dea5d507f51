import { present } from '@headwater/erp-adapter-kit';
import {
  ErpError,
  type OrderStatus,
  type SalesOrderDetailView,
  type SalesOrderLineView,
} from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, isZero, subtractDecimals, trimDecimal } from '@headwater/kernel';
import type { OrderHeader } from './order-header.schema';
import type { OrderLine } from './order-line.schema';
import { statusOfSymbol, type StatusSettings } from './order-status';
import { currencyOf, toSalesOrderView } from './sales-order.mapper';
import { type Delivery, shippedByLot } from './shipped-quantities';
import { dayOfPosition } from '../entities/values';

export interface OrderInFull {
  readonly connectionId: string;
  readonly header: OrderHeader;
  readonly lines: readonly OrderLine[];
  readonly deliveries: readonly Delivery[];
  readonly begun: boolean;
  readonly settings: StatusSettings;
}

interface LineSetting {
  readonly currency: string;
  readonly shipped: Decimal;
  /** Of the order; an open line of an order on hold is on hold. */
  readonly orderStatus: OrderStatus;
  readonly status: OrderStatus;
  readonly promisedOn: string | undefined;
}

function lineStatus({ status, shipped, orderStatus }: LineSetting): OrderStatus {
  if (status !== 'open') return status;
  if (orderStatus === 'on-hold') return 'on-hold';
  if (compareDecimals(shipped, '0') > 0) return 'partly-shipped';
  return orderStatus === 'partly-shipped' ? 'open' : orderStatus;
}

/** What is still to be delivered: Dynamics 365 calls every line with a remainder a back-order. */
function remainder(line: OrderLine, { status, shipped }: LineSetting): Decimal {
  if (status !== 'open') return '0';
  const rest = subtractDecimals(line.OrderedSalesQuantity, shipped);
  return compareDecimals(rest, '0') > 0 ? rest : '0';
}

/** Prices may be for more than one unit: SalesPriceQuantity says for how many. */
function priceUnit({ SalesPriceQuantity: per, SalesUnitSymbol: unit }: OrderLine): string {
  return per === undefined || isZero(per) || compareDecimals(per, '1') === 0 ? unit : `${trimDecimal(per)} ${unit}`;
}

/** A line without an item is one of a sales category, and told by its description. */
function itemOf({ ItemNumber, LineDescription }: OrderLine): string {
  const item = ItemNumber ?? LineDescription;
  if (item !== undefined) return item;
  throw new ErpError('bad-response', 'Dynamics 365 answered an order line without item and description.');
}

function toLineView(line: OrderLine, setting: LineSetting): SalesOrderLineView {
  const inUnit = (value: Decimal) => ({ value, unit: line.SalesUnitSymbol });
  const money = (amount: Decimal | undefined) =>
    amount === undefined ? undefined : { amount, currency: setting.currency };
  return present({
    lineNo: trimDecimal(line.LineNumber),
    item: itemOf(line),
    description: line.LineDescription ?? '',
    ordered: inUnit(line.OrderedSalesQuantity),
    shipped: inUnit(setting.shipped),
    backordered: inUnit(remainder(line, setting)),
    unitPrice: money(line.SalesPrice),
    priceUnit: line.SalesPrice === undefined ? undefined : priceUnit(line),
    lineTotal: money(line.LineAmount),
    discountPercent: line.LineDiscountPercentage,
    promisedOn: line.ConfirmedShippingDate ?? setting.promisedOn,
    warehouse: line.ShippingWarehouseId,
    status: lineStatus(setting),
  });
}

export function toSalesOrderDetailView(order: OrderInFull): SalesOrderDetailView {
  const { header, settings } = order;
  const lines = [...order.lines].sort((left, right) => compareDecimals(left.LineNumber, right.LineNumber));
  const statuses = new Map(lines.map((line) => [line, statusOfSymbol(line.SalesOrderLineStatus, settings)] as const));
  const statusOf = (line: OrderLine): OrderStatus => statuses.get(line) ?? 'open';
  const shipped = shippedByLot(
    lines.map((line) => ({
      lot: line.InventoryLotId,
      item: line.ItemNumber,
      ordered: line.OrderedSalesQuantity,
      status: statusOf(line),
    })),
    order.deliveries,
  );
  const delivered = [...shipped.values()].some((quantity) => compareDecimals(quantity, '0') > 0);
  const view = toSalesOrderView({ ...order, begun: order.begun || delivered });
  return {
    ...view,
    lines: lines.map((line) =>
      toLineView(line, {
        currency: currencyOf(header),
        shipped: shipped.get(line.InventoryLotId) ?? '0',
        orderStatus: view.status,
        status: statusOf(line),
        promisedOn: dayOfPosition(header.ConfirmedShippingDate),
      }),
    ),
  };
}
