import { parseLosslessJson } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { SxeContext } from '../infor-sxe.context';
import { lowerCased } from './lower-casing';
import { isRecord, type SxeRow } from './tables';
import { restOf, rowKey, type WholeTable } from './rest-of-table';
import { type Condition, type ReadableTable, whereText } from './where';

export interface TableRead {
  readonly table: ReadableTable;
  readonly where?: Condition;
  /** Of tables that hardly ever change: how long their rows may be used again, in milliseconds. */
  readonly referenceMs?: number;
}

/** A read that must miss no row. */
export interface WholeTableRead extends TableRead {
  readonly table: WholeTable;
  /** Whether no further row can match, so that there is no rest to ask for. */
  readonly isWhole?: (rows: readonly SxeRow[]) => Promise<boolean>;
}

interface Batch {
  readonly rows: readonly SxeRow[];
  /** `undefined` where the answer names no next row. */
  readonly next: string | undefined;
}

interface FetchedBatch extends Batch {
  /** As many rows as the gateway has ever handed out at once, so that it may have had more. */
  readonly mayBeCut: boolean;
}

/** The most rows each connection's gateway has handed out at once: it does not cut what is shorter. */
const longestBatches = new WeakMap<SxeContext, number>();

/** Far more than any read of ours needs; an ERP that never ends must not keep us for ever. */
const MOST_BATCHES = 50;

function unexpected(message: string): ErpError {
  return new ErpError('bad-response', `Infor SX.e ${message}`);
}

/** A sibling endpoint of FetchWhere wraps the same JSON as text inside `result`. */
function unwrapped(answer: Readonly<Record<string, unknown>>): SxeRow {
  const fields = lowerCased(answer);
  if (typeof fields['result'] !== 'string') return fields;
  try {
    const inner = parseLosslessJson(fields['result']);
    if (isRecord(inner)) return { ...fields, ...lowerCased(inner) };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
  }
  throw unexpected('wrapped a table in something unreadable.');
}

function batchOf(answer: Readonly<Record<string, unknown>>, table: string, restartKeys: readonly string[]): Batch {
  const fields = unwrapped(answer);
  const rows = fields[`ttbl${table}`];
  if (!Array.isArray(rows)) throw unexpected('answered a table read without the table.');
  const next = restartKeys.map((key) => fields[key]).find((value) => value !== undefined && value !== null);
  return {
    rows: rows.map((row: unknown) => {
      if (!isRecord(row)) throw unexpected('answered a table read with a row that is none.');
      return lowerCased(row);
    }),
    next: next === undefined ? undefined : String(next).trim(),
  };
}

interface BatchRead extends TableRead {
  readonly size: number;
  /** Row to go on from; blank for the first. */
  readonly from: string;
}

async function fetchBatch(context: SxeContext, read: BatchRead, call: ErpCall): Promise<FetchedBatch> {
  const { settings, client } = context;
  const style = { table: read.table, company: settings.company, quoteEscape: settings.quoteEscape };
  const request = {
    TableName: read.table,
    WhereClause: whereText(style, read.where),
    BatchSize: read.size,
    RestartRowID: read.from,
  };
  const keeping = read.referenceMs === undefined ? {} : { referenceMs: read.referenceMs };
  const batch = batchOf(await client.fetchWhere(request, call, keeping), read.table, settings.restartKeys);
  const longest = longestBatches.get(context) ?? 0;
  longestBatches.set(context, Math.max(longest, batch.rows.length));
  return { ...batch, mayBeCut: batch.rows.length >= longest };
}

/** The first rows that match, at most `size`. */
export async function fetchFirst(
  context: SxeContext,
  read: TableRead & { readonly size: number },
  call: ErpCall,
): Promise<readonly SxeRow[]> {
  const { rows } = await fetchBatch(context, { ...read, from: '' }, call);
  return rows.slice(0, read.size);
}

/** Rows of one read, each once, and how many batches it may still take. */
interface Walk {
  readonly read: WholeTableRead;
  readonly rows: Map<string, SxeRow>;
  left: number;
}

function addTo(walk: Walk, batch: readonly SxeRow[]): number {
  const before = walk.rows.size;
  for (const row of batch) walk.rows.set(rowKey(walk.read.table, row), row);
  return walk.rows.size - before;
}

/**
 * Every row that matches. Where SX.e names the next row, it is followed. The name of that field is not confirmed by
 * Infor's public documentation, and a gateway may hand out fewer rows than asked for: a batch that names no next row
 * is the end only where the batch is known not to be cut, and else what comes after it is asked for.
 */
export async function fetchAll(context: SxeContext, read: WholeTableRead, call: ErpCall): Promise<readonly SxeRow[]> {
  const walk: Walk = { read, rows: new Map(), left: MOST_BATCHES };
  let found = await followed(context, walk, { ...read, call });
  while (found.mayBeCut) {
    const rows = [...walk.rows.values()];
    const where = (await read.isWhole?.(rows)) === true ? undefined : restOf(read, rows);
    if (where === undefined) break;
    const rest = await followed(context, walk, { ...read, where, call });
    if (rest.added === 0 && rest.rows > 0 && found.isFull) {
      throw unexpected('filled a batch without naming the next row, and hands out the same rows again.');
    }
    if (rest.added === 0) break;
    found = rest;
  }
  return [...walk.rows.values()];
}

interface Followed {
  readonly rows: number;
  /** Of them not seen before. */
  readonly added: number;
  readonly mayBeCut: boolean;
  readonly isFull: boolean;
}

/** The batches SX.e itself chains together. */
async function followed(
  context: SxeContext,
  walk: Walk,
  { call, ...read }: TableRead & { readonly call: ErpCall },
): Promise<Followed> {
  const size = context.settings.fetchBatchSize;
  let [from, rows, added] = ['', 0, 0];
  while (walk.left > 0) {
    walk.left -= 1;
    const batch = await fetchBatch(context, { ...read, size, from }, call);
    rows += batch.rows.length;
    added += addTo(walk, batch.rows);
    if (batch.next === '' || batch.next === '0' || batch.rows.length === 0) {
      return { rows, added, mayBeCut: false, isFull: false };
    }
    if (batch.next === undefined) {
      return { rows, added, mayBeCut: batch.mayBeCut, isFull: batch.rows.length >= size };
    }
    if (batch.next === from) throw unexpected('keeps naming the same next row.');
    from = batch.next;
  }
  throw unexpected('has more rows than one read may take.');
}
