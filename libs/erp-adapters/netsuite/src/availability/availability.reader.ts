import { refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import type {
  AvailabilityQuery,
  AvailabilityReader,
  AvailabilityView,
  BatchPage,
  ErpCall,
} from '@headwater/erp-contracts';
import { distinctNumbers } from '../items/item-rows';
import { type NetsuiteContext, readingOf, unknown } from '../netsuite.context';
import { MAX_STOCK_BATCH } from '../netsuite.manifest';
import { toAvailabilityView, type Warehouse, warehouseOf } from './availability.mapper';
import type { StockRow } from './stock.schema';
import { locationRows, stockRows } from './stock-rows';

/** Types of items NetSuite keeps stock of. */
const STOCKED: ReadonlySet<string> = new Set(['InvtPart', 'Assembly']);

/** Reads stock per item and location, as NetSuite itself counts it. */
export function createAvailabilityReader(context: NetsuiteContext): AvailabilityReader {
  return { list: (query, call) => readingOf(context, () => availability(context, query, call)) };
}

async function availability(
  context: NetsuiteContext,
  query: AvailabilityQuery,
  call: ErpCall,
): Promise<BatchPage<AvailabilityView>> {
  refuseLargeBatch(query.items.length, MAX_STOCK_BATCH);
  const items = distinctNumbers(query.items);
  if (items.length === 0) return { items: [], nextCursor: null, notFound: [] };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const rows = await stockRows(context, items, sibling);
    const known = new Set(rows.map(({ itemid }) => itemid));
    return {
      items: await inWarehouses(context, { rows, asked: query.warehouse?.trim() }, sibling),
      nextCursor: null,
      notFound: items.filter((item) => !known.has(item)),
    };
  });
}

interface Stock {
  readonly rows: readonly StockRow[];
  readonly asked: string | undefined;
}

function inWarehouses(context: NetsuiteContext, stock: Stock, call: ErpCall): Promise<readonly AvailabilityView[]> {
  return context.settings.multiLocation ? byLocation(context, stock, call) : inTheOne(context, stock);
}

async function inTheOne(context: NetsuiteContext, { rows, asked }: Stock): Promise<readonly AvailabilityView[]> {
  const key = context.settings.singleWarehouse;
  if (asked !== undefined && asked !== key) throw unknown(context, 'warehouse');
  return rows.map((row) => toAvailabilityView(row, { key }, context));
}

/** Where the row is, or `undefined` for one that only says that the item has no stock record. */
function placeOf({ location, locationname }: StockRow, context: NetsuiteContext): Warehouse | undefined {
  if (location === undefined) return undefined;
  return warehouseOf({ id: location, name: locationname ?? location }, context.settings);
}

/** What has no record at a location has no stock there: an item of which nothing is recorded is out, not unknown. */
async function byLocation(
  context: NetsuiteContext,
  { rows, asked }: Stock,
  call: ErpCall,
): Promise<readonly AvailabilityView[]> {
  const placed = rows.flatMap((row) => {
    const warehouse = placeOf(row, context);
    return warehouse === undefined ? [] : [{ row, warehouse }];
  });
  const recorded = placed.filter(({ warehouse }) => asked === undefined || warehouse.key === asked);
  const withRecord = new Set(recorded.map(({ row }) => row.itemid));
  const without = [...new Map(rows.map((row) => [row.itemid, row])).values()].filter(
    ({ itemid, itemtype }) => !withRecord.has(itemid) && STOCKED.has(itemtype ?? ''),
  );
  const isUncertain = without.length > 0 || (asked !== undefined && recorded.length === 0);
  const missing = isUncertain ? await warehouses(context, asked, call) : [];
  return [
    ...recorded.map(({ row, warehouse }) => toAvailabilityView(row, warehouse, context)),
    ...without.flatMap((row) => missing.map((warehouse) => toAvailabilityView(nothingOf(row), warehouse, context))),
  ];
}

function nothingOf(row: StockRow): StockRow {
  return { ...row, quantityonhand: '0', quantityavailable: '0', quantitycommitted: '0', quantityonorder: '0' };
}

/** The warehouse asked for, or all. Throws `not-found` for one NetSuite does not know. */
async function warehouses(
  context: NetsuiteContext,
  asked: string | undefined,
  call: ErpCall,
): Promise<readonly Warehouse[]> {
  const all = (await locationRows(context, call)).map((row) => warehouseOf(row, context.settings));
  if (asked === undefined) return all;
  const mine = all.filter(({ key }) => key === asked);
  if (mine.length === 0) throw unknown(context, 'warehouse');
  return mine;
}
