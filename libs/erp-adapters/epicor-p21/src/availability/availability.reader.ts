import { parseVendor, refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import type {
  AvailabilityQuery,
  AvailabilityReader,
  AvailabilityView,
  BatchPage,
  ErpCall,
} from '@headwater/erp-contracts';
import { answered, type P21Context, readingOf } from '../epicor-p21.context';
import { MAX_BATCH } from '../epicor-p21.manifest';
import { itemRows, preferLiving } from '../items/item-rows';
import type { ItemRow } from '../items/item.schema';
import { living, ofCompany, keyIs } from '../tables/conditions';
import { openOptional, openTable, type OpenTable } from '../tables/open-table';
import { rowsWithKeys } from '../tables/rows';
import { groupBy, sameKey } from '../tables/values';
import { toAvailabilityView } from './availability.mapper';
import {
  BLOCKED_SHAPE,
  type BlockedRow,
  blockedSchema,
  LOCATION_SHAPE,
  locationSchema,
  STOCK_SHAPE,
  type StockRow,
  stockSchema,
} from './stock.schema';

/** Reads stock per item and location of the company: one read for a whole batch of each table. */
export function createAvailabilityReader(context: P21Context): AvailabilityReader {
  return { list: (query, call) => readingOf(context, () => availability(context, query, call)) };
}

async function availability(
  context: P21Context,
  query: AvailabilityQuery,
  call: ErpCall,
): Promise<BatchPage<AvailabilityView>> {
  refuseLargeBatch(query.items.length, MAX_BATCH);
  const asked = [...new Set(query.items.map((item) => item.trim()))].filter((item) => item !== '');
  if (asked.length === 0) return { items: [], nextCursor: null, notFound: [] };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const found = preferLiving(await itemRows(context, { field: 'item_id', keys: asked }, sibling));
    const items = found.filter((row) => asked.some((item) => sameKey(item, row.item_id)));
    return {
      items: await views(context, { items, warehouse: query.warehouse }, sibling),
      nextCursor: null,
      notFound: asked.filter((item) => !items.some((row) => sameKey(row.item_id, item))),
    };
  });
}

interface StockQuestion {
  readonly items: readonly ItemRow[];
  readonly warehouse: string | undefined;
}

function placeKey(row: { readonly inv_mast_uid: string; readonly location_id: string }): string {
  return `${row.inv_mast_uid}@${row.location_id}`;
}

async function views(
  context: P21Context,
  { items, warehouse }: StockQuestion,
  call: ErpCall,
): Promise<readonly AvailabilityView[]> {
  const uids = items.map((row) => row.inv_mast_uid);
  const [stock, blocked] = await Promise.all([
    stockRows(context, { uids, warehouse }, call),
    blockedRows(context, { uids, warehouse }, call),
  ]);
  const names = await locationNames(context, stock, call);
  const stockOf = groupBy(stock, (row) => row.inv_mast_uid);
  const blockedAt = groupBy(blocked, placeKey);
  return items.flatMap((item) =>
    (stockOf.get(item.inv_mast_uid.toUpperCase()) ?? []).map((row) =>
      toAvailabilityView(row, {
        connectionId: context.connectionId,
        item: item.item_id,
        unit: item.base_unit ?? context.settings.defaultUnit,
        warehouseName: names.get(row.location_id),
        blocked: blockedAt.get(placeKey(row).toUpperCase()) ?? [],
      }),
    ),
  );
}

interface PlaceQuestion {
  readonly uids: readonly string[];
  readonly warehouse: string | undefined;
}

/** `undefined` where no row can be at the warehouse asked for. */
function atWarehouse(table: OpenTable, warehouse: string | undefined) {
  const condition = warehouse === undefined ? undefined : keyIs(table, 'location_id', warehouse);
  if (warehouse !== undefined && condition === undefined) return undefined;
  return condition === undefined ? [] : [condition];
}

async function stockRows(
  context: P21Context,
  { uids, warehouse }: PlaceQuestion,
  call: ErpCall,
): Promise<readonly StockRow[]> {
  const table = await openTable(context, STOCK_SHAPE, call);
  const place = atWarehouse(table, warehouse);
  if (place === undefined) return [];
  const where = [...place, ...ofCompany(table, context.settings), ...living(table)];
  const query = { field: 'inv_mast_uid', keys: uids, where, orderBy: ['location_id'] };
  const rows = await rowsWithKeys(context, { table, ...query }, call);
  return rows.map((row) => parseVendor(stockSchema, row, answered(context, 'stock')));
}

async function blockedRows(
  context: P21Context,
  { uids, warehouse }: PlaceQuestion,
  call: ErpCall,
): Promise<readonly BlockedRow[]> {
  const table = await openOptional(context, BLOCKED_SHAPE, call);
  const place = table === undefined ? undefined : atWarehouse(table, warehouse);
  if (table === undefined || place === undefined) return [];
  const where = [...place, ...ofCompany(table, context.settings)];
  const query = { field: 'inv_mast_uid', keys: uids, where, orderBy: ['location_id'] };
  const rows = await rowsWithKeys(context, { table, ...query }, call);
  return rows.map((row) => parseVendor(blockedSchema, row, answered(context, 'blocked stock')));
}

async function locationNames(
  context: P21Context,
  stock: readonly StockRow[],
  call: ErpCall,
): Promise<ReadonlyMap<string, string>> {
  const table = await openTable(context, LOCATION_SHAPE, call);
  const keys = stock.map((row) => row.location_id);
  const rows = await rowsWithKeys(context, { table, field: 'location_id', keys, where: [], orderBy: [] }, call);
  const locations = rows.map((row) => parseVendor(locationSchema, row, answered(context, 'locations')));
  return new Map(locations.map((row) => [row.location_id, row.location_name ?? row.location_id]));
}
