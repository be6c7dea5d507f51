import { type ODataFilter, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { answered, type P21Context } from '../epicor-p21.context';
import { keyIs, living, ofCompany } from '../tables/conditions';
import { openOptional, openTable, type OpenTable } from '../tables/open-table';
import { allRows, type Row, rowsWithKeys } from '../tables/rows';
import {
  CUSTOMER_PART_SHAPE,
  type CustomerPartRow,
  customerPartRowSchema,
  ITEM_SHAPE,
  type ItemRow,
  itemRowSchema,
  UNIT_SHAPE,
  type UnitRow,
  unitRowSchema,
} from './item.schema';

export function openItems(context: P21Context, call: ErpCall): Promise<OpenTable> {
  return openTable(context, ITEM_SHAPE, call);
}

export function toItemRow(context: P21Context, row: Row): ItemRow {
  return parseVendor(itemRowSchema, row, answered(context, 'items'));
}

/** Items by their text id or by their uid, whichever of them Prophet 21 has. */
export async function itemRows(
  context: P21Context,
  { field, keys }: { readonly field: 'item_id' | 'inv_mast_uid'; readonly keys: readonly string[] },
  call: ErpCall,
): Promise<readonly ItemRow[]> {
  const table = await openItems(context, call);
  const rows = await rowsWithKeys(context, { table, field, keys, where: [], orderBy: ['inv_mast_uid'] }, call);
  return rows.map((row) => toItemRow(context, row));
}

/** A deleted item may have left its id to another that lives. */
export function isLiving(row: ItemRow): boolean {
  const flagged = row.row_status_flag === 700 || row.row_status_flag === 705;
  return row.delete_flag !== true && row.inactive !== true && !flagged;
}

/** The items asked for, the living one where an id was used twice. */
export function preferLiving(rows: readonly ItemRow[]): readonly ItemRow[] {
  const ranked = [...rows].sort((left, right) => Number(isLiving(left)) - Number(isLiving(right)));
  return [...new Map(ranked.map((row) => [row.item_id.toUpperCase(), row])).values()];
}

function toParts(context: P21Context, rows: readonly Row[]): readonly CustomerPartRow[] {
  return rows.map((row) => parseVendor(customerPartRowSchema, row, answered(context, 'customer part numbers')));
}

/** Customer part numbers of items; none where the site has no such table. */
export async function partsOfItems(
  context: P21Context,
  uids: readonly string[],
  call: ErpCall,
): Promise<readonly CustomerPartRow[]> {
  const table = await openOptional(context, CUSTOMER_PART_SHAPE, call);
  if (table === undefined) return [];
  const where = [...ofCompany(table, context.settings), ...living(table)];
  const query = { field: 'inv_mast_uid', keys: uids, where, orderBy: ['customer_id', 'their_item_id'] };
  return toParts(context, await rowsWithKeys(context, { table, ...query }, call));
}

/** Items that a customer, or any, calls by exactly this number. */
export async function partsByNumber(
  context: P21Context,
  { number, customer }: { readonly number: string; readonly customer: string | undefined },
  call: ErpCall,
): Promise<readonly CustomerPartRow[]> {
  const table = await openOptional(context, CUSTOMER_PART_SHAPE, call);
  const named = table === undefined ? undefined : keyIs(table, 'their_item_id', number);
  if (table === undefined || named === undefined) return [];
  const owner: ODataFilter | undefined = customer === undefined ? undefined : keyIs(table, 'customer_id', customer);
  if (customer !== undefined && owner === undefined) return [];
  const where = [
    named,
    ...(owner === undefined ? [] : [owner]),
    ...ofCompany(table, context.settings),
    ...living(table),
  ];
  return toParts(context, await allRows(context, { table, where, orderBy: ['inv_mast_uid', 'customer_id'] }, call));
}

export async function unitsOfItems(
  context: P21Context,
  uids: readonly string[],
  call: ErpCall,
): Promise<readonly UnitRow[]> {
  const table = await openOptional(context, UNIT_SHAPE, call);
  if (table === undefined) return [];
  const query = { field: 'inv_mast_uid', keys: uids, where: living(table), orderBy: ['unit_of_measure'] };
  const rows = await rowsWithKeys(context, { table, ...query }, call);
  return rows.map((row) => parseVendor(unitRowSchema, row, answered(context, 'units')));
}
