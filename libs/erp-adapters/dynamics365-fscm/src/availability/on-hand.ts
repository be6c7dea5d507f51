import { equalsText } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { FscmContext } from '../dynamics365-fscm.context';
import { rowsByKeys } from '../entities/keyed-rows';
import { foldedKey, sameKey } from '../entities/keys';
import { ifPublished } from '../entities/dispensable';
import { readRows } from '../entities/entity-reads';
import { onHandShape, warehouseShape } from './on-hand.schema';
import { perWarehouse, type Stock } from './stock';

export interface StockQuestion {
  readonly items: readonly string[];
  readonly warehouse: string | undefined;
}

/** Stock as the on-hand entity has it, one figure per item and warehouse. */
export async function stockOnHand(
  context: FscmContext,
  { items, warehouse }: StockQuestion,
  call: ErpCall,
): Promise<readonly Stock[]> {
  const rows = await rowsByKeys(
    context,
    {
      purpose: 'on-hand',
      shape: onHandShape,
      what: 'stock',
      keyField: 'ItemNumber',
      keys: items,
      ...(warehouse === undefined ? {} : { and: equalsText('InventoryWarehouseId', warehouse) }),
    },
    call,
  );
  const inPlace = rows.filter((row) => warehouse === undefined || sameKey(row.InventoryWarehouseId, warehouse));
  return perWarehouse(
    inPlace.map((row) => ({
      item: row.ItemNumber,
      warehouse: row.InventoryWarehouseId,
      onHand: row.OnHandQuantity,
      allocated: row.ReservedOnHandQuantity,
      available: row.AvailableOnHandQuantity,
      onOrder: row[context.settings.onOrderField],
    })),
  );
}

/** Names by folded warehouse number; none where this environment publishes no warehouses. */
export async function warehouseNames(
  context: FscmContext,
  call: ErpCall,
): Promise<ReadonlyMap<string, string | undefined>> {
  const query = { purpose: 'warehouses', shape: warehouseShape, what: 'warehouses' } as const;
  const rows = await ifPublished(context, { purpose: query.purpose, call }, () => readRows(context, query, call));
  return new Map((rows ?? []).map((row) => [foldedKey(row.WarehouseId), row.WarehouseName]));
}
