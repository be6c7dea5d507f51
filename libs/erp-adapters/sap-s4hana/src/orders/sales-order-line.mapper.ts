import { present } from '@headwater/erp-adapter-kit';
import type { OrderStatus, SalesOrderLineView } from '@headwater/erp-contracts';
import {
  type CalendarDate,
  compareDecimals,
  type Decimal,
  type Money,
  percentOff,
  scaleOf,
  subtractDecimals,
  sumDecimals,
  trimDecimal,
} from '@headwater/kernel';
import { plainKey } from '../keys';
import { baseElement, rateOf } from '../prices/pricing-elements';
import { ratio } from '../prices/ratio';
import type { OrderItem, ScheduleLine } from './sales-order.schema';

export interface LineSetting {
  readonly currency: string;
  readonly held: boolean;
  readonly basePriceTypes: readonly string[];
}

/** A line that stands for something to sell, with the fields that make it one. */
export type SoldItem = OrderItem & { readonly Material: string; readonly RequestedQuantityUnit: string };

/** Text items have no material and no unit; they order nothing. */
export function isSold(item: OrderItem): item is SoldItem {
  return item.Material !== undefined && item.RequestedQuantityUnit !== undefined;
}

function atLeastZero(value: Decimal): Decimal {
  return compareDecimals(value, '0') > 0 ? value : '0';
}

/** Confirmed and still to be delivered; older releases leave the subtraction to the client. */
function openConfirmed(line: ScheduleLine): Decimal {
  return (
    line.OpenConfdDelivQtyInOrdQtyUnit ??
    atLeastZero(subtractDecimals(line.ConfdOrderQtyByMatlAvailCheck, line.DeliveredQtyInOrderQtyUnit))
  );
}

function isRejected(item: OrderItem): boolean {
  return item.SalesDocumentRjcnReason !== undefined;
}

function shippedOf(item: OrderItem): Decimal {
  return sumDecimals(item.to_ScheduleLine.map((line) => line.DeliveredQtyInOrderQtyUnit));
}

/** What is neither delivered nor confirmed by the availability check. */
function backorderedOf(item: OrderItem): Decimal {
  if (isRejected(item) || item.SDProcessStatus === 'C') return '0';
  const settled = sumDecimals([shippedOf(item), ...item.to_ScheduleLine.map(openConfirmed)]);
  return atLeastZero(subtractDecimals(item.RequestedQuantity, settled));
}

function isConfirmed(line: ScheduleLine): boolean {
  return compareDecimals(line.ConfdOrderQtyByMatlAvailCheck, '0') > 0;
}

/** The next confirmed day of what is still to come. */
export function nextPromise(item: OrderItem): CalendarDate | undefined {
  let next: CalendarDate | undefined;
  for (const line of item.to_ScheduleLine) {
    const date = line.ConfirmedDeliveryDate;
    const isSooner = date !== undefined && (next === undefined || date < next);
    if (isSooner && isConfirmed(line) && compareDecimals(openConfirmed(line), '0') > 0) next = date;
  }
  return next;
}

function lastPromise(item: OrderItem): CalendarDate | undefined {
  let last: CalendarDate | undefined;
  for (const line of item.to_ScheduleLine) {
    const date = line.ConfirmedDeliveryDate;
    if (date !== undefined && (last === undefined || date > last) && isConfirmed(line)) last = date;
  }
  return last;
}

/** The same, or else the last day that was confirmed. */
export function promisedOn(item: OrderItem): CalendarDate | undefined {
  return nextPromise(item) ?? lastPromise(item);
}

function lineStatus(item: OrderItem, held: boolean): OrderStatus {
  if (isRejected(item)) return 'cancelled';
  const shipped = shippedOf(item);
  const isOut = compareDecimals(shipped, '0') > 0;
  if (isOut && compareDecimals(shipped, item.RequestedQuantity) >= 0) return 'shipped';
  if (item.SDProcessStatus === 'C') return 'closed';
  if (held) return 'on-hold';
  return isOut ? 'partly-shipped' : 'open';
}

interface LinePrice {
  readonly unitPrice?: Money;
  readonly priceUnit?: string;
  readonly discountPercent?: Decimal;
}

/**
 * The item itself has no unit price: it is the rate of its price condition, for one unit or for many ("100 EA").
 * Without that condition, what the line costs by what it orders.
 */
function priceOf(item: SoldItem, setting: LineSetting): LinePrice {
  const base = baseElement(item.to_PricingElement ?? [], setting.basePriceTypes);
  const rate = base === undefined ? undefined : rateOf(base, setting.currency);
  const net = item.NetAmount;
  if (rate !== undefined) {
    const unit = rate.unit ?? item.RequestedQuantityUnit;
    const per = trimDecimal(rate.per);
    const gross = base?.ConditionAmount;
    return present({
      unitPrice: { amount: rate.amount, currency: rate.currency },
      priceUnit: per === '1' ? unit : `${per} ${unit}`,
      discountPercent: gross === undefined || net === undefined ? undefined : percentOff(gross, net),
    });
  }
  if (net === undefined || compareDecimals(item.RequestedQuantity, '0') <= 0) return {};
  const amount = ratio(net, item.RequestedQuantity, scaleOf(net));
  return { unitPrice: { amount, currency: setting.currency }, priceUnit: item.RequestedQuantityUnit };
}

export function toSalesOrderLineView(item: SoldItem, setting: LineSetting): SalesOrderLineView {
  const inUnit = (value: Decimal) => ({ value, unit: item.RequestedQuantityUnit });
  return present({
    lineNo: plainKey(item.SalesOrderItem),
    item: item.Material,
    description: item.SalesOrderItemText ?? '',
    ordered: inUnit(item.RequestedQuantity),
    shipped: inUnit(shippedOf(item)),
    backordered: inUnit(backorderedOf(item)),
    ...priceOf(item, setting),
    lineTotal: item.NetAmount === undefined ? undefined : { amount: item.NetAmount, currency: setting.currency },
    promisedOn: promisedOn(item),
    warehouse: item.ProductionPlant,
    status: lineStatus(item, setting.held),
  });
}
