import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { Grant } from '../security/grants';
import type { Catalogue } from '../tables/catalogue';
import type { Scene } from '../tables/column';
import type { P21Table, Surface } from '../tables/table';
import { webServerNotFound } from '../wire/pages';
import { emptyReply, rendered, replyOf, type P21Reply } from '../wire/reply';
import { cellJson } from './cell-json';
import type { FilterScope } from './compile-filter';
import { metadataOf, NAMESPACE } from './metadata';
import { ODataRefusal, refusalReply } from './odata-refusal';
import { readQueryOf, type ReadQuery } from './query-options';
import { readRows } from './read-rows';

export interface ODataAsk {
  readonly request: VendorRequest;
  readonly scene: Scene;
  readonly catalogue: Catalogue;
  readonly grant: Grant;
  /** What follows `/table/` or `/view/`. */
  readonly rest: string;
  readonly surface: Surface;
  /** Address of the surface, for `@odata.context`. */
  readonly base: string;
}

/** Reads of tables and views. There are no others: this interface does not write. */
export function answerOData(ask: ODataAsk): VendorAnswer {
  const { request, scene, rest } = ask;
  const { options } = scene;
  if (rest === 'bin') return webServerNotFound();
  return rendered(replyTo(ask), request, options);
}

function replyTo(ask: ODataAsk): P21Reply {
  const { request, scene, catalogue, grant, rest, surface } = ask;
  if (request.method !== 'GET')
    return { ...emptyReply(405), violation: `${request.method} on OData, which only reads` };
  if (grant.odata === 'denied') return notAuthorized(ask);
  if (rest === '$metadata')
    return withHeaders(replyOf(200, 'Schema', metadataOf(catalogue.of(surface), scene.options)));
  try {
    const table = catalogue.find(surface, rest);
    if (table === undefined) throw new ODataRefusal('table', `The resource '${rest}' was not found.`);
    if (grant.tables !== undefined && !grant.tables.has(rest)) return denied(ask);
    return withHeaders(replyOf(200, rest, rowsOf(table, ask)));
  } catch (error) {
    if (error instanceof ODataRefusal) return withHeaders(refusalReply(error, scene.options));
    throw error;
  }
}

/** A user gets to hear it in a sentence, a consumer key in OAuth's word; or nobody gets to hear anything. */
function denied(ask: ODataAsk): P21Reply {
  const { grant, scene, rest } = ask;
  if (scene.options.tableDenial === 'not-found')
    return refusalReply(new ODataRefusal('permission', `The resource '${rest}' was not found.`), scene.options);
  if (grant.holder === 'user') return notAuthorized(ask);
  return replyOf(403, 'Error', {
    error: 'insufficient_scope',
    error_description: `The token does not cover ${rest}.`,
  });
}

function notAuthorized({ scene }: ODataAsk): P21Reply {
  const message = 'You are not authorized to access API';
  return replyOf(scene.options.notAuthorizedStatus, 'error', { error: { code: '', message } });
}

function rowsOf(table: P21Table, { request, scene, base }: ODataAsk): unknown {
  const { zone, options } = scene;
  const scope: FilterScope = { typeName: `${NAMESPACE}.${table.name}`, columns: table.columns, options, zone };
  const query = readQueryOf(request.query, scope);
  const { rows, total } = readRows({ table, scene, scope, query });
  const names = query.select ?? [...table.columns.keys()];
  const shapes = names.flatMap((name) => table.columns.get(name) ?? []);
  return {
    '@odata.context': contextOf(base, table, query),
    ...(query.count === 'wanted' ? { '@odata.count': total } : {}),
    value: rows.map((row) =>
      Object.fromEntries(shapes.map((shape) => [shape.name, cellJson(row.read(shape.name), shape, zone)])),
    ),
  };
}

function contextOf(base: string, { name }: P21Table, { select }: ReadQuery): string {
  return `${base}/$metadata#${name}${select === undefined ? '' : `(${select.join(',')})`}`;
}

function withHeaders(reply: P21Reply): P21Reply {
  return {
    ...reply,
    contentType: 'application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8',
    headers: { 'OData-Version': '4.0' },
  };
}
