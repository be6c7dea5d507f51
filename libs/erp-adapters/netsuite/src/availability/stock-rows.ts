import type { ErpCall } from '@headwater/erp-contracts';
import type { NetsuiteContext } from '../netsuite.context';
import { readAll, readInParts } from '../sql/reads';
import { column, NOTHING, oneOfTexts, type Sql, sql } from '../sql/sql';
import { type LocationRow, locationSchema, type StockRow, stockRowSchema } from './stock.schema';

const ITEM = sql`i.itemid AS itemid, i.itemtype AS itemtype, BUILTIN.DF(i.stockunit) AS stockunit, BUILTIN.DF(i.saleunit) AS saleunit`;

/**
 * By location, out of the one table that covers all types of items. An item without a stock record has no row in it,
 * and would seem unknown without the outer join.
 */
function byLocation(items: readonly string[]): Sql {
  return sql`SELECT ${ITEM}, a.location AS location, l.name AS locationname, NVL(a.quantityonhand, 0) AS quantityonhand, NVL(a.quantityavailable, 0) AS quantityavailable, NVL(a.quantitycommitted, 0) AS quantitycommitted, NVL(a.quantityonorder, 0) AS quantityonorder FROM item i LEFT JOIN aggregateitemlocation a ON a.item = i.id LEFT JOIN location l ON l.id = a.location WHERE ${oneOfTexts(sql`i.itemid`, items)} ORDER BY i.id, a.location`;
}

/** Without Multi-Location Inventory, stock is a matter of the item. */
function ofItem(items: readonly string[]): Sql {
  return sql`SELECT ${ITEM}, NVL(i.quantityonhand, 0) AS quantityonhand, NVL(i.quantityavailable, 0) AS quantityavailable, NVL(i.quantitycommitted, 0) AS quantitycommitted, NVL(i.quantityonorder, 0) AS quantityonorder FROM item i WHERE ${oneOfTexts(sql`i.itemid`, items)} ORDER BY i.id`;
}

export async function stockRows(
  context: NetsuiteContext,
  items: readonly string[],
  call: ErpCall,
): Promise<readonly StockRow[]> {
  const query = context.settings.multiLocation ? byLocation : ofItem;
  return readInParts(context, items, (part) =>
    readAll(context, { query: query(part), row: stockRowSchema, what: 'stock' }, call),
  );
}

/** Every location in use. */
export function locationRows(context: NetsuiteContext, call: ErpCall): Promise<readonly LocationRow[]> {
  const { inactiveLocationColumn: inactive } = context.settings;
  const inUse = inactive === undefined ? NOTHING : sql`WHERE ${column(`l.${inactive}`)} = 'F'`;
  const query = sql`SELECT l.id AS id, l.name AS name FROM location l ${inUse} ORDER BY l.id`;
  return readAll(context, { query, row: locationSchema, what: 'locations' }, call);
}
