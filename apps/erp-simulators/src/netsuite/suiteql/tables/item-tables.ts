import { addDecimals } from '@headwater/kernel';
import { itemKey, type Books } from '../../books/books';
import { itemTypeOf } from '../../books/item-types';
import { unitNamed, type Unit, type UnitsType } from '../../books/units';
import type { Item, StockLevel } from '../../../world/model/item';
import { allocatedOf, availableOf } from '../../../world/stock/stock-ledger';
import {
  flagColumn,
  instantColumn,
  numberColumn,
  referenceColumn,
  table,
  textColumn,
  type Column,
  type Relation,
} from '../relation';
import { present } from './organisation-tables';

/** One table for all types of items, and their units. */
export function itemTables(books: Books): readonly Relation[] {
  return [itemTable(books), unitsTypeTable(books), unitTable(books)];
}

function itemTable(books: Books): Relation {
  const unit = (named: (item: Item) => string): Column<Item> =>
    referenceColumn((item) => unitNamed(books.units.of(item), named(item)));
  return table<Item>({
    name: 'item',
    columns: {
      id: numberColumn(({ number }) => books.idOfItem(number)),
      itemid: textColumn(({ number }) => number),
      fullname: textColumn(({ number }) => number),
      externalid: textColumn(({ number }) => number),
      displayname: textColumn(({ description }) => description),
      description: textColumn(({ description }) => description),
      purchasedescription: textColumn(({ description2 }) => description2),
      itemtype: { ...textColumn((item) => itemTypeOf(item).code), display: (item) => itemTypeOf(item).name },
      subtype: textColumn(() => null),
      isinactive: flagColumn(({ active }) => !active),
      unitstype: referenceColumn((item) => books.units.of(item)),
      stockunit: unit((item) => item.unit),
      saleunit: unit((item) => item.sellingUnit),
      upccode: textColumn(({ gtin }) => gtin),
      manufacturer: textColumn(({ manufacturer }) => manufacturer),
      mpn: textColumn(({ manufacturerPart }) => manufacturerPart),
      averagecost: numberColumn(({ cost }) => cost),
      lastmodifieddate: instantColumn((item) => books.watch.modifiedAt(itemKey(item), item)),
      createddate: instantColumn(({ createdOn }) => `${createdOn}T00:00:00Z`),
      ...(books.options.account.locations === 'single' ? totalColumns(books) : {}),
    },
    rows: () => books.world.items.all(),
    lookups: {
      id: (id) => present(books.item(id)),
      // The world finds item numbers without regard to case; a key in an index does not.
      itemid: (number) => present(books.world.items.get(number)).filter((item) => item.number === number),
    },
  });
}

/** Without Multi-Location Inventory there is one quantity of each kind for an item. */
function totalColumns({ world }: Books): Readonly<Record<string, Column<Item>>> {
  const total = (read: (level: StockLevel) => string): Column<Item> =>
    numberColumn(({ number }) => world.stock.ofItem(number).map(read).reduce(addDecimals, '0'));
  return {
    quantityonhand: total(({ onHand }) => onHand),
    quantityavailable: total(availableOf),
    quantitycommitted: total(allocatedOf),
    quantityonorder: total(({ onOrder }) => onOrder),
  };
}

function unitsTypeTable({ units }: Books): Relation {
  return table<UnitsType>({
    name: 'unitstype',
    columns: {
      id: numberColumn(({ id }) => id),
      name: textColumn(({ name }) => name),
      isinactive: flagColumn(() => false),
    },
    rows: () => units.all,
    lookups: { id: (id) => units.all.filter((type) => type.id === id) },
  });
}

interface TypedUnit extends Unit {
  readonly type: UnitsType;
}

function unitTable({ units }: Books): Relation {
  const all = units.all.flatMap((type) => type.units.map((unit) => ({ ...unit, type })));
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  return table<TypedUnit>({
    name: 'unitstypeuom',
    columns: {
      internalid: numberColumn(({ id }) => id),
      unitstype: referenceColumn(({ type }) => type),
      unitname: textColumn(({ name }) => name),
      abbreviation: textColumn(({ name }) => name),
      conversionrate: numberColumn(({ factor }) => String(factor)),
      baseunit: flagColumn(({ factor }) => factor === 1),
    },
    rows: () => all,
    lookups: { internalid: (id) => present(byId.get(id)) },
  });
}
