import { type ODataQuery, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { numberIs } from '../client/search-words';
import { answered, type BcContext } from '../dynamics365-bc.context';
import { type ItemRow, itemSchema, type ItemUnitRow, itemUnitSchema } from './item.schema';

export async function itemRows(context: BcContext, query: ODataQuery, call: ErpCall): Promise<readonly ItemRow[]> {
  const rows = await context.client.rows({ from: 'standard', set: 'items', query, what: 'items' }, call);
  const parsed = rows.map((row) => parseVendor(itemSchema, row, answered(context, 'items')));
  for (const { id, number } of parsed) context.numbers.learn('item', id, number);
  return parsed;
}

/** Units of these items where the tenant's extension lists them. */
export async function unitRows(
  context: BcContext,
  items: readonly string[],
  call: ErpCall,
): Promise<readonly ItemUnitRow[]> {
  const set = context.settings.sets.itemUnits;
  if (set === undefined || items.length === 0) return [];
  const query = { filter: numberIs('itemNumber', items) };
  const rows = await context.client.rows({ from: 'extension', set, query, what: 'units of items' }, call);
  return rows.map((row) => parseVendor(itemUnitSchema, row, answered(context, 'units of items')));
}
