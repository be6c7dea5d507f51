import { itemKey, type Books } from '../../books/books';
import { ITEM_TYPES, itemTypeOf } from '../../books/item-types';
import { listedPrices } from '../../books/price-list';
import { LOCATIONS } from '../../books/reference-lists';
import { unitNamed } from '../../books/units';
import type { Item } from '../../../world/model/item';
import { allocatedOf, availableOf } from '../../../world/stock/stock-ledger';
import { field, recordKind, type Field, type RecordKind, type Subresource } from '../record-kind';
import { toCurrency, toEntry } from '../references';

/** An item only answers under the record type of its own item type. */
export function itemKinds(books: Books): readonly RecordKind[] {
  return ITEM_TYPES.map((type) => {
    const isOfType = (item: Item | undefined): item is Item =>
      item !== undefined && itemTypeOf(item).code === type.code;
    const found = (item: Item | undefined): Item | undefined => (isOfType(item) ? item : undefined);
    return recordKind<Item>({
      name: type.record,
      idOf: ({ number }) => books.idOfItem(number),
      fields: itemFields(books),
      subresources: (item) => [priceSublist(item, books), ...locationSublist(item, books)],
      find: (id) => found(books.item(id)),
      findExternal: (number) => found(books.world.items.get(number)),
      all: () => books.world.items.all().filter(isOfType),
    });
  });
}

function itemFields(books: Books): readonly Field<Item>[] {
  const unit = (name: string, named: (item: Item) => string): Field<Item> =>
    field(name, 'reference', (item) => {
      const { id, name: refName } = unitNamed(books.units.of(item), named(item));
      return { id, refName };
    });
  return [
    field('id', 'string', ({ number }) => books.idOfItem(number)),
    field('externalId', 'string', ({ number }) => number),
    field('itemId', 'string', ({ number }) => number),
    field('displayName', 'string', ({ description }) => description),
    field('salesDescription', 'string', ({ description }) => description),
    field('purchaseDescription', 'string', ({ description2 }) => (description2 === '' ? null : description2)),
    field('upcCode', 'string', ({ gtin }) => gtin),
    field('manufacturer', 'string', ({ manufacturer }) => manufacturer),
    field('mpn', 'string', ({ manufacturerPart }) => manufacturerPart),
    field('isInactive', 'boolean', ({ active }) => !active),
    field('unitsType', 'reference', (item) => toEntry('unitsType', books.units.of(item))),
    unit('stockUnit', (item) => item.unit),
    unit('saleUnit', (item) => item.sellingUnit),
    field('averageCost', 'number', ({ cost }) => cost),
    field('createdDate', 'dateTime', ({ createdOn }) => `${createdOn}T00:00:00Z`),
    field('lastModifiedDate', 'dateTime', (item) => `${books.watch.modifiedAt(itemKey(item), item).slice(0, 19)}Z`),
  ];
}

/** A line's key names its currency page, its level and its quantity. */
function priceSublist(item: Item, books: Books): Subresource {
  return {
    kind: 'sublist',
    name: 'price',
    lines: listedPrices(item, books).map(({ level, currency, from, price }) => ({
      key: `currencypage=${currency.id},pricelevel=${level.id},quantity=${from}`,
      values: [
        { name: 'currencyPage', type: 'reference', value: toCurrency(currency.code, books) },
        { name: 'priceLevel', type: 'reference', value: toEntry('priceLevel', level) },
        { name: 'priceLevelName', type: 'string', value: level.name },
        { name: 'quantity', type: 'number', value: String(from) },
        { name: 'price', type: 'number', value: price },
      ],
    })),
  };
}

function locationSublist({ number }: Item, books: Books): readonly Subresource[] {
  if (books.options.account.locations === 'single') return [];
  const lines = books.world.stock.ofItem(number).map((level) => {
    const location = LOCATIONS.ofCode(level.warehouse);
    return {
      key: location.id,
      values: [
        { name: 'location', type: 'reference', value: toEntry('location', location) },
        { name: 'quantityOnHand', type: 'number', value: level.onHand },
        { name: 'quantityAvailable', type: 'number', value: availableOf(level) },
        { name: 'quantityCommitted', type: 'number', value: allocatedOf(level) },
        { name: 'quantityOnOrder', type: 'number', value: level.onOrder },
      ],
    } as const;
  });
  return [{ kind: 'sublist', name: 'locations', lines }];
}
