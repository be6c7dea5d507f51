import { addDecimals, subtractDecimals, type Decimal } from '@headwater/kernel';
import type { Item, StockLevel } from '../../world/model/item';
import type { CompanyCode } from '../../world/model/party';
import { WAREHOUSES } from '../../world/organisation';
import { siteOf } from '../companies';
import { NO_YES, noYes } from '../edm/enums';
import { entitySet } from '../edm/entity-set';
import { blank, computed, decimal, symbol, text } from '../edm/properties';
import type { EntitySet, Property, Scan } from '../edm/schema';
import type { FscmOptions } from '../options';
import { companyColumn } from './customers-in';
import { itemsIn } from './items-in';
import { stockParts, type StockPart } from './stock-split';

interface OnHandSource extends StockPart {
  readonly company: CompanyCode;
  readonly item: Item;
}

/** Several rows for one item in one warehouse: one for each combination of dimensions. */
export function warehousesOnHand(options: FscmOptions): EntitySet {
  return entitySet<OnHandSource>(
    {
      name: 'WarehousesOnHandV2',
      entity: 'WarehouseOnHandV2',
      table: 'InventInventoryWarehouseOnHandV2Entity',
      key: [
        'dataAreaId',
        'ItemNumber',
        'ProductColorId',
        'ProductConfigurationId',
        'ProductSizeId',
        'ProductStyleId',
        'ProductVersionId',
        'InventorySiteId',
        'InventoryWarehouseId',
      ],
      properties: [...dimensions, ...quantities(options)],
      find,
    },
    options,
  );
}

const dimensions: readonly Property<OnHandSource>[] = [
  companyColumn(),
  text('ItemNumber', ({ item }) => item.number),
  text('ProductColorId', ({ color }) => color),
  ...blank<OnHandSource>('ProductConfigurationId', 'ProductSizeId', 'ProductStyleId', 'ProductVersionId'),
  text('InventorySiteId', ({ level }) => siteOf(level.warehouse)),
  text('InventoryWarehouseId', ({ level }) => level.warehouse),
  computed(text('ProductName', ({ item }) => item.description)),
  symbol('AreWarehouseManagementProcessesUsed', NO_YES, ({ level }) => noYes(level.warehouse === 'MAIN')),
];

/** Everything that is promised counts as reserved, so that demand not yet reserved is 0. */
function quantities({ incomingColumn }: FscmOptions): readonly Property<OnHandSource>[] {
  const incoming = (column: string, { onOrder }: OnHandSource): Decimal => (column === incomingColumn ? onOrder : '0');
  return [
    decimal('OnHandQuantity', ({ onHand }) => onHand),
    decimal('ReservedOnHandQuantity', ({ allocated }) => allocated),
    computed(decimal('AvailableOnHandQuantity', availableOf)),
    decimal('OrderedQuantity', (source) => incoming('OrderedQuantity', source)),
    decimal('OnOrderQuantity', (source) => incoming('OnOrderQuantity', source)),
    decimal('ReservedOrderedQuantity', () => '0'),
    computed(decimal('AvailableOrderedQuantity', ({ onOrder }) => onOrder)),
    computed(decimal('TotalAvailableQuantity', (source) => addDecimals(availableOf(source), source.onOrder))),
  ];
}

function availableOf({ onHand, allocated }: StockPart): Decimal {
  return subtractDecimals(onHand, allocated);
}

/** Made one by one: there are tens of thousands, and a page needs few. */
function* find(scan: Scan): Iterable<OnHandSource> {
  const items = itemsIn(scan, 'ItemNumber');
  const wanted = warehousesIn(scan);
  for (const company of scan.companies)
    for (const item of items)
      for (const level of levelsOf(scan, item, wanted))
        for (const part of stockParts(level)) yield { ...part, company, item };
}

function warehousesIn({ pins }: Scan): readonly string[] {
  const pinned = pins('InventoryWarehouseId');
  const codes = WAREHOUSES.map(({ code }) => code);
  if (pinned === undefined) return codes;
  const upper = new Set([...pinned].map((code) => code.toUpperCase()));
  return codes.filter((code) => upper.has(code));
}

function levelsOf({ world }: Scan, item: Item, warehouses: readonly string[]): readonly StockLevel[] {
  return warehouses.flatMap((warehouse) => world.stock.get(item.number, warehouse) ?? []);
}
