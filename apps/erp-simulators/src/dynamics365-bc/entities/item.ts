import { sumDecimals } from '@headwater/kernel';
import type { Item, ItemUnit } from '../../world/model/item';
import { CATEGORIES } from '../../world/items/categories';
import type { World } from '../../world/world';
import { NO_ID, systemId } from '../identifiers';
import { enumType } from '../odata/edm';
import { decimal, defineEntity, flag, guid, instant, oneOf, text, toOne } from '../odata/entity';
import type { Reading } from '../reading';
import { itemCategory, SET_UP_AT } from './lists';

const ITEM_TYPE = enumType('itemType', ['Inventory', 'Service', 'Non-Inventory']);

export function itemIdOf(number: string, { company }: Reading): string {
  return systemId('item', company, number);
}

/** Every unit any item has, in the order of their codes. */
export function unitCodes(world: World): readonly string[] {
  return [...new Set(world.items.all().flatMap(({ units }) => units.map(({ unit }) => unit)))].toSorted();
}

export const unitOfMeasure = defineEntity<string>({
  name: 'unitOfMeasure',
  properties: {
    id: guid((code, { company }) => systemId('unitOfMeasure', company, code)),
    code: text((code) => code),
    displayName: text((code) => code),
    internationalStandardCode: text((code) => code),
    symbol: text(() => ''),
    lastModifiedDateTime: instant(() => SET_UP_AT),
  },
});

export interface UnitOfItem {
  readonly item: Item;
  readonly unit: ItemUnit;
}

export function unitsOf(item: Item): readonly UnitOfItem[] {
  return item.units.map((unit) => ({ item, unit }));
}

export const itemUnitOfMeasure = defineEntity<UnitOfItem>({
  name: 'itemUnitOfMeasure',
  properties: {
    id: guid(({ item: { number }, unit }, { company }) =>
      systemId('itemUnitOfMeasure', company, `${number}|${unit.unit}`),
    ),
    itemId: guid(({ item: { number } }, reading) => itemIdOf(number, reading)),
    itemNumber: text(({ item: { number } }) => number),
    code: text(({ unit }) => unit.unit),
    qtyPerUnitOfMeasure: decimal(({ unit }) => String(unit.factor)),
    lastModifiedDateTime: instant(({ item: source }, { stamps }) => stamps.of(source)),
  },
});

/** Over all locations: the standard API knows no other stock. */
function inventoryOf({ number }: Item, { world }: Reading): string {
  return sumDecimals(world.stock.ofItem(number).map(({ onHand }) => onHand));
}

export const item = defineEntity<Item>({
  name: 'item',
  properties: {
    id: guid(({ number }, reading) => itemIdOf(number, reading)),
    number: text(({ number }) => number),
    displayName: text(({ description }) => description),
    displayName2: text(({ description2 }) => description2),
    type: oneOf(ITEM_TYPE, () => 'Inventory'),
    itemCategoryId: guid(({ category }, { company }) => systemId('itemCategory', company, category)),
    itemCategoryCode: text(({ category }) => category),
    blocked: flag(({ active }) => !active),
    gtin: text(({ gtin }) => gtin ?? ''),
    inventory: decimal(inventoryOf),
    /** In the local currency for one base unit; 0 where the price is on request. */
    unitPrice: decimal(({ listPrice }) => listPrice ?? '0'),
    priceIncludesTax: flag(() => false),
    unitCost: decimal(({ cost }) => cost),
    taxGroupId: guid(() => NO_ID),
    taxGroupCode: text(() => ''),
    baseUnitOfMeasureId: guid(({ unit }, { company }) => systemId('unitOfMeasure', company, unit)),
    baseUnitOfMeasureCode: text(({ unit }) => unit),
    lastModifiedDateTime: instant((source, { stamps }) => stamps.of(source)),
  },
  navigations: {
    itemCategory: toOne(
      () => itemCategory,
      ({ category }) => CATEGORIES.find(({ code }) => code === category),
    ),
    unitOfMeasure: toOne(
      () => unitOfMeasure,
      ({ unit }) => unit,
    ),
  },
});
