import { equalsText, type ODataFilter, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { anyInChunks } from '../client/filter-chunks';
import { inTurn } from '../client/in-turn';
import { answered, holdsKey, type SapContext } from '../sap-s4hana.context';
import {
  MATERIAL_STOCK_SHAPE,
  materialStockSchema,
  STOCK_ROW_SHAPE,
  type StockRow,
  stockRowSchema,
} from './stock.shapes';

export interface StockQuestion {
  readonly items: readonly string[];
  readonly plant: string | undefined;
}

const CHUNK_WIDTH = 3;

/** Every row of stock of the items, whether it counts or not. */
export function stockRows(context: SapContext, question: StockQuestion, call: ErpCall): Promise<readonly StockRow[]> {
  return context.settings.stockRead === 'direct'
    ? direct(context, question, call)
    : byMaterial(context, question, call);
}

/** Whether a row counts as on hand at this site: by default unrestricted stock that belongs to nobody else. */
export function countsOnHand({ settings }: SapContext, row: StockRow): boolean {
  const { InventoryStockType: type, InventorySpecialStockType: special } = row;
  return settings.stockTypes.has(type ?? '') && (special === undefined || settings.specialStockTypes.has(special));
}

function materials(context: SapContext, items: readonly string[]): readonly ODataFilter[] {
  return anyInChunks(items.map((value) => holdsKey(context, 'Material', { kind: 'material', value })));
}

async function direct(
  context: SapContext,
  { items, plant }: StockQuestion,
  call: ErpCall,
): Promise<readonly StockRow[]> {
  const ofPlant = plant === undefined ? [] : [equalsText('Plant', plant)];
  const what = 'stock';
  const rows = await inTurn(materials(context, items), CHUNK_WIDTH, (any) =>
    context.reads.all({ api: 'stock', shape: STOCK_ROW_SHAPE, what, filter: { all: [...ofPlant, any] } }, call),
  );
  return rows.flat().map((row) => parseVendor(stockRowSchema, row, answered(context, what)));
}

async function byMaterial(context: SapContext, { items }: StockQuestion, call: ErpCall): Promise<readonly StockRow[]> {
  const what = 'stock';
  const rows = await inTurn(materials(context, items), CHUNK_WIDTH, (filter) =>
    context.reads.all({ api: 'stock', shape: MATERIAL_STOCK_SHAPE, what, filter }, call),
  );
  return rows.flat().flatMap((row) => parseVendor(materialStockSchema, row, answered(context, what)).rows);
}
