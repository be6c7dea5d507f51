import { present } from '@headwater/erp-adapter-kit';
import type { AvailabilityView } from '@headwater/erp-contracts';
import { type Decimal, sumDecimals } from '@headwater/kernel';
import { refTo } from '../dynamics365-fscm.context';
import { foldedKey } from '../entities/keys';

/** Stock of one item in one warehouse, or of one combination of dimensions of it. */
export interface Stock {
  readonly item: string;
  readonly warehouse: string;
  readonly onHand: Decimal;
  readonly allocated: Decimal;
  readonly available: Decimal;
  readonly onOrder: Decimal;
}

const FIGURES = ['onHand', 'allocated', 'available', 'onOrder'] as const;

/** Adds up what stands in several rows, one for each combination of colour, size, style, configuration and version. */
export function perWarehouse(rows: readonly Stock[]): readonly Stock[] {
  const groups = new Map<string, Stock[]>();
  for (const row of rows) {
    const key = JSON.stringify([foldedKey(row.item), foldedKey(row.warehouse)]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const sums = FIGURES.map((figure) => [figure, sumDecimals(group.map((row) => row[figure]))] as const);
    return [{ ...first, ...(Object.fromEntries(sums) as Pick<Stock, (typeof FIGURES)[number]>) }];
  });
}

export interface StockSetting {
  readonly connectionId: string;
  /** The item's own number: stock may spell it in another case. */
  readonly item: string;
  /** The inventory unit, in which stock is counted. */
  readonly unit: string;
  readonly warehouseName: string | undefined;
}

export function toAvailabilityView(
  stock: Stock,
  { connectionId, item, unit, warehouseName }: StockSetting,
): AvailabilityView {
  const inUnit = (value: Decimal) => ({ value, unit });
  return present({
    ref: refTo({ connectionId }, 'availability', `${item}@${stock.warehouse}`),
    item,
    warehouse: stock.warehouse,
    warehouseName,
    onHand: inUnit(stock.onHand),
    allocated: inUnit(stock.allocated),
    available: inUnit(stock.available),
    onOrder: inUnit(stock.onOrder),
  });
}
