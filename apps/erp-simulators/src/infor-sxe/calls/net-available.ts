import { roundDecimal, trimDecimal, type Decimal } from '@headwater/kernel';
import Big from 'big.js';
import type { Item } from '../../world/model/item';
import { unitOf } from '../../world/pricing/price-desk';
import { availableOf } from '../../world/stock/stock-ledger';
import type { World } from '../../world/world';

export interface Shelf {
  readonly item: Item;
  readonly warehouse: string;
  readonly unit: string;
}

/** On hand less reserved less committed, in the unit asked for; 0 where the warehouse does not carry the product. */
export function netAvailable(world: World, { item, warehouse, unit }: Shelf): Decimal {
  const level = world.stock.get(item.number, warehouse);
  if (level === undefined) return '0';
  const factor = unitOf(item, unit)?.factor ?? 1;
  return trimDecimal(roundDecimal(new Big(availableOf(level)).div(factor).toFixed(6), 2));
}
