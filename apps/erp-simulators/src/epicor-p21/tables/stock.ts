import type { Decimal } from '@headwater/kernel';
import type { StockLevel } from '../../world/model/item';
import type { CompanyCode, Warehouse } from '../../world/model/party';
import { COMPANIES, WAREHOUSES } from '../../world/organisation';
import { allocatedOf } from '../../world/stock/stock-ledger';
import { COMPANY_IDS, locationId } from '../p21-keys';
import { flag, id, moment, quantity, text, uid, type Column, type Scene } from './column';
import { itemsIn } from './items';
import { tableOf, type Pins } from './table';

function levelsIn(scene: Scene, pins: Pins): readonly StockLevel[] {
  return itemsIn(scene, pins).flatMap((item) => scene.world.stock.ofItem(item.number));
}

interface StockRow {
  readonly level: StockLevel;
  readonly company: CompanyCode;
}

/** Both companies sell from every warehouse, so that each has its row of the same stock. */
function stockRowsIn(scene: Scene, pins: Pins): readonly StockRow[] {
  const all = COMPANIES.map(({ code }) => code);
  const companies = scene.options.sharedStock === 'row-per-company' ? all : all.slice(0, 1);
  return levelsIn(scene, pins).flatMap((level) => companies.map((company) => ({ level, company })));
}

export const invLoc = tableOf<StockRow>({
  surface: 'table',
  name: 'inv_loc',
  key: ['company_id', 'inv_mast_uid', 'location_id'],
  columns: [
    uid('inv_mast_uid', ({ level }, { keys }) => keys.itemUid(level.item)),
    id('location_id', ({ level }) => locationId(level.warehouse)),
    text('company_id', 8, ({ company }) => COMPANY_IDS[company]),
    quantity('qty_on_hand', ({ level }) => level.onHand),
    quantity('qty_allocated', ({ level }, { options }) =>
      options.reservedStock === 'allocated' ? allocatedOf(level) : level.committed,
    ),
    quantity('qty_backordered', () => '0'),
    quantity('qty_in_process', () => '0'),
    quantity('qty_in_transit', () => '0'),
    quantity('order_quantity', ({ level }) => level.onOrder),
    flag('sellable', ({ level }, { world }) => world.items.get(level.item)?.active ?? false),
    flag('stockable', () => true),
    flag('discontinued', ({ level }, { world }) => world.items.get(level.item)?.active !== true),
    text('primary_bin', 10, () => 'A-01-01'),
    quantity('moving_average_cost', ({ level }, { world }) => world.items.get(level.item)?.cost ?? null),
    flag('delete_flag', () => false),
    moment('date_last_modified', ({ level }, { modified }) => modified.stock(level)),
  ],
  entities: stockRowsIn,
});

type Withheld = 'qty_non_pickable' | 'qty_quarantined' | 'qty_frozen';
const WITHHELD: readonly Withheld[] = ['qty_non_pickable', 'qty_quarantined', 'qty_frozen'];

/** What the distributor keeps back: of each item in one of the three ways, so that all three have to be taken off. */
export function withheldOf(level: StockLevel, column: Withheld, { keys, options }: Scene): Decimal {
  const place = keys.itemPlace(level.item);
  return options.reservedStock === 'stock-status' && WITHHELD[place % WITHHELD.length] === column
    ? level.reserved
    : '0';
}

const withheld: readonly Column<StockLevel>[] = WITHHELD.map((column) =>
  quantity(column, (level, scene) => withheldOf(level, column, scene)),
);

export const invLocStockStatus = tableOf<StockLevel>({
  surface: 'table',
  name: 'inv_loc_stock_status',
  key: ['inv_mast_uid', 'location_id'],
  columns: [
    uid('inv_mast_uid', (level, { keys }) => keys.itemUid(level.item)),
    id('location_id', (level) => locationId(level.warehouse)),
    ...withheld,
    quantity('qty_to_transfer', () => '0'),
    moment('date_last_modified', (level, { modified }) => modified.stock(level)),
  ],
  entities: levelsIn,
});

export const location = tableOf<Warehouse>({
  surface: 'table',
  name: 'location',
  key: ['location_id'],
  columns: [
    id('location_id', ({ code }) => locationId(code)),
    text('location_name', 50, ({ name }) => name),
    flag('delete_flag', () => false),
  ],
  entities: () => WAREHOUSES,
});
