import { COMPANIES } from '../../world/organisation';
import { keyValue, type Segment } from '../address';
import { companyNamed, type Catalogue } from '../catalogue';
import type { Row, Schema } from '../odata/entity';
import { keyPins, type Pins } from '../odata/pins';
import type { Reading } from '../reading';
import { noCompany, noRecord, noSegment, permissionDenied } from '../refusals';
import { readingOf, type Call } from '../site';

/** What an address leads to. */
export type Target =
  | { readonly kind: 'collection'; readonly schema: Schema; readonly rows: (pins: Pins) => readonly Row[] }
  | { readonly kind: 'record'; readonly row: Row };

/** Goes through the segments behind a route: a company, a set, a record, what hangs on it. */
export function resolve(call: Call, segments: readonly Segment[]): Target {
  const catalogue = call.site.catalogues[call.address.route];
  const [first, ...rest] = segments;
  if (first?.name !== catalogue.companySet) return inCompany(call, companyAsked(call), segments);
  if (first.key === undefined) {
    if (rest.length > 0) throw noSegment(rest[0]?.name ?? '');
    return { kind: 'collection', schema: catalogue.company.schema, rows: () => companyRows(call, catalogue) };
  }
  const company = companyNamed(keyValue(first.key, catalogue.company.schema.key) ?? '');
  if (company === undefined) throw noCompany();
  if (rest.length > 0) return inCompany(call, company, rest);
  const [row] = catalogue.company.rows([company], readingOf(call, company.code));
  if (row === undefined) throw noCompany();
  return { kind: 'record', row };
}

function companyRows(call: Call, { company }: Catalogue): readonly Row[] {
  return COMPANIES.flatMap((one) => company.rows([one], readingOf(call, one.code)));
}

/** `?company=`, or the header `Company` of a batch. */
function companyAsked({ request }: Call): (typeof COMPANIES)[number] {
  const asked = request.query.get('company') ?? request.headers['company'];
  const found = asked === undefined ? undefined : companyNamed(asked);
  if (found === undefined) throw noCompany();
  return found;
}

function inCompany(call: Call, { code }: { readonly code: '1' | '2' }, segments: readonly Segment[]): Target {
  const [first, ...rest] = segments;
  const set = call.site.catalogues[call.address.route].sets.get(first?.name ?? '');
  if (first === undefined || set === undefined) throw noSegment(first?.name ?? '');
  if (call.site.options.deniedSets[call.principal.kind].includes(set.name)) throw permissionDenied(set.name);
  const reading = readingOf(call, code);
  const start: Target = { kind: 'collection', schema: set.schema, rows: (pins) => set.rows(reading, pins) };
  return rest.reduce((at, segment) => step(at, segment, reading), keyed(start, first, reading));
}

function step(at: Target, segment: Segment, reading: Reading): Target {
  const navigation = at.kind === 'record' ? at.row.schema.navigations.get(segment.name) : undefined;
  if (at.kind !== 'record' || navigation === undefined) throw noSegment(segment.name);
  const related = at.row.related(segment.name);
  if (navigation.cardinality === 'many')
    return keyed({ kind: 'collection', schema: navigation.target(), rows: () => related }, segment, reading);
  const [row] = related;
  if (row === undefined) throw noRecord(reading.options, segment.name);
  return { kind: 'record', row };
}

function keyed(at: Extract<Target, { kind: 'collection' }>, { key }: Segment, { options }: Reading): Target {
  if (key === undefined) return at;
  const { schema } = at;
  const value = keyValue(key, schema.key);
  const rows = value === undefined ? [] : at.rows(keyPins(schema.key, value));
  const row = rows.find((candidate) => candidate.value(schema.key) === value);
  if (row === undefined) throw noRecord(options, schema.name);
  return { kind: 'record', row };
}
