import type { VendorAnswer } from '../../simulator';
import { jsonAnswer } from '../answers';
import type { Fields } from '../json';
import { invalidParameter, noSuchRecord, notFound, permissionMissing } from '../netsuite-error';
import type { NetsuiteOptions } from '../options';
import { pagedBody, pageRequest } from '../paging';
import type { RestCall } from '../rest-call';
import { answerMetadata } from './answer-metadata';
import { queryTest } from './query/query-evaluate';
import { parseQuery } from './query/query-parser';
import type { RecordKind, RecordView, Subresource } from './record-kind';
import { lineBody, recordAddress, recordBody, RECORD_PATH, selfLink, subrecordBody, type Rendering } from './render';

export interface RecordCall extends RestCall {
  readonly kinds: ReadonlyMap<string, RecordKind>;
}

/** `/{type}`, `/{type}/{id}`, `/{type}/{id}/{sublist}` and `/{type}/{id}/{sublist}/{line}`. */
export function answerRecord(call: RecordCall): VendorAnswer {
  const { request, kinds } = call;
  if (request.method !== 'GET') throw permissionMissing({ violation: `${request.method} of a record` });
  const [type = '', id, below, line, ...more] = segmentsOf(request.rawPath);
  if (type === 'metadata-catalog') return answerMetadata(call, id);
  const kind = kinds.get(type.toLowerCase());
  // Camel case is the name, lower case is what the server's own links say; nothing else is a record type.
  if (kind === undefined || (type !== kind.name && type !== type.toLowerCase())) {
    throw notFound(`Record type '${type}' does not exist.`);
  }
  if (more.length > 0) throw notFound('The requested resource does not exist.');
  if (id === undefined) return collection(call, kind);
  const view = recordOf(call, kind, id);
  if (below === undefined) return jsonAnswer(200, recordBody(view, kind.name, renderingOf(call, kind)));
  const resource = view.subresources().find(({ name }) => name.toLowerCase() === below.toLowerCase());
  if (resource === undefined) throw notFound(`The subresource '${below}' does not exist.`);
  const address = `${recordAddress(call.origin, kind.name, view.id)}/${resource.name}`;
  return jsonAnswer(200, subresource(call, { resource, address, line }));
}

/** An id or line key may hold an encoded slash, so the path is split before it is decoded. */
function segmentsOf(rawPath: string): readonly string[] {
  return rawPath
    .slice(RECORD_PATH.length + 1)
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodedSegment);
}

function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}

const EXTERNAL = 'eid:';

function recordOf({ books }: RecordCall, kind: RecordKind, id: string): RecordView {
  const external = id.startsWith(EXTERNAL) && books.options.record.externalIds === 'found';
  const view = external ? kind.findExternal(id.slice(EXTERNAL.length)) : kind.find(id);
  if (view === undefined) throw noSuchRecord();
  return view;
}

/** A list reaches no further than this many pages, so a small page makes a short list. */
const MOST_PAGES = 1000;

function collection(call: RecordCall, kind: RecordKind): VendorAnswer {
  const { request, books, origin } = call;
  const page = pageRequest(request.query);
  if (page.offset / page.limit >= MOST_PAGES) {
    throw invalidParameter(`Provide a valid offset value. A list has no more than ${MOST_PAGES} pages.`, {
      queryParam: 'offset',
    });
  }
  const found = matching(kind, request.query.get('q') ?? '', books.options);
  const shown = found.slice(page.offset, page.offset + page.limit);
  const address = `${origin}${RECORD_PATH}/${kind.name.toLowerCase()}`;
  const total = Math.min(found.length, page.limit * MOST_PAGES);
  const items = shown.map((view) => listItem(view, kind, call));
  return jsonAnswer(200, pagedBody({ address, query: request.query, page, items, total }));
}

function matching(kind: RecordKind, q: string, options: NetsuiteOptions): readonly RecordView[] {
  if (q.trim() === '') return kind.all();
  if (options.record.searching === 'forbidden') throw permissionMissing();
  return kind.all().filter(queryTest(parseQuery(q), kind, options));
}

function listItem(view: RecordView, kind: RecordKind, call: RecordCall): Fields {
  if (call.books.options.record.listItems === 'with-fields') {
    return recordBody(view, kind.name, { ...renderingOf(call, kind), subresources: 'links' });
  }
  return { links: selfLink(recordAddress(call.origin, kind.name, view.id)), id: view.id };
}

interface Below {
  readonly resource: Subresource;
  readonly address: string;
  readonly line: string | undefined;
}

function subresource({ request, origin }: RecordCall, { resource, address, line }: Below): Fields {
  if (resource.kind === 'subrecord') {
    if (line !== undefined) throw noSuchRecord();
    return subrecordBody(resource, address, { origin });
  }
  if (line !== undefined) {
    const found = resource.lines.find(({ key }) => key === line);
    if (found === undefined) throw noSuchRecord();
    return lineBody(found, address, { origin });
  }
  const expanded = isExpanded(request.query);
  const items = resource.lines.map((each) => {
    const body = lineBody(each, address, { origin });
    return expanded ? body : { links: body['links'] };
  });
  const count = items.length;
  return { links: selfLink(address), count, hasMore: false, items, offset: 0, totalResults: count };
}

function renderingOf({ request, origin, books }: RecordCall, kind: RecordKind): Rendering {
  const { fieldsParameter, sublistCounts } = books.options.record;
  const asked = fieldsParameter === 'honoured' ? request.query.get('fields') : null;
  return {
    origin,
    sublistCounts,
    subresources: isExpanded(request.query) ? 'expanded' : 'links',
    fields: asked === null ? undefined : new Set(knownFields(asked, kind)),
  };
}

function knownFields(asked: string, kind: RecordKind): readonly string[] {
  const names = asked.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !kind.fields.some((field) => field.name === name));
  if (unknown !== undefined) throw invalidParameter(`The field '${unknown}' does not exist.`, { queryParam: 'fields' });
  return names;
}

function isExpanded(query: URLSearchParams): boolean {
  const asked = query.get('expandSubResources') ?? 'false';
  if (asked !== 'true' && asked !== 'false') {
    throw invalidParameter('Invalid value for the query parameter expandSubResources.', {
      queryParam: 'expandSubResources',
    });
  }
  return asked === 'true';
}
