import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { Grant } from '../security/grants';
import type { Catalogue } from '../tables/catalogue';
import type { Cell, ColumnShape, Scene } from '../tables/column';
import type { P21Table, Row } from '../tables/table';
import { fixed } from '../wire/exact-number';
import { emptyReply, rendered, replyOf, type P21Reply } from '../wire/reply';
import { tokensOf, type Token } from './filter-lexer';
import { ODataRefusal } from './odata-refusal';

export interface KeyedAsk {
  readonly request: VendorRequest;
  readonly scene: Scene;
  readonly catalogue: Catalogue;
  readonly grant: Grant;
  /** `p21_view_oe_hdr('100234')`. */
  readonly rest: string;
  readonly base: string;
}

/**
 * The old surface, `GET /data/erp/views/v1/{view}(key)`: OData v3, one row by its key, numbers as text.
 */
export function answerKeyedView(ask: KeyedAsk): VendorAnswer {
  const { request, scene } = ask;
  return rendered(replyTo(ask), request, scene.options);
}

function replyTo({ request, scene, catalogue, grant, rest, base }: KeyedAsk): P21Reply {
  if (request.method !== 'GET') return { ...emptyReply(405), violation: `${request.method} on a view` };
  const [, name = '', key] = /^([A-Za-z0-9_]+)\((.+)\)$/s.exec(rest) ?? [];
  const view = catalogue.find('view', name);
  if (view === undefined || key === undefined || !view.name.startsWith('p21_view_')) return emptyReply(404);
  if (grant.tables !== undefined && !grant.tables.has(view.name)) return emptyReply(404);
  const keys = keyValues(key, view);
  const row = keys === undefined ? undefined : rowBy(view, keys, scene);
  if (row === undefined) return emptyReply(404);
  return replyOf(200, view.name, {
    'odata.metadata': `${base}/$metadata#${view.name}/@Element`,
    ...Object.fromEntries(
      [...view.columns.values()].map((column) => [column.name, textOf(row.read(column.name), column, scene)]),
    ),
  });
}

/** `'100234'` for a key of one column, `order_no='100234',line_no=1M` for one of several. */
function keyValues(text: string, { key }: P21Table): ReadonlyMap<string, string> | undefined {
  const parts = keyTokens(text);
  const [only] = key;
  if (parts.length === 1 && key.length === 1 && parts[0]?.kind !== 'word' && only !== undefined)
    return new Map([[only, parts[0]?.text ?? '']]);
  const named = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 3) {
    const [name, value] = [parts[at], parts[at + 1]];
    if (name?.kind !== 'word' || value === undefined || value.kind === 'symbol') return undefined;
    named.set(name.text, value.text);
  }
  return key.every((name) => named.has(name)) ? named : undefined;
}

function keyTokens(text: string): readonly Token[] {
  try {
    return tokensOf(text.replace(/=(?=(?:[^']*'[^']*')*[^']*$)/g, ' '), 'v3');
  } catch (error) {
    if (error instanceof ODataRefusal) return [{ kind: 'symbol', text }];
    throw error;
  }
}

function rowBy(view: P21Table, keys: ReadonlyMap<string, string>, scene: Scene): Row | undefined {
  const rows = view.rows(scene, (column) => {
    const value = keys.get(column);
    return value === undefined ? undefined : new Set([value]);
  });
  return rows.find((row) => [...keys].every(([name, value]) => String(row.read(name) ?? '') === value));
}

function textOf(cell: Cell, { type, scale }: ColumnShape, scene: Scene): unknown {
  if (cell === null) return null;
  if (type === 'Edm.DateTimeOffset') return scene.zone.text(Number(cell));
  return type === 'Edm.Decimal' ? fixed(String(cell), scale) : String(cell);
}
