import { parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { fetchAll, fetchFirst } from '../client/table-reads';
import type { SxeRow } from '../client/tables';
import { all, any, begins, type Condition, contains, equals } from '../client/where';
import { answered, type SxeContext } from '../infor-sxe.context';
import { type CustomerPart, customerPartSchema, type ItemRow, itemRowSchema } from './item.schema';

/** A comparison as the ERP makes it: without regard to case. */
export function sameKey(left: string, right: string): boolean {
  return left.trim().toUpperCase() === right.trim().toUpperCase();
}

/** How many rows can match, where each thing asked for has one. */
export function distinctKeys(keys: readonly string[]): number {
  return new Set(keys.map((key) => key.trim().toUpperCase())).size;
}

function parsed(context: SxeContext, rows: readonly SxeRow[]): readonly ItemRow[] {
  return rows.map((row) => parseVendor(itemRowSchema, row, answered(context, 'products')));
}

/** The rows of the items that exist, of those asked for. */
export async function itemRows(
  context: SxeContext,
  items: readonly string[],
  call: ErpCall,
): Promise<readonly ItemRow[]> {
  if (items.length === 0) return [];
  const where = any(...items.map((item) => equals('prod', item)));
  const isWhole = async (rows: readonly SxeRow[]): Promise<boolean> => rows.length >= distinctKeys(items);
  return parsed(context, await fetchAll(context, { table: 'icsp', where, isWhole }, call));
}

/** Items whose number or look-up name begins with the text, or whose description holds every word of it. */
export async function matchingRows(
  context: SxeContext,
  { q, words, limit }: { readonly q: string; readonly words: readonly string[]; readonly limit: number },
  call: ErpCall,
): Promise<readonly ItemRow[]> {
  const described = context.settings.itemDescriptionColumns.map((column) =>
    all(...words.map((word) => contains(column, word))),
  );
  const where = any(begins('prod', q), ...described);
  return parsed(context, await fetchFirst(context, { table: 'icsp', where, size: limit }, call));
}

/** Cross-references between customers' own part numbers and ours; none where the site has not switched them on. */
export async function customerParts(
  context: SxeContext,
  where: Condition,
  call: ErpCall,
): Promise<readonly CustomerPart[]> {
  if (context.settings.customerParts === 'off') return [];
  // Record type C is a customer's part number; others are substitutes, supersessions and bar codes.
  const read = { table: 'icsec', where: all(equals('rectype', 'C'), where), size: 100 } as const;
  const rows = await fetchFirst(context, read, call);
  return rows.map((row) => parseVendor(customerPartSchema, row, answered(context, 'customer part numbers')));
}
