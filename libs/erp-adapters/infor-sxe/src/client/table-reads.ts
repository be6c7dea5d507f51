import { parseLosslessJson } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { SxeContext } from '../infor-sxe.context';
import { isRecord, lowerCased, type SxeRow } from './tables';
import { type Condition, type ReadableTable, whereText } from './where';

export interface TableRead {
  readonly table: ReadableTable;
  readonly where?: Condition;
}

interface Batch {
  readonly rows: readonly SxeRow[];
  /** `undefined` where the answer names no next row. */
  readonly next: string | undefined;
}

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

async function fetchBatch(context: SxeContext, read: BatchRead, call: ErpCall): Promise<Batch> {
  const { settings, client } = context;
  const style = { table: read.table, company: settings.company, quoteEscape: settings.quoteEscape };
  const request = {
    TableName: read.table,
    WhereClause: whereText(style, read.where),
    BatchSize: read.size,
    RestartRowID: read.from,
  };
  return batchOf(await client.fetchWhere(request, call), read.table, settings.restartKeys);
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

/**
 * Every row that matches. The name of the field that points at the next batch is not confirmed by Infor's public
 * documentation; a full batch that names no next row is therefore an error, not the end.
 */
export async function fetchAll(context: SxeContext, read: TableRead, call: ErpCall): Promise<readonly SxeRow[]> {
  const size = context.settings.fetchBatchSize;
  const rows: SxeRow[] = [];
  let from = '';
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    const batch = await fetchBatch(context, { ...read, size, from }, call);
    rows.push(...batch.rows);
    if (batch.next === '' || batch.next === '0' || batch.rows.length === 0) return rows;
    if (batch.next === undefined) {
      if (batch.rows.length < size) return rows;
      throw unexpected('filled a batch without naming the next row; raise the rows per table read.');
    }
    if (batch.next === from) throw unexpected('keeps naming the same next row.');
    from = batch.next;
  }
  throw unexpected('has more rows than one read may take.');
}
