import type { CustomerPart, Item, ItemUnit } from '../../world/model/item';
import { day, flag, id, moment, quantity, text, uid, type Column, type Scene } from './column';
import { chosen, tableOf, type Pins } from './table';

export function itemsIn({ world, keys }: Scene, pins: Pins): readonly Item[] {
  const uids = pins('inv_mast_uid');
  if (uids !== undefined) {
    return chosen(
      uids,
      (key) => world.items.get(keys.itemOfUid(key) ?? ''),
      () => [],
    );
  }
  return chosen(
    pins('item_id'),
    (number) => world.items.get(number),
    () => world.items.all(),
  );
}

const itemUid: Column<Item> = uid('inv_mast_uid', (item, { keys }) => keys.itemUid(item.number));

const names: readonly Column<Item>[] = [
  itemUid,
  text('item_id', 40, (item) => item.number),
  text('item_desc', 40, (item) => item.description),
  text('extended_desc', 255, (item) => item.description2),
];

/** P21 shares items between companies: `inv_mast` has no company. */
export const invMast = tableOf<Item>({
  surface: 'table',
  name: 'inv_mast',
  key: ['inv_mast_uid'],
  columns: [
    ...names,
    text('default_selling_unit', 8, (item) => item.sellingUnit),
    text('base_unit', 8, (item) => item.unit),
    text('class_id1', 8, (item) => item.category),
    flag('delete_flag', (item) => !item.active),
    day('date_created', (item) => item.createdOn),
    moment('date_last_modified', (item, { modified }) => modified.item(item)),
  ],
  entities: itemsIn,
});

interface UnitRow {
  readonly item: Item;
  readonly unit: ItemUnit;
}

/** Not confirmed by public documentation, like `inv_xref` below. */
export const itemUom = tableOf<UnitRow>({
  surface: 'table',
  name: 'item_uom',
  key: ['inv_mast_uid', 'unit_of_measure'],
  columns: [
    uid('inv_mast_uid', ({ item }, { keys }) => keys.itemUid(item.number)),
    text('unit_of_measure', 8, ({ unit }) => unit.unit),
    quantity('unit_size', ({ unit }) => String(unit.factor)),
    flag('delete_flag', () => false),
    moment('date_last_modified', ({ item }, { modified }) => modified.item(item)),
  ],
  entities: (scene, pins) => itemsIn(scene, pins).flatMap((item) => item.units.map((unit) => ({ item, unit }))),
});

/** What customers call an item. */
export const invXref = tableOf<CustomerPart>({
  surface: 'table',
  name: 'inv_xref',
  key: ['inv_mast_uid', 'customer_id'],
  columns: [
    uid('inv_mast_uid', ({ item }, { keys }) => keys.itemUid(item)),
    id('customer_id', ({ customer }) => customer),
    text('their_item_id', 40, ({ part }) => part),
    flag('delete_flag', () => false),
  ],
  entities: customerPartsIn,
});

function customerPartsIn(scene: Scene, pins: Pins): readonly CustomerPart[] {
  const { world } = scene;
  const customers = pins('customer_id');
  if (customers !== undefined) return [...customers].flatMap((customer) => world.items.partsOf(customer));
  return itemsIn(scene, pins).flatMap((item) => world.items.partsNaming(item.number));
}

interface SupplierRow {
  readonly item: Item;
  readonly supplier: string;
  readonly partNo: string;
}

/** Every fourth item has a second supplier, and so a second row. */
function supplierRowsIn(scene: Scene, pins: Pins): readonly SupplierRow[] {
  const { keys } = scene;
  return itemsIn(scene, pins).flatMap((item) => {
    const first = { item, supplier: item.manufacturer, partNo: item.manufacturerPart };
    if (keys.itemPlace(item.number) % 4 !== 0) return [first];
    const next = (keys.suppliers.indexOf(item.manufacturer) + 1) % keys.suppliers.length;
    return [first, { item, supplier: keys.suppliers[next] ?? '', partNo: `ALT-${item.manufacturerPart}` }];
  });
}

const supplierColumns: readonly Column<SupplierRow>[] = [
  id('supplier_id', ({ supplier }, { keys }) => keys.supplierId(supplier)),
  text('supplier_part_no', 40, ({ partNo }) => partNo),
  text('upc_code', 40, ({ item }) => item.gtin),
];

/** For a search index: a row per item and supplier. Its `unique_id` is both. */
export const esItem = tableOf<SupplierRow>({
  surface: 'view',
  name: 'p21_view_es_item',
  key: ['unique_id'],
  columns: [
    text('unique_id', 255, ({ item, supplier }, { keys }) => `${item.number}--${keys.supplierId(supplier)}`),
    ...names.map((column) => ({
      ...column,
      read: ({ item }: SupplierRow, scene: Scene) => column.read(item, scene),
    })),
    ...supplierColumns,
    text('supplier_name', 50, ({ supplier }) => supplier),
    text('default_selling_unit', 8, ({ item }) => item.sellingUnit),
    text('base_unit', 8, ({ item }) => item.unit),
    text('class_id1', 8, ({ item }) => item.category),
    flag('delete_flag', ({ item }) => !item.active),
    moment('max_date_last_modified', ({ item }, { modified }) => modified.item(item)),
  ],
  entities: supplierRowsIn,
});

export const inventorySupplier = tableOf<SupplierRow>({
  surface: 'table',
  name: 'inventory_supplier',
  key: ['inv_mast_uid', 'supplier_id'],
  columns: [
    uid('inv_mast_uid', ({ item }, { keys }) => keys.itemUid(item.number)),
    ...supplierColumns,
    flag('delete_flag', () => false),
    moment('date_last_modified', ({ item }, { modified }) => modified.item(item)),
  ],
  entities: supplierRowsIn,
});
