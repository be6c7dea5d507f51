import { present } from '@headwater/erp-adapter-kit';
import { ErpError, type OrderStatus, type SalesOrderLineView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, subtractDecimals } from '@headwater/kernel';
import { ownName } from '../client/display-name';
import type { NetsuiteSettings } from '../settings/netsuite.settings';
import type { RecordReference } from '../client/record-reference';
import type { ItemRow } from '../items/item.schema';
import { itemDescription, saleUnit } from '../items/item-rows';
import type { OrderRecordLine } from './order-record.schema';

export interface LineSetting {
  readonly settings: NetsuiteSettings;
  readonly currency: string;
  readonly orderStatus: OrderStatus;
  /** Of the line, from 1. */
  readonly position: number;
  /** Items of the order by internal id. */
  readonly items: ReadonlyMap<string, ItemRow>;
}

/** Types of items that are counted: a line of one has a quantity. Discounts, subtotals and texts are lines, too. */
const COUNTED: ReadonlySet<string> = new Set(['InvtPart', 'Assembly', 'Kit', 'NonInvtPart']);

function badLine(what: string): ErpError {
  return new ErpError('bad-response', `NetSuite answered a line of an order without its ${what}.`);
}

function orderedOf({ quantity }: OrderRecordLine, item: ItemRow | undefined): Decimal {
  if (quantity !== undefined) return quantity;
  if (item === undefined || COUNTED.has(item.itemtype ?? '')) throw badLine('quantity');
  return '0';
}

interface Progress {
  readonly ordered: Decimal;
  readonly fulfilled: Decimal;
}

/**
 * NetSuite's own figure where it gives one, else what is neither fulfilled nor committed. Lines it commits no stock to
 * have neither, and nothing of them can be on back order.
 */
function backorderedOf(line: OrderRecordLine, { ordered, fulfilled }: Progress): Decimal {
  if (line.quantityBackOrdered !== undefined) return line.quantityBackOrdered;
  if (line.quantityCommitted === undefined || line.isClosed === true) return '0';
  const left = subtractDecimals(subtractDecimals(ordered, fulfilled), line.quantityCommitted);
  return compareDecimals(left, '0') > 0 ? left : '0';
}

const DECIDED_BY_ORDER: ReadonlySet<OrderStatus> = new Set(['cancelled', 'closed', 'on-hold', 'invoiced']);

function statusOf(line: OrderRecordLine, { ordered, fulfilled }: Progress, order: OrderStatus): OrderStatus {
  if (order === 'cancelled') return order;
  const billed = line.quantityBilled ?? '0';
  if (compareDecimals(ordered, '0') > 0 && compareDecimals(fulfilled, ordered) >= 0) {
    return compareDecimals(billed, ordered) >= 0 ? 'invoiced' : 'shipped';
  }
  if (line.isClosed === true) return 'closed';
  if (DECIDED_BY_ORDER.has(order)) return order;
  return compareDecimals(fulfilled, '0') > 0 ? 'partly-shipped' : 'open';
}

/** What warehouses are called by in this connection. */
export function warehouseOf(location: RecordReference | undefined, settings: NetsuiteSettings): string | undefined {
  if (location === undefined) return settings.multiLocation ? undefined : settings.singleWarehouse;
  return settings.warehouseKey === 'id' ? location.id : ownName(location.refName ?? location.id);
}

/** The line's own key, which also ends its address; its place in the order where neither is told. */
function lineNumber({ line, links }: OrderRecordLine, position: number): string {
  const self = links?.find(({ rel }) => rel === 'self')?.href;
  return line ?? /\/item\/([^/?]+)$/.exec(self ?? '')?.[1] ?? String(position);
}

export function toSalesOrderLineView(line: OrderRecordLine, setting: LineSetting): SalesOrderLineView {
  const { settings, currency, items, position } = setting;
  const item = items.get(line.item?.id ?? '');
  const displayed = line.item?.refName;
  const number = item?.itemid ?? (displayed === undefined ? undefined : ownName(displayed));
  if (number === undefined) throw badLine('item');
  const progress = { ordered: orderedOf(line, item), fulfilled: line.quantityFulfilled ?? '0' };
  const unit = line.units?.refName ?? (item === undefined ? settings.defaultUnit : saleUnit(item, settings));
  const inUnit = (value: Decimal) => ({ value, unit });
  const priced = (amount: Decimal | undefined) => (amount === undefined ? undefined : { amount, currency });
  return present({
    lineNo: lineNumber(line, position),
    item: number,
    description: line.description ?? (item === undefined ? '' : itemDescription(item)),
    ordered: inUnit(progress.ordered),
    shipped: inUnit(progress.fulfilled),
    backordered: inUnit(backorderedOf(line, progress)),
    unitPrice: priced(line.rate),
    priceUnit: line.rate === undefined ? undefined : unit,
    lineTotal: priced(line.amount),
    promisedOn: line.expectedShipDate,
    warehouse: warehouseOf(line.location, settings),
    status: statusOf(line, progress, setting.orderStatus),
  });
}
