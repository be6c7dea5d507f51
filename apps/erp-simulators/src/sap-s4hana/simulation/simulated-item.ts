import { compareDecimals, multiplyDecimals, roundDecimal, subtractDecimals, type Decimal } from '@headwater/kernel';
import type { Item, ItemUnit } from '../../world/model/item';
import type { PriceAnswer } from '../../world/model/price';
import { unitOf } from '../../world/pricing/price-desk';
import { availableOf } from '../../world/stock/stock-ledger';
import { itemNumber } from '../keys/documents';
import { warehouseOf } from '../keys/organisation';
import { commercialUnit } from '../keys/units';
import { withoutZeros } from '../odata/comparable';
import { SapError } from '../sap-error';
import type { SapScope } from '../scope';
import type { SimulatedHead } from './simulated-order';
import type { RequestedItem } from './simulation-request';

export interface SimulatedItem {
  readonly scope: SapScope;
  readonly head: SimulatedHead;
  readonly number: string;
  readonly item: Item;
  readonly unit: ItemUnit;
  readonly quantity: Decimal;
  readonly warehouse: string;
  readonly price: PriceAnswer;
  readonly schedule: readonly SimulatedScheduleLine[];
}

export interface SimulatedScheduleLine {
  readonly number: number;
  readonly ordered: Decimal;
  readonly confirmed: Decimal;
  /** Null where nothing is confirmed. */
  readonly confirmedOn: string | null;
}

/** One unknown material, unit or plant refuses the whole order. */
export function simulateItem(requested: RequestedItem, at: number, head: SimulatedHead): SimulatedItem {
  const { scope, customer, shipTo, pricedOn } = head;
  const item = scope.world.items.get(requested.Material);
  if (item === undefined) throw SapError.business(`Material ${requested.Material} is not defined for the sales area`);
  const unit = unitFor(requested, item);
  const price = scope.world.price({
    customer: customer.number,
    shipTo,
    item: item.number,
    quantity: requested.RequestedQuantity,
    unit: unit.unit,
    on: pricedOn,
  });
  if (price === undefined) throw SapError.business(`Material ${item.number} cannot be priced`);
  const warehouse = warehouseFor(requested, head);
  const number = requested.SalesOrderItem === '' ? itemNumber(at + 1) : withoutZeros(requested.SalesOrderItem);
  const wanted = { item, unit, warehouse, quantity: requested.RequestedQuantity };
  return { scope, head, number, price, ...wanted, schedule: scheduleOf(wanted, head) };
}

/** Where no unit is given, the sales unit of the material. */
function unitFor({ RequestedQuantityUnit: named }: RequestedItem, item: Item): ItemUnit {
  const wanted = named === '' ? item.sellingUnit : commercialUnit(named);
  const found = unitOf(item, wanted);
  if (found === undefined) throw SapError.business(`Unit ${wanted} is not defined for material ${item.number}`);
  return found;
}

function warehouseFor({ Plant: plant }: RequestedItem, { customer, scope }: SimulatedHead): string {
  if (plant === '') return customer.warehouse;
  const found = warehouseOf(plant, scope.options.organisation);
  if (found === undefined) throw SapError.business(`Plant ${plant} does not exist`);
  return found;
}

type Wanted = Pick<SimulatedItem, 'item' | 'unit' | 'warehouse' | 'quantity'>;

/** What is there is confirmed for the requested date, the rest for the next receipt or not at all. */
function scheduleOf(
  { item, unit, warehouse, quantity }: Wanted,
  head: SimulatedHead,
): readonly SimulatedScheduleLine[] {
  const level = head.scope.world.stock.get(item.number, warehouse);
  const free = level === undefined ? '0' : availableOf(level);
  const wholeUnits = Math.max(0, Math.floor(Number(free) / unit.factor));
  const now = smaller(quantity, String(wholeUnits));
  const rest = subtractDecimals(quantity, now);
  const isConfirmed = compareDecimals(now, '0') > 0;
  const first = { number: 1, ordered: quantity, confirmed: now, confirmedOn: isConfirmed ? head.requestedOn : null };
  if (compareDecimals(rest, '0') === 0 || level?.nextReceiptOn == null) return [first];
  const coming = String(Math.floor(Number(level.onOrder) / unit.factor));
  const confirmed = smaller(rest, coming);
  return [first, { number: 2, ordered: '0', confirmed, confirmedOn: level.nextReceiptOn }];
}

export function confirmedInAll({ schedule }: SimulatedItem): Decimal {
  return roundDecimal(
    schedule.reduce((sum, line) => subtractDecimals(sum, multiplyDecimals(line.confirmed, '-1')), '0'),
    3,
  );
}

function smaller(left: Decimal, right: Decimal): Decimal {
  return compareDecimals(left, right) <= 0 ? left : right;
}
