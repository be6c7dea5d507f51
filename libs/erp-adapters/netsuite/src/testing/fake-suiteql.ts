import type { ReplayAnswer, ReplayRequest } from '@headwater/erp-testing';
import { TABLES } from './fixtures';
import { evaluate, type Row, type Tables, UnknownNameError } from './suiteql/evaluate';
import { SqlSyntaxError } from './suiteql/tokens';

/** What NetSuite says when a query or a header is not to its liking. */
export function refusal(status: number, code: string, detail: string): ReplayAnswer {
  return {
    status,
    body: {
      type: `https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1`,
      title: 'Bad Request',
      status,
      'o:errorDetails': [{ detail, 'o:errorCode': code }],
    },
  };
}

/** Columns without a value are left out of a row. */
function withoutNulls(row: Row): object {
  return { links: [], ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) };
}

export interface SuiteQlPageRequest {
  readonly q: string;
  readonly params?: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

/** A page of a query's rows in NetSuite's envelope. */
export function suiteQlPage({ q, params, limit, offset }: SuiteQlPageRequest, tables: Tables = TABLES): object {
  const rows = evaluate(tables, q, params);
  const items = rows.slice(offset, offset + limit).map(withoutNulls);
  const hasMore = offset + limit < rows.length;
  return { links: [], count: items.length, hasMore, items, offset, totalResults: rows.length };
}

/** SuiteQL over HTTP, with what it insists on. */
export function suiteQlAnswer({ path, headers, body }: ReplayRequest, tables: Tables = TABLES): ReplayAnswer {
  const query = new URL(path, 'http://suiteql').searchParams;
  const [limit, offset] = [Number(query.get('limit')), Number(query.get('offset'))];
  if (headers['prefer'] !== 'transient') return refusal(400, 'INVALID_HEADER', 'Prefer: transient is missing.');
  if (limit < 1 || limit > 1000 || offset % limit !== 0) return refusal(400, 'INVALID_PARAMETER', 'limit or offset');
  const { q, params } = JSON.parse(body) as { readonly q: string; readonly params?: readonly string[] };
  if (/[\r\n\t]/.test(q)) return refusal(400, 'INVALID_PARAMETER', 'a line break');
  try {
    return { body: suiteQlPage({ q, limit, offset, ...(params === undefined ? {} : { params }) }, tables) };
  } catch (error) {
    if (!(error instanceof UnknownNameError || error instanceof SqlSyntaxError)) throw error;
    return refusal(
      400,
      'INVALID_PARAMETER',
      `Invalid search query. Detailed unprocessed description follows. Search error occurred: ${error.message}`,
    );
  }
}
