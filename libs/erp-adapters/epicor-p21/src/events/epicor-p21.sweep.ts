import { decodeCursor, encodeCursor, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall, ErpChange, ErpChangeSweep, SweptChanges } from '@headwater/erp-contracts';
import { z } from 'zod';
import type { P21Context } from '../epicor-p21.context';
import { itemRows } from '../items/item-rows';
import { type StampedRow, sweepTable, type SweptRows } from './sweep-table';
import { SWEPT_TABLES, type SweptTable } from './swept-tables';

const positionSchema = z.record(z.string(), z.strictObject({ at: z.iso.datetime(), keys: z.array(z.string()) }));

/**
 * Looks at the change stamps of a few tables: Prophet 21 sends no notices by itself. Only keys are read. A change that
 * does not stamp its row, such as a rebuild of quantities in the database, is not seen.
 */
export function createEpicorP21Sweep(context: P21Context): ErpChangeSweep | undefined {
  const { sweepEveryMs, sweepKinds } = context.settings;
  const tables = SWEPT_TABLES.filter(({ kind }) => sweepKinds.includes(kind));
  if (sweepEveryMs === 0 || tables.length === 0) return undefined;
  return {
    everyMs: sweepEveryMs,
    since: (position, call) =>
      withSiblings(call.signal, (signal) => sweep(context, { tables, position }, { ...call, signal })),
  };
}

async function sweep(
  context: P21Context,
  { tables, position }: { readonly tables: readonly SweptTable[]; readonly position: string | undefined },
  call: ErpCall,
): Promise<SweptChanges> {
  const before = position === undefined ? {} : decodeCursor(position, positionSchema);
  const parts = await Promise.all(
    tables.map(async (swept) => ({
      swept,
      found: await sweepTable(context, { swept, from: before[swept.kind] }, call),
    })),
  );
  const seen = parts.filter((part): part is { swept: SweptTable; found: SweptRows } => part.found !== undefined);
  const changes = await Promise.all(
    seen.map(({ swept, found }) => changesOf(context, { swept, rows: found.rows }, call)),
  );
  const after = Object.fromEntries(seen.map(({ swept, found }) => [swept.kind, found.position]));
  return { changes: changes.flat(), position: encodeCursor(after) };
}

async function changesOf(
  context: P21Context,
  { swept, rows }: { readonly swept: SweptTable; readonly rows: readonly StampedRow[] },
  call: ErpCall,
): Promise<readonly ErpChange[]> {
  const byKey = new Map(rows.map(({ key, row }) => [key, row]));
  if (swept.kind !== 'stock') return [...byKey].map(([key, row]) => swept.changeOf(key, row));
  if (byKey.size === 0) return [];
  const items = await itemRows(context, { field: 'inv_mast_uid', keys: [...byKey.keys()] }, call);
  return items.map((item) => swept.changeOf(item.item_id, {}));
}
