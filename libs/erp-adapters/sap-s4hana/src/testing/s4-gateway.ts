import { type ApiName, SAP_APIS, sapApi } from '../client/apis';
import { type ApiModel, apiModel, type EntityModel } from '../metadata/edmx';
import { compareValues, filterTest } from './s4-filter';
import { type FixtureRow, type FixtureSets, S4_SETS, s4Metadata } from './s4-fixtures';

export interface GatewayAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface GatewayOptions {
  readonly release?: 'current' | '2020';
  /** How many rows SAP puts on a page, whatever is asked for; 2 unless told, so that every list has several. */
  readonly pageSize?: number;
  /** Whether SAP hands out the first of several expanded rows, and a link to the rest. */
  readonly splitsExpanded?: boolean;
  /** In place of the fixtures. */
  readonly sets?: { readonly [A in ApiName]?: FixtureSets };
  readonly metadata?: { readonly [A in ApiName]?: string };
}

/** An OData error body as the gateway of SAP sends it. */
export function s4Error(code: string, value: string): unknown {
  const innererror = {
    transactionid: 'D25C',
    Error_Resolution: { SAP_Transaction: 'Run transaction /IWFND/ERROR_LOG', SAP_Note: '1797736' },
    errordetails: [],
  };
  return { error: { code, message: { lang: 'en', value }, innererror } };
}

function refused(status: number, code: string, value: string): GatewayAnswer {
  return { status, body: s4Error(code, value) };
}

/** What is asked of one set: query options, and what is left of the path behind it. */
interface Asked {
  readonly api: ApiName;
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

const models = new Map<string, ApiModel>();

function modelOf(xml: string): ApiModel {
  const known = models.get(xml) ?? apiModel(xml);
  if (known === undefined) throw new TypeError('the fixture is no EDMX');
  models.set(xml, known);
  return known;
}

/** SAP as far as it reads: metadata, collections, keys and navigations of the fixtures. */
export class S4Gateway {
  constructor(private readonly options: GatewayOptions = {}) {}

  metadata(api: ApiName): string {
    return this.options.metadata?.[api] ?? s4Metadata(api, this.options.release ?? 'current');
  }

  /** `undefined` for an address that is no API. */
  answer(url: URL): GatewayAnswer | undefined {
    const asked = this.asked(url);
    if (asked === undefined) return undefined;
    try {
      return this.read(asked);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return refused(400, '/IWBEP/CM_MGW_RT/170', error.message);
    }
  }

  apiOf(url: URL): ApiName | undefined {
    const apis = Object.keys(SAP_APIS) as readonly ApiName[];
    return apis.find((api) => url.pathname.startsWith(`${sapApi(api).path}/`));
  }

  private asked(url: URL): Asked | undefined {
    const api = this.apiOf(url);
    if (api === undefined) return undefined;
    const path = decodeURIComponent(url.pathname.slice(sapApi(api).path.length + 1));
    return { api, origin: url.origin, path, query: url.searchParams };
  }

  private read(asked: Asked): GatewayAnswer {
    const [, set = '', key, navigation] = /^([\w]+)(?:\('((?:[^']|'')*)'\))?(?:\/(\w+))?$/.exec(asked.path) ?? [];
    const entity = modelOf(this.metadata(asked.api)).sets.get(set);
    const sets = this.options.sets?.[asked.api] ?? S4_SETS[asked.api];
    if (entity === undefined || sets === undefined) return refused(404, '/IWBEP/CM_MGW_RT/020', 'no segment');
    const rows = sets[set] ?? [];
    if (key === undefined) return { status: 200, body: this.collection(asked, entity, rows) };
    const [first] = Object.keys(rows[0] ?? {});
    const row = rows.find((candidate) => candidate[first ?? ''] === key.replaceAll("''", "'"));
    if (row === undefined) return refused(404, '/IWBEP/CM_MGW_RT/020', `Resource not found ${key}`);
    if (navigation !== undefined) {
      const target = this.target(asked.api, entity, navigation);
      return { status: 200, body: this.collection(asked, target, (row[navigation] ?? []) as readonly FixtureRow[]) };
    }
    const one = this.projected({ ...asked, path: `${set}('${key}')` }, entity, row);
    return { status: 200, body: sapApi(asked.api).version === 'v2' ? { d: one } : one };
  }

  private target(api: ApiName, entity: EntityModel, navigation: string): EntityModel {
    const type = entity.navigations.get(navigation);
    const target = type === undefined ? undefined : modelOf(this.metadata(api)).types.get(type);
    if (target === undefined) throw new SyntaxError(`no navigation ${navigation}`);
    return target;
  }

  private collection(asked: Asked, entity: EntityModel, rows: readonly FixtureRow[]): unknown {
    const { query } = asked;
    const filter = query.get('$filter');
    const matching = filter === null ? [...rows] : rows.filter(filterTest(filter, entity.properties));
    for (const term of (query.get('$orderby') ?? '')
      .split(',')
      .filter((each) => each !== '')
      .reverse()) {
      const [field = '', direction] = term.split(' ');
      if (!entity.properties.has(field)) throw new SyntaxError(`no property ${field}`);
      matching.sort((left, right) => compareValues(left[field], right[field]) * (direction === 'desc' ? -1 : 1));
    }
    const top = Number(query.get('$top') ?? matching.length);
    const whole = matching.slice(0, top);
    const from = Number(query.get('$skiptoken') ?? '0');
    const size = this.options.pageSize ?? 2;
    const page = whole
      .slice(from, from + size)
      .map((row) => this.projected({ ...asked, path: `${asked.path}` }, entity, row));
    const more = whole.length > from + size;
    return this.wrapped(asked, page, more ? from + size : undefined);
  }

  private wrapped({ api, origin, path, query }: Asked, page: readonly unknown[], next: number | undefined): unknown {
    const rest = new URLSearchParams(query);
    rest.set('$skiptoken', String(next));
    const link = `${origin}${sapApi(api).path}/${encodeURIComponent(path).replaceAll('%2F', '/')}?${rest.toString()}`;
    if (sapApi(api).version === 'v4')
      return { value: page, ...(next === undefined ? {} : { '@odata.nextLink': link }) };
    return { d: { results: page, ...(next === undefined ? {} : { __next: link }) } };
  }

  private projected(asked: Asked, entity: EntityModel, row: FixtureRow): FixtureRow {
    const { query, api } = asked;
    const select = listed(query.get('$select'));
    const own = select.filter((name) => !name.includes('/') && name !== '*');
    const unknown = own.find((name) => !entity.properties.has(name) && !entity.navigations.has(name));
    if (unknown !== undefined) throw new SyntaxError(`no property ${unknown}`);
    const fields = own.length === 0 ? [...entity.properties] : own;
    const values = fields
      .filter((name) => entity.properties.has(name))
      .map((name) => [name, row[name] ?? null] as const);
    const version = sapApi(api).version;
    const expands = version === 'v2' ? v2Expands(query) : v4Expands(query.get('$expand') ?? '');
    const navigations = [...entity.navigations.keys()].flatMap((name) => {
      const below = expands.get(name);
      if (below === undefined)
        return version === 'v2' ? [[name, { __deferred: { uri: 'http://inner/x' } }] as const] : [];
      return this.navigation({ ...asked, query: below }, { name, entity }, row[name]);
    });
    const metadata = version === 'v2' ? { __metadata: { type: `${api}Type`, uri: 'http://inner/x' } } : {};
    return { ...metadata, ...Object.fromEntries([...values, ...navigations]) };
  }

  private navigation(
    asked: Asked,
    { name, entity }: { readonly name: string; readonly entity: EntityModel },
    value: unknown,
  ): readonly (readonly [string, unknown])[] {
    const target = this.target(asked.api, entity, name);
    const isCut = this.options.splitsExpanded === true && asked.path.endsWith(')') && Array.isArray(value);
    if (!isCut || value.length < 2) return [[name, this.expanded(asked, target, value)]];
    const rest = new URLSearchParams([...asked.query].filter(([, text]) => text !== ''));
    rest.set('$skiptoken', '1');
    // As a gateway behind a proxy writes it: with the host it knows itself by.
    const link = `http://inner.host:44300${sapApi(asked.api).path}/${asked.path}/${name}?${rest.toString()}`;
    const first = this.expanded({ ...asked, path: '' }, target, value.slice(0, 1));
    if (sapApi(asked.api).version === 'v4')
      return [
        [name, first],
        [`${name}@odata.nextLink`, link],
      ];
    return [[name, { ...(first as object), __next: link }]];
  }

  private expanded(asked: Asked, target: EntityModel, value: unknown): unknown {
    if (value === undefined || value === null) return null;
    if (!Array.isArray(value)) return this.projected(asked, target, value as FixtureRow);
    const rows = (value as readonly FixtureRow[]).map((row) => this.projected(asked, target, row));
    return sapApi(asked.api).version === 'v2' ? { results: rows } : rows;
  }
}

function listed(text: string | null): readonly string[] {
  return (text ?? '').split(',').filter((name) => name !== '');
}

function below(names: readonly string[], navigation: string): string {
  return names
    .filter((name) => name.startsWith(`${navigation}/`))
    .map((name) => name.slice(navigation.length + 1))
    .join(',');
}

function v2Expands(query: URLSearchParams): ReadonlyMap<string, URLSearchParams> {
  const expand = listed(query.get('$expand'));
  const select = listed(query.get('$select'));
  const direct = expand.filter((name) => !name.includes('/'));
  return new Map(
    direct.map((name) => [name, new URLSearchParams({ $expand: below(expand, name), $select: below(select, name) })]),
  );
}

/** `_Item($select=a,b;$expand=_X($select=c)),_Partner($select=d)`. */
function v4Expands(text: string): ReadonlyMap<string, URLSearchParams> {
  return new Map(
    split(text, ',').map((part) => {
      const [, name = '', options = ''] = /^(\w+)(?:\((.*)\))?$/.exec(part) ?? [];
      const query = new URLSearchParams();
      for (const option of split(options, ';')) {
        const at = option.indexOf('=');
        query.set(option.slice(0, at), option.slice(at + 1));
      }
      return [name, query];
    }),
  );
}

function split(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  [...text, separator].forEach((character, index) => {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character !== separator || depth > 0) return;
    if (index > start) parts.push(text.slice(start, index));
    start = index + 1;
  });
  return parts;
}
