import { PRODUCT_TYPE } from '../edm/enums';
import { entitySet, recordId, type TypedEntitySet } from '../edm/entity-set';
import { day, decimal, symbol, text } from '../edm/properties';
import type { Property } from '../edm/schema';
import type { FscmOptions } from '../options';
import { companyColumn } from './customers-in';
import { releasedItemsIn, type ItemSource } from './items-in';
import { basePrice, unitPrice } from './prices';

/** Items of a legal entity. Their names are not here: they stand by language in another set. */
export function releasedProducts(options: FscmOptions): TypedEntitySet<ItemSource> {
  const named = options.productNameInReleasedProducts === 'present';
  return entitySet<ItemSource>(
    {
      name: 'ReleasedProductsV2',
      entity: 'ReleasedProductV2',
      table: 'EcoResReleasedProductV2Entity',
      key: ['dataAreaId', 'ItemNumber'],
      properties: [
        companyColumn(),
        ...identity,
        ...(named ? [text<ItemSource>('ProductName', ({ item }) => item.description)] : []),
        ...lifecycle(options),
        ...sales(options),
      ],
      find: (scan) => releasedItemsIn(scan, 'ItemNumber'),
      version: ({ item }) => Number(recordId(JSON.stringify(item)) % 2_147_483_647n),
    },
    options,
  );
}

const identity: readonly Property<ItemSource>[] = [
  text('ItemNumber', ({ item }) => item.number),
  text('ProductNumber', ({ item }) => item.number),
  text('SearchName', ({ item }) => item.description.replace(/\s/g, '').slice(0, 20).toUpperCase()),
  text('ProductSearchName', ({ item }) => item.description),
  symbol('ProductType', PRODUCT_TYPE, () => 'Item'),
];

function lifecycle({ lifecycleStates }: FscmOptions): readonly Property<ItemSource>[] {
  return [
    text('ProductLifecycleStateId', ({ item }) => (item.active ? lifecycleStates.active : lifecycleStates.inactive)),
    day('SellStartDate', ({ item }) => item.createdOn),
    day('SellEndDate', ({ item }, { world }) => (item.active ? null : world.today())),
  ];
}

/** The base price is that of the sales unit, in the company's currency, and 0 where none is kept. */
function sales(options: FscmOptions): readonly Property<ItemSource>[] {
  return [
    text('InventoryUnitSymbol', ({ item }) => item.unit),
    text('SalesUnitSymbol', ({ item }) => item.sellingUnit),
    decimal('SalesPrice', ({ item }) => unitPrice(basePrice(item), options).price),
    decimal('SalesPriceQuantity', ({ item }) => unitPrice(basePrice(item), options).quantity),
    day('SalesPriceDate', ({ item }) => (item.listPrice === null ? null : item.createdOn)),
  ];
}
