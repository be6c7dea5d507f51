import type { Item, ItemUnit } from '../../world/model/item';
import { WAREHOUSES } from '../../world/organisation';
import { warehouseOf, type SalesArea } from '../keys/organisation';
import type { Pins } from '../odata/model';
import type { SapScope } from '../scope';

export interface ProductRow {
  readonly scope: SapScope;
  readonly item: Item;
}

export interface DescriptionRow extends ProductRow {
  readonly language: 'EN' | 'DE';
}

export interface ProductAreaRow extends ProductRow {
  readonly area: SalesArea;
}

export interface ProductPlantRow extends ProductRow {
  readonly warehouse: string;
}

export interface ProductUnitRow extends ProductRow {
  readonly unit: ItemUnit;
}

export function productRows(scope: SapScope, pins: Pins): readonly ProductRow[] {
  const { items } = scope.world;
  const products = pins('Product');
  const found =
    products === undefined ? byNumber(items.all()) : [...products].flatMap((number) => items.get(number) ?? []);
  return found.map((item) => ({ scope, item }));
}

export function descriptionsOf(row: ProductRow): readonly DescriptionRow[] {
  return (['EN', 'DE'] as const).map((language) => ({ ...row, language }));
}

/** Both companies sell everything. */
export function salesAreasOf(row: ProductRow): readonly ProductAreaRow[] {
  return Object.values(row.scope.options.organisation.areas).map((area) => ({ ...row, area }));
}

/** A product is maintained in the plants that carry it. */
export function plantsOf(row: ProductRow): readonly ProductPlantRow[] {
  return WAREHOUSES.filter(({ code }) => row.scope.world.stock.get(row.item.number, code) !== undefined).map(
    ({ code }) => ({ ...row, warehouse: code }),
  );
}

export function unitsOf(row: ProductRow): readonly ProductUnitRow[] {
  return row.item.units.map((unit) => ({ ...row, unit }));
}

export function plantRows(scope: SapScope, pins: Pins): readonly ProductPlantRow[] {
  const plants = pins('Plant');
  const rows = productRows(scope, pins).flatMap(plantsOf);
  if (plants === undefined) return rows;
  const warehouses = new Set([...plants].map((plant) => warehouseOf(plant, scope.options.organisation)));
  return rows.filter(({ warehouse }) => warehouses.has(warehouse));
}

/** As lists come when nobody sorts them. */
function byNumber(items: readonly Item[]): readonly Item[] {
  return items.toSorted((left, right) => (left.number < right.number ? -1 : 1));
}
