import { parseVendor, refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import type {
  AvailabilityQuery,
  AvailabilityReader,
  AvailabilityView,
  BatchPage,
  ErpCall,
} from '@headwater/erp-contracts';
import { fetchAll } from '../client/table-reads';
import type { SxeRow } from '../client/tables';
import { all, any, equals } from '../client/where';
import { answered, readingOf, type SxeContext } from '../infor-sxe.context';
import { MAX_BATCH } from '../infor-sxe.manifest';
import { distinctKeys, itemRows, sameKey } from '../items/item-rows';
import { toAvailabilityView } from './availability.mapper';
import { type StockRow, stockRowSchema, type WarehouseRow, warehouseRowSchema } from './warehouse-stock.schema';

/** Warehouses come and go by the year; as long as items and customers may be shown. */
const REFERENCE_MS = 300_000;

/** Reads stock per item and warehouse straight from the tables SX.e itself counts in. */
export function createAvailabilityReader(context: SxeContext): AvailabilityReader {
  return { list: (query, call) => readingOf(context, () => availability(context, query, call)) };
}

async function availability(
  context: SxeContext,
  query: AvailabilityQuery,
  call: ErpCall,
): Promise<BatchPage<AvailabilityView>> {
  refuseLargeBatch(query.items.length, MAX_BATCH);
  const items = [...new Set(query.items.map((item) => item.trim()))].filter((item) => item !== '');
  if (items.length === 0) return { items: [], nextCursor: null, notFound: [] };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const listed = warehouseRows(context, sibling);
    const [products, stock, warehouses] = await Promise.all([
      itemRows(context, items, sibling),
      stockRows(context, { items, warehouse: query.warehouse, warehouses: listed }, sibling),
      listed,
    ]);
    const names = new Map(warehouses.map((warehouse) => [warehouse.whse.toUpperCase(), warehouse.name]));
    const views = products.flatMap((product) =>
      stock
        .filter((row) => sameKey(row.prod, product.prod))
        .map((row) =>
          toAvailabilityView(row, {
            connectionId: context.connectionId,
            item: product.prod,
            unit: product.unitstock,
            warehouseName: names.get(row.whse.toUpperCase()),
          }),
        ),
    );
    const notFound = items.filter((item) => !products.some((product) => sameKey(product.prod, item)));
    return { items: views, nextCursor: null, notFound };
  });
}

interface StockQuestion {
  readonly items: readonly string[];
  readonly warehouse: string | undefined;
  /** All there are. */
  readonly warehouses: Promise<readonly WarehouseRow[]>;
}

async function stockRows(
  context: SxeContext,
  { items, warehouse, warehouses }: StockQuestion,
  call: ErpCall,
): Promise<readonly StockRow[]> {
  const products = any(...items.map((item) => equals('prod', item)));
  const where = warehouse === undefined ? products : all(equals('whse', warehouse), products);
  const { allocatedColumns, nextReceiptColumn, slashOrder } = context.settings;
  const schema = stockRowSchema({ allocated: allocatedColumns, nextReceipt: nextReceiptColumn, slashOrder });
  // An item has one row in a warehouse. Where stock lies in one that is not listed, their number says nothing.
  const isWhole = async (found: readonly SxeRow[]): Promise<boolean> => {
    const listed = warehouse === undefined ? (await warehouses).map(({ whse }) => whse) : [warehouse];
    const areListed = found.every((row) => listed.some((whse) => sameKey(whse, String(row['whse'] ?? ''))));
    return areListed && found.length >= distinctKeys(items) * distinctKeys(listed);
  };
  const rows = await fetchAll(context, { table: 'icsw', where, isWhole }, call);
  return rows.map((row) => parseVendor(schema, row, answered(context, 'warehouse stock')));
}

async function warehouseRows(context: SxeContext, call: ErpCall): Promise<readonly WarehouseRow[]> {
  const rows = await fetchAll(context, { table: 'icsd', referenceMs: REFERENCE_MS }, call);
  return rows.map((row) => parseVendor(warehouseRowSchema, row, answered(context, 'warehouses')));
}
