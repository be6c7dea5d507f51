import { isZero, multiplyDecimals, roundDecimal, subtractDecimals, type Decimal } from '@headwater/kernel';
import type { Item, StockLevel } from '../../world/model/item';
import { warehouseOf } from '../keys/organisation';
import type { Pins } from '../odata/model';
import type { SapScope } from '../scope';

export interface MaterialRow {
  readonly scope: SapScope;
  readonly item: Item;
}

export interface StockRow extends MaterialRow {
  readonly level: StockLevel;
  readonly storageLocation: string;
  readonly batch: string;
  /** 01 unrestricted, 02 in quality inspection, 07 blocked. */
  readonly stockType: '01' | '02' | '07';
  readonly quantity: Decimal;
}

export function materialRows(scope: SapScope, pins: Pins): readonly MaterialRow[] {
  const { items } = scope.world;
  const materials = pins('Material');
  const found =
    materials === undefined ? byNumber(items.all()) : [...materials].flatMap((number) => items.get(number) ?? []);
  return found.map((item) => ({ scope, item }));
}

export function stockRows(scope: SapScope, pins: Pins): readonly StockRow[] {
  const plants = pins('Plant');
  const warehouses =
    plants === undefined
      ? undefined
      : new Set([...plants].map((plant) => warehouseOf(plant, scope.options.organisation)));
  const rows = materialRows(scope, pins).flatMap(stockOf);
  return warehouses === undefined ? rows : rows.filter(({ level }) => warehouses.has(level.warehouse));
}

/** All stock of a material, plant by plant. */
export function stockOf(row: MaterialRow): readonly StockRow[] {
  return row.scope.world.stock.ofItem(row.item.number).flatMap((level) => rowsOf(row, level));
}

/**
 * What is on hand lies in two storage locations and, in the second, in two batches: only the sum of the unrestricted
 * rows is the stock. What is being inspected or blocked has rows too, and is not on hand.
 */
function rowsOf(material: MaterialRow, level: StockLevel): readonly StockRow[] {
  const row = (facts: Pick<StockRow, 'storageLocation' | 'batch' | 'stockType' | 'quantity'>): StockRow => ({
    ...material,
    level,
    ...facts,
  });
  const first = roundDecimal(multiplyDecimals(level.onHand, '0.6'), 0);
  const rest = subtractDecimals(level.onHand, first);
  const batch = roundDecimal(multiplyDecimals(rest, '0.5'), 0);
  const unrestricted = [
    row({ storageLocation: '101A', batch: '', stockType: '01', quantity: first }),
    row({ storageLocation: '101B', batch: 'B1', stockType: '01', quantity: batch }),
    row({ storageLocation: '101B', batch: 'B2', stockType: '01', quantity: subtractDecimals(rest, batch) }),
  ];
  const kept = unrestricted.filter(({ quantity }, at) => at === 0 || !isZero(quantity));
  return [...kept, ...otherStock(material, level).map(row)];
}

type Other = Pick<StockRow, 'storageLocation' | 'batch' | 'stockType' | 'quantity'>;

/** For some items, told by their numbers so that every call says the same. */
function otherStock({ scope, item }: MaterialRow, { warehouse }: StockLevel): readonly Other[] {
  if (scope.options.otherStock === 'none') return [];
  const sum = [...`${item.number}${warehouse}`].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  if (sum % 4 === 0) return [{ storageLocation: '101A', batch: '', stockType: '02', quantity: '7' }];
  return sum % 4 === 1 ? [{ storageLocation: '101A', batch: '', stockType: '07', quantity: '3' }] : [];
}

/** As lists come when nobody sorts them. */
function byNumber(items: readonly Item[]): readonly Item[] {
  return items.toSorted((left, right) => (left.number < right.number ? -1 : 1));
}
