import { badOption } from '../refusals';
import { comparePositions, fullOrder, type SortKey } from './arrange';
import type { EdmValue } from './edm';
import type { Row } from './entity';
import type { Query } from './query';

export interface PageOf {
  readonly rows: readonly Row[];
  /** Where the next page takes up; undefined at the end. */
  readonly nextToken: string | undefined;
  /** What is left of `$top` after this page. */
  readonly topLeft: number | undefined;
}

/**
 * Cuts one page. The token is the key of the last row, after its sort values where there are any: what is added or
 * vanishes between two pages moves nothing.
 */
export function pageOf(rows: readonly Row[], query: Query, size: number): PageOf {
  const [first] = rows;
  const { top } = query;
  if (first === undefined) return { rows: [], nextToken: undefined, topLeft: top };
  const order = fullOrder(first.schema, query.orderBy);
  const start = query.skipToken === undefined ? query.skip : startAfter(rows, query.skipToken, order);
  const page = rows.slice(start, start + Math.min(size, top ?? size));
  const last = page.at(-1);
  const topLeft = top === undefined ? undefined : top - page.length;
  const more = last !== undefined && start + page.length < rows.length && topLeft !== 0;
  return { rows: page, nextToken: more ? tokenOf(last, order) : undefined, topLeft };
}

function tokenOf(row: Row, order: readonly SortKey[]): string {
  return order.map(({ property }) => encodeURIComponent(String(row.value(property) ?? ''))).join(',');
}

function startAfter(rows: readonly Row[], token: string, order: readonly SortKey[]): number {
  const position = positionOf(token, order);
  const at = rows.findIndex((row) => comparePositions(valuesOf(row, order), position, order) > 0);
  return at < 0 ? rows.length : at;
}

function valuesOf(row: Row, order: readonly SortKey[]): readonly EdmValue[] {
  return order.map(({ property }) => row.value(property));
}

function positionOf(token: string, order: readonly SortKey[]): readonly EdmValue[] {
  const parts = token.split(',');
  if (parts.length !== order.length) throw badOption('$skiptoken', token);
  return parts.map((part, at) => typed(decoded(part, token), order[at], token));
}

function decoded(part: string, token: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) throw badOption('$skiptoken', token);
    throw error;
  }
}

function typed(text: string, key: SortKey | undefined, token: string): EdmValue {
  const type = key?.type;
  if (type === 'Edm.Boolean') return text === 'true';
  if (type === 'Edm.Date' && text === '') return null;
  if (type !== 'Edm.Int32' && type !== 'Edm.Decimal') return text;
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw badOption('$skiptoken', token);
  return type === 'Edm.Int32' ? Number(text) : text;
}
