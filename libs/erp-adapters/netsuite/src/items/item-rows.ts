import type { ErpCall } from '@headwater/erp-contracts';
import type { NetsuiteContext } from '../netsuite.context';
import type { NetsuiteSettings } from '../settings/netsuite.settings';
import { readAll, readInParts } from '../sql/reads';
import { oneOfTexts, type Sql, sql, sqlText } from '../sql/sql';
import { type ItemRow, itemRowSchema } from './item.schema';

const COLUMNS = sql`i.id AS id, i.itemid AS itemid, i.displayname AS displayname, i.description AS description, i.itemtype AS itemtype, i.isinactive AS isinactive, BUILTIN.DF(i.stockunit) AS stockunit, BUILTIN.DF(i.saleunit) AS saleunit, i.upccode AS upccode`;

/** A query over `item i`. */
export function itemsWhere(condition: Sql): Sql {
  return sql`SELECT ${COLUMNS} FROM item i WHERE ${condition} ORDER BY i.itemid, i.id`;
}

/** Items by number; unknown numbers have no row. */
export async function itemRows(
  context: NetsuiteContext,
  numbers: readonly string[],
  call: ErpCall,
): Promise<readonly ItemRow[]> {
  return readInParts(context, numbers, (part) =>
    readAll(context, { query: itemsWhere(oneOfTexts(sql`i.itemid`, part)), row: itemRowSchema, what: 'items' }, call),
  );
}

/** Numbers as asked for, each once, without the blank ones. Throws `invalid-request` for one no query can hold. */
export function distinctNumbers(numbers: readonly string[]): readonly string[] {
  const distinct = [...new Set(numbers.map((number) => number.trim()))];
  return distinct.filter((number) => number !== '').map((number) => sqlText(number).text);
}

type Units = Pick<ItemRow, 'stockunit' | 'saleunit'>;

/** The unit stock is counted in. */
export function stockUnit({ stockunit, saleunit }: Units, { defaultUnit }: NetsuiteSettings): string {
  return stockunit ?? saleunit ?? defaultUnit;
}

/** The unit an item is sold and priced in. */
export function saleUnit({ stockunit, saleunit }: Units, { defaultUnit }: NetsuiteSettings): string {
  return saleunit ?? stockunit ?? defaultUnit;
}

export function itemDescription({ displayname, description }: Pick<ItemRow, 'displayname' | 'description'>): string {
  return displayname ?? description ?? '';
}
