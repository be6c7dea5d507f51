import { instantFromText, type ODataFilter } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { type Instant, toInstant } from '@headwater/kernel';
import { ERP } from '../client/erp-name';
import type { P21Context } from '../epicor-p21.context';
import { comparesTime, ofCompany } from '../tables/conditions';
import { openOptional, type OpenTable } from '../tables/open-table';
import { type Row, rowsOf } from '../tables/rows';
import { keyText } from '../tables/values';
import { STAMP, type SweptTable } from './swept-tables';

/** How far one table was looked at: its latest stamp, and the rows that had it. */
export interface TablePosition {
  readonly at: Instant;
  readonly keys: readonly string[];
}

export interface StampedRow {
  readonly at: Instant;
  readonly key: string;
  readonly row: Row;
}

export interface SweptRows {
  readonly rows: readonly StampedRow[];
  readonly position: TablePosition;
}

/** More changes than these are told of in the next sweep, from where this one ended. */
const MOST_ROWS = 500;

/** Rows of one stamp that are read at most. */
const MOST_PAGES = 40;

/** The table as this site has it, or `undefined` where it has none, or none with a stamp. */
async function stamped(context: P21Context, swept: SweptTable, call: ErpCall): Promise<OpenTable | undefined> {
  for (const shape of swept.shapes) {
    const table = await openOptional(context, shape, call);
    if (table?.columns.has(STAMP) === true && table.columns.has(swept.key)) return table;
  }
  return undefined;
}

function stampOf(context: P21Context, row: Row): Instant | undefined {
  const text = row[STAMP];
  if (text === null || text === undefined) return undefined;
  const at = typeof text === 'string' ? instantFromText(text) : undefined;
  if (at !== undefined) return at;
  throw new ErpError('bad-response', `${ERP} answered a change stamp that is no time.`, {
    connectionId: context.connectionId,
  });
}

function toStamped(context: P21Context, swept: SweptTable, row: Row): StampedRow | undefined {
  const at = stampOf(context, row);
  const key = row[swept.key];
  if (at === undefined || (typeof key !== 'string' && typeof key !== 'number')) return undefined;
  return { at, key: keyText(String(key).trim()), row };
}

/**
 * Rows that changed since a position, oldest first. Stamps are asked for from the last one on, because several rows
 * may share it; the rows already told of are left out.
 */
export async function sweepTable(
  context: P21Context,
  { swept, from }: { readonly swept: SweptTable; readonly from: TablePosition | undefined },
  call: ErpCall,
): Promise<SweptRows | undefined> {
  const table = await stamped(context, swept, call);
  if (table === undefined) return undefined;
  const company = ofCompany(table, context.settings);
  if (from === undefined) return present(context, { swept, table }, call);
  const where = [...company, ...comparesTime(table, { field: STAMP, is: 'ge' }, from.at)];
  const all = await rowsBeyond(context, { swept, table, where, at: from.at }, call);
  const fresh = all.filter((row) => row.at !== from.at || !from.keys.includes(row.key));
  return { rows: fresh, position: positionAfter(all, from) };
}

interface StampQuestion {
  readonly swept: SweptTable;
  readonly table: OpenTable;
  readonly where: readonly ODataFilter[];
  readonly at: Instant;
}

/** A page, and further ones as long as all of it has the stamp to go on from: a bulk update gives thousands the same. */
async function rowsBeyond(
  context: P21Context,
  { swept, table, where, at }: StampQuestion,
  call: ErpCall,
): Promise<readonly StampedRow[]> {
  const all: StampedRow[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { table, where, orderBy: [STAMP, swept.key], top: MOST_ROWS, skip: page * MOST_ROWS };
    const rows = await rowsOf(context, query, call);
    all.push(...rows.flatMap((row) => toStamped(context, swept, row) ?? []));
    if (rows.length < MOST_ROWS || all.at(-1)?.at !== at) break;
  }
  return all;
}

/** No changes, and the latest stamp there is. */
async function present(
  context: P21Context,
  { swept, table }: { readonly swept: SweptTable; readonly table: OpenTable },
  call: ErpCall,
): Promise<SweptRows> {
  const where = ofCompany(table, context.settings);
  const rows = await rowsOf(context, { table, where, orderBy: [`-${STAMP}`, swept.key], top: 50 }, call);
  const all = rows.flatMap((row) => toStamped(context, swept, row) ?? []);
  return { rows: [], position: positionAfter(all, { at: toInstant(context.clock.now()), keys: [] }, 'latest') };
}

function positionAfter(rows: readonly StampedRow[], before: TablePosition, start?: 'latest'): TablePosition {
  const stamps = rows.map((row) => row.at).sort();
  const at = stamps.at(-1);
  if (at === undefined) return before;
  const keys = rows.filter((row) => row.at === at).map((row) => row.key);
  const known = start === undefined && at === before.at ? before.keys : [];
  return { at, keys: [...new Set([...known, ...keys])] };
}
