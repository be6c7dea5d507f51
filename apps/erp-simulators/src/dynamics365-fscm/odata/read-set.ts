import { compareDecimals } from '@headwater/kernel';
import type { VendorAnswer } from '../../simulator';
import { ALL_COMPANIES, COMPANY_IDS } from '../companies';
import { textOf } from '../edm/entity-set';
import type { EntitySet, Row, Scan } from '../edm/schema';
import type { FscmOptions } from '../options';
import { applyQuery, countRows, sortBy } from './apply-query';
import { odataAnswer, type DataCall, type DataEnvironment } from './data-call';
import { entityJson, metadataLevel } from './entity-json';
import { ODataFault } from './fault';
import { nextLink, planPage, type PagePlan } from './paging';
import { ENTITY_OPTIONS, LIST_OPTIONS, rawOptions, readQuery, type QueryOptions } from './query-options';
import { readKey } from './resource-path';

export interface SetCall {
  readonly set: EntitySet;
  readonly call: DataCall;
  readonly environment: DataEnvironment;
}

/** `/data/Set` */
export function readList(asked: SetCall): VendorAnswer {
  const { set, call, environment } = asked;
  const { options } = environment;
  const raw = rawOptions(call.query, LIST_OPTIONS);
  const query = readQuery(raw, { set, options });
  const plan = planPage({ query, token: raw.get('$skiptoken'), prefer: call.headers['prefer'], options });
  const sort = sortBy(query.ordering, set, options);
  const { rows, more, total } = applyQuery(set.rows(scanOf(asked, query.pins)), query, { ...plan, sort });
  const level = metadataLevel(call.headers['accept']);
  return odataAnswer(
    {
      ...(level === 'none' ? {} : { '@odata.context': contextOf(asked, query, '') }),
      ...(query.count ? { '@odata.count': total ?? rows.length } : {}),
      value: rows.map((row) => entityJson(row, query, { set, options, level })),
      ...(plan.cut && more ? { '@odata.nextLink': linkOf(asked, plan) } : {}),
    },
    plan.preference === undefined ? {} : { 'preference-applied': `odata.maxpagesize=${plan.preference}` },
  );
}

/** `/data/Set/$count`: a bare number. */
export function readCount(asked: SetCall): VendorAnswer {
  const { set, call, environment } = asked;
  const query = readQuery(rawOptions(call.query, ['$filter']), { set, options: environment.options });
  const count = countRows(set.rows(scanOf(asked, query.pins)), query);
  return { status: 200, contentType: 'text/plain', body: String(count), headers: { 'odata-version': '4.0' } };
}

/** `/data/Set(dataAreaId='…',Key='…')` */
export function readEntity(asked: SetCall, keyText: string): VendorAnswer {
  const { set, call, environment } = asked;
  const { options } = environment;
  const key = readKey(keyText, set);
  const query = readQuery(rawOptions(call.query, ENTITY_OPTIONS), { set, options });
  const row = find(asked, key);
  if (row === undefined) return missing(options);
  const level = metadataLevel(call.headers['accept']);
  return odataAnswer({
    ...(level === 'none' ? {} : { '@odata.context': contextOf(asked, query, '/$entity') }),
    ...entityJson(row, query, { set, options, level }),
  });
}

function find(asked: SetCall, key: ReadonlyMap<string, string>): Row | undefined {
  const { set, environment } = asked;
  const isText = (name: string): boolean => set.property(name)?.type === 'Edm.String';
  const pins = (name: string): ReadonlySet<string> | undefined => {
    const value = isText(name) ? key.get(name) : undefined;
    return value === undefined ? undefined : new Set([value]);
  };
  const fold = (text: string): string => (environment.options.stringCompare === 'exact' ? text : text.toLowerCase());
  const equals = (row: Row, name: string, value: string): boolean => {
    const own = textOf(row.value(name));
    return isText(name) ? fold(own) === fold(value) : compareDecimals(own, value) === 0;
  };
  for (const row of set.rows(scanOf(asked, pins)))
    if ([...key].every(([name, value]) => equals(row, name, value))) return row;
  return undefined;
}

function missing({ missingEntity }: FscmOptions): VendorAnswer {
  if (missingEntity === 'error') throw new ODataFault('No record was found for the key.', 404);
  return { status: 404, contentType: 'text/plain', body: '' };
}

/** Without `cross-company=true` only the user's own company is in sight, whatever the filter says. */
function scanOf({ set, call, environment }: SetCall, pins: Scan['pins']): Scan {
  const { world, options } = environment;
  if (options.applicationUser === 'not-registered') throw new RangeError('an unknown user reads nothing');
  const { defaultCompany, deniedEntities } = options.applicationUser;
  if (deniedEntities.includes(set.entity)) throw new ODataFault(`Access denied to entity ${set.entity}.`, 403);
  const wanted = pins('dataAreaId');
  const named = wanted === undefined ? undefined : new Set([...wanted].map((id) => id.toLowerCase()));
  const companies = ALL_COMPANIES.filter((company) => {
    const id = COMPANY_IDS[company];
    return (isCrossCompany(call.query) || id === defaultCompany.toLowerCase()) && (named?.has(id) ?? true);
  });
  return { world, options, companies, pins };
}

function isCrossCompany(query: URLSearchParams): boolean {
  return [...query].some(([name, value]) => name.toLowerCase() === 'cross-company' && value.toLowerCase() === 'true');
}

function contextOf({ set, call }: SetCall, { select, expand }: QueryOptions, suffix: string): string {
  const columns = [...(select ?? []), ...expand.map(({ navigation }) => `${navigation.name}()`)];
  const shown = select === undefined || columns.length === 0 ? '' : `(${columns.join(',')})`;
  return `${call.origin}/data/$metadata#${set.name}${shown}${suffix}`;
}

function linkOf({ set, call, environment }: SetCall, plan: PagePlan): string {
  return nextLink(`${call.origin}/data/${set.name}`, call.query, { ...plan, style: environment.options.nextLink });
}
