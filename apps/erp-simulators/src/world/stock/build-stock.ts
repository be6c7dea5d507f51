import type { CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { Item, StockLevel } from '../model/item';
import { WAREHOUSES } from '../organisation';
import type { Random } from '../random';
import { stockKey } from './stock-ledger';

export interface StockParts {
  readonly random: Random;
  readonly today: CalendarDate;
  readonly items: readonly Item[];
  /** Base units promised to open orders, by `stockKey`. */
  readonly demand: ReadonlyMap<string, number>;
}

/** Not every warehouse carries every item, but the main one and one more always do, and so does one that owes some. */
export function buildStock({ random, today, items, demand }: StockParts): readonly StockLevel[] {
  return items.flatMap((item) => {
    const second = random.integer(1, WAREHOUSES.length - 1);
    return WAREHOUSES.flatMap(({ code }, at) => {
      const owed = demand.get(stockKey(item.number, code)) ?? 0;
      const carried = at === 0 || at === second || random.chance(0.55);
      return carried || owed > 0 ? [levelOf({ item, warehouse: code, owed, random, today })] : [];
    });
  });
}

interface LevelParts {
  readonly item: Item;
  readonly warehouse: string;
  readonly owed: number;
  readonly random: Random;
  readonly today: CalendarDate;
}

/** The shelf always covers what is promised; what it cannot cover was back-ordered when the order was taken. */
function levelOf({ item, warehouse, owed, random, today }: LevelParts): StockLevel {
  const pack = item.units.at(-1)?.factor ?? 1;
  const shelf = random.chance(0.14) ? 0 : random.integer(1, 90) * (pack >= 100 ? 50 : 4);
  const reserved = shelf > 0 && random.chance(0.15) ? random.integer(1, 12) : 0;
  const coming = random.chance(shelf === 0 ? 0.8 : 0.3) ? random.integer(1, 40) * (pack >= 100 ? 100 : 10) : 0;
  return {
    item: item.number,
    warehouse,
    onHand: String(Math.max(shelf, reserved) + owed),
    committed: String(owed),
    reserved: String(reserved),
    onOrder: String(coming),
    nextReceiptOn: coming > 0 ? addDays(today, random.integer(2, 42)) : null,
  };
}
