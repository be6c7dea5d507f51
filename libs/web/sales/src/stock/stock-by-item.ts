import type { AvailabilityView } from '@headwater/erp-contracts';
import { compareDecimals, type Quantity, sumDecimals } from '@headwater/kernel';

export interface ItemStock {
  readonly item: string;
  readonly warehouses: readonly AvailabilityView[];
  /** Over all warehouses; absent where they count in different units. */
  readonly total: StockTotal | undefined;
}

export interface StockTotal {
  readonly onHand: Quantity;
  readonly allocated: Quantity;
  readonly available: Quantity;
  readonly onOrder: Quantity;
}

/** Stock grouped by item, in the order the ERP gave, with exact totals. */
export function stockByItem(views: readonly AvailabilityView[]): readonly ItemStock[] {
  const items = [...new Set(views.map(({ item }) => item))];
  return items.map((item) => {
    const warehouses = views.filter((view) => view.item === item);
    return { item, warehouses, total: totalOf(warehouses) };
  });
}

/** Quantities of different units are never added: the sum would be of nothing. */
export function totalOf(warehouses: readonly AvailabilityView[]): StockTotal | undefined {
  const units = new Set(warehouses.flatMap((view) => QUANTITIES.map((name) => view[name].unit)));
  const [unit] = units;
  if (unit === undefined || units.size > 1) return undefined;
  const sum = (name: keyof StockTotal): Quantity => ({
    value: sumDecimals(warehouses.map((view) => view[name].value)),
    unit,
  });
  return {
    onHand: sum('onHand'),
    allocated: sum('allocated'),
    available: sum('available'),
    onOrder: sum('onOrder'),
  };
}

const QUANTITIES = ['onHand', 'allocated', 'available', 'onOrder'] as const satisfies readonly (keyof StockTotal)[];

export function isAvailable(quantity: Quantity): boolean {
  return compareDecimals(quantity.value, '0') > 0;
}

/** The next day any warehouse expects more. */
export function nextReceiptOf(warehouses: readonly AvailabilityView[]): string | undefined {
  return warehouses
    .map(({ nextReceiptOn }) => nextReceiptOn)
    .filter((date) => date !== undefined)
    .sort()[0];
}
