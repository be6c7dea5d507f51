import type { VendorAnswer } from '../../simulator';
import { compileFilter } from '../odata/compile-filter';
import type { Expression } from '../odata/expression';
import { parseFilter } from '../odata/filter-parser';
import { parseOrderBy } from '../odata/order-by';
import { pageOf, restrict, wholeNumber, type PageRequest } from '../odata/page';
import { parseSegment } from '../odata/path-segment';
import { resolve, type Resource } from '../odata/resource';
import type { Shape } from '../odata/shape';
import { SapError } from '../sap-error';
import type { ApiCall } from './api-call';
import { atomEntry, atomFeed } from './atom-v2';
import { etagOf } from './entity-address';
import { jsonEntity } from './json-v2';
import { shapeOf } from './shape-v2';
import { jsonAnswer, textAnswer, xmlAnswer } from './answers';

const OPTIONS: readonly string[] = [
  '$filter',
  '$select',
  '$expand',
  '$orderby',
  '$top',
  '$skip',
  '$inlinecount',
  '$skiptoken',
  '$format',
];

/** What a call reads, and with which filter. */
interface Reading {
  readonly resource: Resource;
  readonly filter: Expression | undefined;
}

/** Reads what a path leads to: a list, one entity, or how many there are. */
export function readResource(segments: readonly string[], call: ApiCall): VendorAnswer {
  const { query } = call.request;
  refuseUnknownOptions(query);
  const wantsCount = segments.at(-1) === '$count';
  const path = (wantsCount ? segments.slice(0, -1) : segments).map((segment) => parseSegment(segment, 'v2'));
  const source = query.get('$filter');
  const filter = source === null ? undefined : parseFilter(source, 'v2');
  const resource = resolve(path, { api: call.api, scope: call.scope, filter });
  if (wantsCount) return countAnswer({ resource, filter }, call);
  const shape = shapeOf(resource.set, query, call.api);
  return resource.multiplicity === 'many'
    ? listAnswer({ resource, filter }, shape, call)
    : entityAnswer({ row: resource.rows[0], shape, status: 200 }, call);
}

export interface EntityResult {
  readonly row: unknown;
  readonly shape: Shape;
  readonly status: 200 | 201;
}

/** One entity is wrapped in `d`, without `results`. */
export function entityAnswer({ row, shape, status }: EntityResult, call: ApiCall): VendorAnswer {
  const etag = etagOf(shape.set, row);
  const headers = etag === undefined ? {} : { etag };
  const { conditionalReads } = call.scope.options;
  if (conditionalReads === 'answered' && etag !== undefined && call.request.headers['if-none-match'] === etag)
    return textAnswer(304, '', headers);
  return call.format === 'json'
    ? jsonAnswer(status, { d: jsonEntity(row, shape, call) }, headers)
    : xmlAnswer(status, atomEntry(row, shape, call), { type: 'application/atom+xml;type=entry', headers });
}

/** `__count` is a text and comes only when asked for; `__next` comes whenever the server caps the list. */
function listAnswer(reading: Reading, shape: Shape, call: ApiCall): VendorAnswer {
  const { query } = call.request;
  const { rows, total, nextToken } = pageOf(
    reading.resource.rows,
    requestOf(reading, call),
    call.scope.options.pageCap,
  );
  const count = query.get('$inlinecount') === 'allpages' ? total : undefined;
  const next = nextToken === undefined ? undefined : nextAddress(nextToken, call);
  if (call.format === 'atom')
    return xmlAnswer(200, atomFeed({ rows, shape, count, next }, call), { type: 'application/atom+xml;type=feed' });
  return jsonAnswer(200, {
    d: {
      ...(count === undefined ? {} : { __count: String(count) }),
      results: rows.map((row) => jsonEntity(row, shape, call)),
      ...(next === undefined ? {} : { __next: next }),
    },
  });
}

function countAnswer(reading: Reading, call: ApiCall): VendorAnswer {
  if (reading.resource.multiplicity === 'one') throw SapError.notFound('$count');
  return textAnswer(200, String(restrict(reading.resource.rows, requestOf(reading, call)).window.length));
}

function requestOf({ resource, filter }: Reading, { request, api, scope }: ApiCall): PageRequest {
  const { query } = request;
  const { keyPadding, textComparison } = scope.options;
  const [order, count] = [query.get('$orderby'), query.get('$inlinecount')];
  if (count !== null && count !== 'allpages' && count !== 'none')
    throw SapError.badQuery(`Invalid value '${count}' for $inlinecount`);
  const { set } = resource;
  return {
    filter: filter === undefined ? undefined : compileFilter(filter, { api, set, keyPadding, textComparison }),
    order: order === null ? undefined : parseOrderBy(order, { api, set }),
    skip: wholeNumber('$skip', query.get('$skip')) ?? 0,
    top: wholeNumber('$top', query.get('$top')),
    skipToken: wholeNumber('$skiptoken', query.get('$skiptoken')) ?? 0,
  };
}

/** The same call with a token; a client has to follow it even where it asked for a `$top`. */
function nextAddress(token: number, { root, path, request }: ApiCall): string {
  const query = new URLSearchParams(request.query);
  query.set('$skiptoken', String(token));
  return `${root}/${path}?${query.toString().replaceAll('%24', '$')}`;
}

function refuseUnknownOptions(query: URLSearchParams): void {
  const unknown = [...query.keys()].find((name) => name.startsWith('$') && !OPTIONS.includes(name));
  if (unknown !== undefined) throw SapError.badQuery(`Invalid system query option '${unknown}'`);
}
