import { refuseLargeBatch, withSiblings } from '@headwater/erp-adapter-kit';
import type {
  AvailabilityQuery,
  AvailabilityReader,
  AvailabilityView,
  BatchPage,
  ErpCall,
} from '@headwater/erp-contracts';
import { type FscmContext, readingOf } from '../dynamics365-fscm.context';
import { MAX_BATCH } from '../dynamics365-fscm.manifest';
import { distinctKeys } from '../entities/key-chunks';
import { foldedKey, sameKey } from '../entities/keys';
import { itemRows } from '../items/item-rows';
import { itemUnitShape } from '../items/item.schema';
import { stockOnHand, type StockQuestion, warehouseNames } from './on-hand';
import { type Stock, toAvailabilityView } from './stock';
import { visibleStock } from './visible-stock';

/** Reads stock per item and warehouse, from the on-hand entity or from Inventory Visibility. */
export function createAvailabilityReader(context: FscmContext): AvailabilityReader {
  return { list: (query, call) => readingOf(context, () => availability(context, query, call)) };
}

async function availability(
  context: FscmContext,
  query: AvailabilityQuery,
  call: ErpCall,
): Promise<BatchPage<AvailabilityView>> {
  refuseLargeBatch(query.items.length, MAX_BATCH);
  const items = distinctKeys(query.items);
  if (items.length === 0) return { items: [], nextCursor: null, notFound: [] };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [known, stock, names] = await Promise.all([
      itemRows(context, { shape: itemUnitShape, items }, sibling),
      stockOf(context, { items, warehouse: query.warehouse?.trim() }, sibling),
      warehouseNames(context, sibling),
    ]);
    const views = known.flatMap((item) =>
      stock
        .filter((row) => sameKey(row.item, item.ItemNumber))
        .map((row) =>
          toAvailabilityView(row, {
            connectionId: context.connectionId,
            item: item.ItemNumber,
            unit: item.InventoryUnitSymbol,
            warehouseName: names.get(foldedKey(row.warehouse)),
          }),
        ),
    );
    const notFound = items.filter((item) => !known.some(({ ItemNumber }) => sameKey(ItemNumber, item)));
    return { items: views, nextCursor: null, notFound };
  });
}

function stockOf(context: FscmContext, question: StockQuestion, call: ErpCall): Promise<readonly Stock[]> {
  return context.settings.visibility === undefined
    ? stockOnHand(context, question, call)
    : visibleStock(context, question, call);
}
