import { isZero, subtractDecimals, type Decimal } from '@headwater/kernel';
import type { Books } from '../../books/books';
import { itemTypeOf } from '../../books/item-types';
import { LOCATIONS } from '../../books/reference-lists';
import type { StockLevel } from '../../../world/model/item';
import { allocatedOf, availableOf } from '../../../world/stock/stock-ledger';
import { instantColumn, numberColumn, referenceColumn, table, textColumn, type Relation } from '../relation';
import { present } from './organisation-tables';

/** Stock by item and location, and by bin. Accounts without Multi-Location Inventory have neither table. */
export function stockTables(books: Books): readonly Relation[] {
  return books.options.account.locations === 'multiple'
    ? [itemLocations('aggregateitemlocation', books), inventoryLocations(books), balances(books)]
    : [];
}

/** Knows inventory items only; assemblies have no row here. */
function inventoryLocations(books: Books): Relation {
  const isInventory = ({ item }: StockLevel): boolean => {
    const found = books.world.items.get(item);
    return found !== undefined && itemTypeOf(found).code === 'InvtPart';
  };
  return itemLocations('inventoryitemlocations', books, isInventory);
}

function itemLocations(name: string, books: Books, shows: (level: StockLevel) => boolean = () => true): Relation {
  return table<StockLevel>({
    name,
    columns: {
      item: referenceColumn(({ item }) => ({ id: books.idOfItem(item), name: item })),
      location: referenceColumn(({ warehouse }) => LOCATIONS.ofCode(warehouse)),
      quantityonhand: numberColumn(({ onHand }) => onHand),
      quantityavailable: numberColumn(availableOf),
      quantitycommitted: numberColumn(allocatedOf),
      quantityonorder: numberColumn(({ onOrder }) => onOrder),
      quantitybackordered: numberColumn(() => '0'),
      quantityintransit: numberColumn(() => '0'),
      lastquantityavailablechange: instantColumn((level) =>
        books.watch.modifiedAt(`stock/${level.item}|${level.warehouse}`, level),
      ),
    },
    rows: () => shown(books.world.stock.all(), books).filter(shows),
    lookups: Object.fromEntries(
      Object.entries(stockLookups(books)).map(([column, lookup]) => [
        column,
        (key: string) => lookup(key).filter(shows),
      ]),
    ),
  });
}

function stockLookups(books: Books): Readonly<Record<string, (key: string) => readonly StockLevel[]>> {
  const { stock } = books.world;
  return {
    item: (id) => present(books.item(id)).flatMap(({ number }) => shown(stock.ofItem(number), books)),
    location: (id) => present(LOCATIONS.get(id)).flatMap(({ code }) => shown(stock.ofWarehouse(code), books)),
  };
}

/** An item that was never at a location has no row there. */
function shown(levels: readonly StockLevel[], { options }: Books): readonly StockLevel[] {
  if (options.account.emptyStockRows === 'kept') return levels;
  return levels.filter((level) => [level.onHand, allocatedOf(level), level.onOrder].some((value) => !isZero(value)));
}

interface Balance {
  readonly level: StockLevel;
  readonly bin: string;
  readonly onHand: Decimal;
  readonly available: Decimal;
}

/** By bin: what is promised lies in the second one, so that only the sum of both is the stock. */
function balances(books: Books): Relation {
  return table<Balance>({
    name: 'inventorybalance',
    columns: {
      item: referenceColumn(({ level }) => ({ id: books.idOfItem(level.item), name: level.item })),
      location: referenceColumn(({ level }) => LOCATIONS.ofCode(level.warehouse)),
      binnumber: textColumn(({ bin }) => bin),
      inventorynumber: textColumn(() => null),
      inventorystatus: { ...numberColumn<Balance>(() => '1'), display: () => 'Good' },
      quantityonhand: numberColumn(({ onHand }) => onHand),
      quantityavailable: numberColumn(({ available }) => available),
    },
    rows: () => shown(books.world.stock.all(), books).flatMap(binsOf),
    lookups: Object.fromEntries(
      Object.entries(stockLookups(books)).map(([column, lookup]) => [
        column,
        (key: string) => lookup(key).flatMap(binsOf),
      ]),
    ),
  });
}

function binsOf(level: StockLevel): readonly Balance[] {
  const promised = allocatedOf(level);
  const free = subtractDecimals(level.onHand, promised);
  const bins = [
    { level, bin: 'A-01', onHand: free, available: free },
    { level, bin: 'B-01', onHand: promised, available: '0' },
  ];
  return bins.filter(({ onHand }) => !isZero(onHand));
}
