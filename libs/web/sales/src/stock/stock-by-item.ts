import type { AvailabilityView } from '@headwater/erp-contracts';
import { compareDecimals, type Quantity, sumDecimals } from '@headwater/kernel';

export interface ItemStock {
  readonly item: string;
  readonly warehouses: readonly AvailabilityView[];
  /** Over all warehouses; absent where they count in different units. */
  readonly total: StockTotal | undefined;
}

/** What not every warehouse says is absent: the sum of the others would pass for the sum of all. */
export interface StockTotal {
  readonly onHand: Quantity;
  readonly allocated: Quantity | undefined;
  readonly available: Quantity;
  readonly onOrder: Quantity | undefined;
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
  const units = new Set(warehouses.flatMap((view) => QUANTITIES.flatMap((name) => view[name]?.unit ?? [])));
  const [unit] = units;
  if (unit === undefined || units.size > 1) return undefined;
  const sum = (quantities: readonly Quantity[]): Quantity => ({
    value: sumDecimals(quantities.map(({ value }) => value)),
    unit,
  });
  const sumWhereAllSay = (name: keyof StockTotal): Quantity | undefined => {
    const said = warehouses.flatMap((view) => view[name] ?? []);
    return said.length === warehouses.length ? sum(said) : undefined;
  };
  return {
    onHand: sum(warehouses.map(({ onHand }) => onHand)),
    allocated: sumWhereAllSay('allocated'),
    available: sum(warehouses.map(({ available }) => available)),
    onOrder: sumWhereAllSay('onOrder'),
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
