import { randomBytes } from 'node:crypto';
import type { VendorAnswer } from '../../simulator';
import { answerBatch } from '../odata/batch';
import { parseFilter } from '../odata/filter-parser';
import { pageOf, wholeNumber } from '../odata/page';
import { parseSegment } from '../odata/path-segment';
import { resolve, type Resource } from '../odata/resource';
import { SapError } from '../sap-error';
import type { ApiCall } from '../v2/api-call';
import { etagOf } from '../v2/entity-address';
import type { Options } from './expand-parser';
import { jsonEntityV4, type NumberStyle } from './json-v4';
import { metadataV4 } from './metadata-v4';
import { restrictionV4, shapeV4, systemOptions, wantsCount } from './query-v4';

/** Answers a call on a v4 API: always JSON, but for its metadata. */
export function answerV4(segments: readonly string[], call: ApiCall): VendorAnswer {
  try {
    return answer(segments, call);
  } catch (error) {
    if (error instanceof SapError) return refusal(error, call);
    throw error;
  }
}

function answer(segments: readonly string[], call: ApiCall): VendorAnswer {
  const [first = ''] = segments;
  const { method } = call.request;
  if (first === '$batch')
    return answerBatch(call.request, ({ segments: inner, path, ...request }) =>
      answerV4(inner, { ...call, path, request, inBatch: true }),
    );
  if (method !== 'GET' && method !== 'HEAD')
    return { ...refusal(SapError.readOnly(first), call), violation: `${method} ${first} changes the ERP` };
  if (first === '') return entryPoint(call);
  if (first === '$metadata')
    return { status: 200, contentType: 'application/xml', body: metadataV4(call.api), headers: VERSION };
  return read(segments, call);
}

const VERSION = { 'odata-version': '4.0' };

function read(segments: readonly string[], call: ApiCall): VendorAnswer {
  const options = systemOptions(call.request.query);
  const counts = segments.at(-1) === '$count';
  const path = (counts ? segments.slice(0, -1) : segments).map((segment) => parseSegment(segment, 'v4'));
  const filter = options.get('$filter');
  const parsed = filter === undefined ? undefined : parseFilter(filter, 'v4');
  const resource = resolve(path, { api: call.api, scope: call.scope, filter: parsed });
  if (counts) return countAnswer(resource, options, call);
  return resource.multiplicity === 'many' ? listAnswer(resource, options, call) : oneAnswer(resource, options, call);
}

function listAnswer({ set, rows }: Resource, options: Options, call: ApiCall): VendorAnswer {
  const numbers = numberStyle(call);
  const skipToken = wholeNumber('$skiptoken', options.get('$skiptoken')) ?? 0;
  const page = pageOf(rows, { ...restrictionV4(set, options, call), skipToken }, call.scope.options.pageCap);
  const shape = shapeV4(set, options, call);
  return jsonAnswer(call, {
    '@odata.context': `$metadata#${set.name}`,
    ...(wantsCount(options) ? { '@odata.count': page.total } : {}),
    value: page.rows.map((row) => jsonEntityV4(row, shape, numbers)),
    ...(page.nextToken === undefined ? {} : { '@odata.nextLink': nextLink(page.nextToken, call) }),
  });
}

function oneAnswer({ set, rows }: Resource, options: Options, call: ApiCall): VendorAnswer {
  const [row] = rows;
  const shape = shapeV4(set, options, call);
  const etag = etagOf(set, row);
  const entity = jsonEntityV4(row, shape, numberStyle(call));
  const answered = jsonAnswer(call, { '@odata.context': `$metadata#${set.name}/$entity`, ...entity });
  return etag === undefined ? answered : { ...answered, headers: { ...answered.headers, etag } };
}

function countAnswer({ set, rows, multiplicity }: Resource, options: Options, call: ApiCall): VendorAnswer {
  if (multiplicity === 'one') throw SapError.notFound('$count');
  const { filter } = restrictionV4(set, options, call);
  const count = filter === undefined ? rows.length : rows.filter(filter).length;
  return { status: 200, contentType: 'text/plain;charset=utf-8', body: String(count), headers: VERSION };
}

function entryPoint(call: ApiCall): VendorAnswer {
  const value = [...call.api.sets.keys()].map((name) => ({ name, kind: 'EntitySet', url: name }));
  return jsonAnswer(call, { '@odata.context': '$metadata', value });
}

function nextLink(token: number, { root, path, request, scope }: ApiCall): string {
  const query = new URLSearchParams(request.query);
  query.set('$skiptoken', String(token));
  const relative = `${path}?${query.toString().replaceAll('%24', '$')}`;
  return scope.options.nextLinksV4 === 'relative' ? relative : `${root}/${relative}`;
}

function numberStyle({ request }: ApiCall): NumberStyle {
  return /IEEE754Compatible=true/i.test(request.headers['accept'] ?? '') ? 'text' : 'number';
}

function jsonAnswer(call: ApiCall, body: unknown): VendorAnswer {
  const precise = numberStyle(call) === 'text' ? ';IEEE754Compatible=true' : '';
  return {
    status: 200,
    contentType: `application/json;odata.metadata=minimal${precise};charset=utf-8`,
    body: JSON.stringify(body),
    headers: VERSION,
  };
}

/** v4 has the message as a plain text, and the details in a list. */
function refusal({ status, code, message }: SapError, { scope }: ApiCall): VendorAnswer {
  const innererror = {
    transactionid: randomBytes(16).toString('hex').toUpperCase(),
    timestamp: scope.world.instant().replace(/\D/g, ''),
  };
  return {
    status,
    contentType: 'application/json;charset=utf-8',
    body: JSON.stringify({ error: { code, message, details: [], innererror } }),
    headers: VERSION,
  };
}
