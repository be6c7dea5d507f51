import type { VendorAnswer } from '../../simulator';
import type { Segment } from '../address';
import { jsonAnswer, textAnswer } from '../answers';
import { arranged } from '../odata/arrange';
import { etagOf } from '../odata/etag';
import type { Dialect } from '../odata/filter-parser';
import { metadataOf } from '../odata/metadata';
import { pageOf } from '../odata/page';
import { pinsOf } from '../odata/pins';
import { project } from '../odata/project';
import { parseQuery, type Query } from '../odata/query';
import { badOption, noSegment, pageTooLarge } from '../refusals';
import { originOf, type Call } from '../site';
import { nextLink } from './next-link';
import { resolve, type Target } from './resolve';

/** Answers a GET of the API or of a published page; throws the vendor's refusal. */
export function answerRead(call: Call): VendorAnswer {
  const { segments } = call.address;
  if (segments.length === 0) return answerRoot(call);
  if (segments.length === 1 && segments[0]?.name === '$metadata') return answerMetadata(call);
  const last = segments.at(-1);
  if (last?.name === '$count') return answerCount(call, segments.slice(0, -1));
  const target = resolve(call, segments);
  return target.kind === 'record' ? answerRecord(call, target) : answerCollection(call, target);
}

function answerRoot(call: Call): VendorAnswer {
  const { companySet, sets } = call.site.catalogues[call.address.route];
  const value = [companySet, ...sets.keys()].map((name) => ({ name, kind: 'EntitySet', url: name }));
  return jsonAnswer(200, { '@odata.context': `${contextOf(call)}`, value });
}

function answerMetadata(call: Call): VendorAnswer {
  const { companySet, company, sets } = call.site.catalogues[call.address.route];
  return textAnswer(metadataOf({ companySet, company: company.schema, sets: [...sets.values()] }), 'application/xml');
}

function answerCount(call: Call, segments: readonly Segment[]): VendorAnswer {
  const target = resolve(call, segments);
  if (target.kind === 'record') throw noSegment('$count');
  const query = queryOf(call, target);
  return textAnswer(String(arranged(target.rows(pinsOf(query.filter)), query, call.site.options).total));
}

function answerRecord(call: Call, { row }: Extract<Target, { kind: 'record' }>): VendorAnswer {
  const { select, expand } = parseQuery(givenIn(call), row.schema, dialectOf(call));
  const query = { ...parseQuery(new Map(), row.schema, dialectOf(call)), select, expand };
  const record = project(row, query, call.site.options);
  const context = `${contextOf(call)}#${pathOf(call)}/$entity`;
  return jsonAnswer(200, { '@odata.context': context, ...record }, { etag: etagOf(row) });
}

function answerCollection(call: Call, target: Extract<Target, { kind: 'collection' }>): VendorAnswer {
  const { options } = call.site;
  const asked = pageSizeAsked(call);
  const query = queryOf(call, target);
  const { rows, total } = arranged(target.rows(pinsOf(query.filter)), query, options);
  const page = pageOf(rows, query, asked ?? options.pageMost);
  const body = {
    '@odata.context': `${contextOf(call)}#${pathOf(call)}`,
    ...(query.count === 'wanted' ? { '@odata.count': total } : {}),
    value: page.rows.map((row) => project(row, query, options)),
    ...(page.nextToken === undefined ? {} : { '@odata.nextLink': nextLink(call, page) }),
  };
  return jsonAnswer(200, body, asked === undefined ? {} : { 'preference-applied': `odata.maxpagesize=${asked}` });
}

function queryOf(call: Call, { schema }: Extract<Target, { kind: 'collection' }>): Query {
  return parseQuery(givenIn(call), schema, dialectOf(call));
}

function givenIn({ request }: Call): ReadonlyMap<string, string> {
  return new Map(request.query);
}

function dialectOf({ request, site }: Call): Dialect {
  const version = request.query.get('$schemaversion') ?? '2.0';
  if (!/^\d+(\.\d+)?$/.test(version)) throw badOption('$schemaversion', version);
  return { schemaVersion: Number(version) >= 2.1 ? '2.1' : '2.0', options: site.options };
}

/** `Prefer: odata.maxpagesize=N`; undefined without one. */
function pageSizeAsked({ request, site }: Call): number | undefined {
  const asked = /(?:^|[,;\s])(?:odata\.)?maxpagesize\s*=\s*(\d{1,9})/i.exec(request.headers['prefer'] ?? '')?.[1];
  if (asked === undefined || Number(asked) === 0) return undefined;
  if (Number(asked) > site.options.pageMost) throw pageTooLarge(site.options.pageMost);
  return Number(asked);
}

function contextOf({ address, request }: Call): string {
  return `${originOf(request)}${address.root}/$metadata`;
}

function pathOf({ address }: Call): string {
  return address.segments.map(({ name, key }) => (key === undefined ? name : `${name}(${key})`)).join('/');
}
