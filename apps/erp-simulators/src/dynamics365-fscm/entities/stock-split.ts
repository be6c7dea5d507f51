import type { Decimal } from '@headwater/kernel';
import type { StockLevel } from '../../world/model/item';
import { allocatedOf } from '../../world/stock/stock-ledger';
import { recordId } from '../edm/entity-set';

/** Stock of one item, warehouse and combination of product dimensions. */
export interface StockPart {
  readonly level: StockLevel;
  readonly color: string;
  readonly onHand: Decimal;
  readonly allocated: Decimal;
  readonly onOrder: Decimal;
}

const COLORS: readonly (readonly string[])[] = [[''], ['BLK', 'NAT'], ['BLK', 'NAT', 'ZNC']];

/** The ERP keeps stock by colour, size and so on: what the world has of an item in a warehouse is the sum of its rows. */
export function stockParts(level: StockLevel): readonly StockPart[] {
  const colors = COLORS[Number(recordId(level.item) % 3n)] ?? [''];
  const count = colors.length;
  return colors.map((color, at) => ({
    level,
    color,
    onHand: share(level.onHand, at, count),
    allocated: share(allocatedOf(level), at, count),
    onOrder: share(level.onOrder, at, count),
  }));
}

/** Equal whole parts; the first has what is left over. */
function share(total: Decimal, at: number, count: number): Decimal {
  if (count === 1) return total;
  const [whole = '0', fraction] = total.split('.');
  const part = BigInt(whole) / BigInt(count);
  if (at > 0) return String(part);
  const rest = String(BigInt(whole) - part * BigInt(count - 1));
  if (fraction === undefined) return rest;
  return rest === '0' && total.startsWith('-') ? `-0.${fraction}` : `${rest}.${fraction}`;
}
