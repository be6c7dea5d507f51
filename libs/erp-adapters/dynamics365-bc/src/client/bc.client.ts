import {
  entityPath,
  jsonOf,
  nextUrl,
  odataCollection,
  type ODataQuery,
  odataQuery,
  parseVendor,
  requiredVendorText,
  type Speaker,
  vendorText,
} from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { z } from 'zod';
import type { BcSettings } from '../settings/dynamics365-bc.settings';
import type { BcWire } from './bc.wire';
import { once } from './once';
import { ERP, type FailureReading, failureOf } from './vendor-failure';

export interface BcCompany {
  readonly id: string;
  readonly name: string;
}

/** A set of the company: of the standard API, of the tenant's extension, or a published page. */
export interface SetQuery {
  readonly from: 'standard' | 'extension' | 'page';
  readonly set: string;
  readonly query: ODataQuery;
  /** What is read, for error messages: `orders`. */
  readonly what: string;
}

export interface BatchPart {
  readonly set: string;
  readonly query: ODataQuery;
  readonly what: string;
}

export interface BcClient {
  /** The company, found once per connection. */
  company(call: ErpCall): Promise<BcCompany>;
  companyId(call: ErpCall): Promise<string>;
  /** The company's id where it is known without asking. */
  knownCompanyId(): string | undefined;
  /** Rows of a set, following the server's pages; `query.top` ends the walk. Throws `ErpError`. */
  rows(asked: SetQuery, call: ErpCall): Promise<readonly unknown[]>;
  /** What lies at a path below the company, such as a navigation to a single object. Throws `ErpError`. */
  entity(path: string, call: ErpCall): Promise<unknown>;
  /** Rows of several sets of the extension in one `$batch`, in the order asked for. Throws `ErpError`. */
  batch(parts: readonly BatchPart[], call: ErpCall): Promise<readonly (readonly unknown[])[]>;
  /** Address of the standard API, for what lies beside the company. */
  readonly apiUrl: string;
  readonly wire: BcWire;
}

/** A walk that finds more than any of our questions can mean is an error, never a cut list. */
const MOST_ROWS = 20_000;

/** Most operations Business Central takes in one `$batch`. */
export const MOST_PARTS = 100;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
  return GUID.test(text);
}

const companySchema = z.object({ id: requiredVendorText, name: requiredVendorText, displayName: vendorText });

const partSchema = z.object({
  responses: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      status: z.number(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown(),
    }),
  ),
});

type PartAnswer = z.output<typeof partSchema>['responses'][number];

export interface ClientDeps extends FailureReading {
  readonly settings: BcSettings;
  readonly wire: BcWire;
}

class Client implements BcClient {
  readonly apiUrl: string;
  readonly wire: BcWire;
  private readonly speaker: Speaker;
  private readonly found;

  constructor(private readonly deps: ClientDeps) {
    this.wire = deps.wire;
    this.speaker = { erp: ERP, connectionId: deps.connectionId };
    this.apiUrl = `${deps.settings.root}/api/${deps.settings.apiRoute}`;
    this.found = once(deps.settings.timeoutMs, (call) => this.findCompany(call));
  }

  company(call: ErpCall): Promise<BcCompany> {
    return this.found.get(call);
  }

  knownCompanyId(): string | undefined {
    const { company } = this.deps.settings;
    return isGuid(company) ? company : this.found.known()?.id;
  }

  async rows(asked: SetQuery, call: ErpCall): Promise<readonly unknown[]> {
    const first = `${await this.setUrl(asked, call)}${odataQuery(asked.query, 'v4')}`;
    return this.walk(first, { ...asked, top: asked.query.top ?? Number.POSITIVE_INFINITY }, call);
  }

  async entity(path: string, call: ErpCall): Promise<unknown> {
    const url = await this.setUrl({ from: 'standard', set: path }, call);
    return this.wire.json({ method: 'GET', url }, call);
  }

  async batch(parts: readonly BatchPart[], call: ErpCall): Promise<readonly (readonly unknown[])[]> {
    if (parts.length === 0) return [];
    if (parts.length > MOST_PARTS) throw new RangeError('a batch holds more parts than Business Central takes');
    const company = entityPath('companies', { guid: await this.companyId(call) }, 'v4');
    const requests = parts.map(({ set, query }, index) => ({
      method: 'GET',
      id: String(index + 1),
      url: `${company}/${set}${odataQuery(query, 'v4')}`,
      headers: { accept: 'application/json' },
    }));
    const url = `${this.extensionUrl()}/$batch`;
    const body = await this.wire.json({ method: 'POST', url, body: { requests } }, call);
    const { responses } = parseVendor(partSchema, body, { ...this.speaker, what: 'a batch' });
    return parts.map((part, index) => this.rowsOfPart(responses, String(index + 1), part));
  }

  private rowsOfPart(answers: readonly PartAnswer[], id: string, { what }: BatchPart): readonly unknown[] {
    const mine = answers.filter((answer) => answer.id === id);
    const [answer] = mine;
    if (answer === undefined || mine.length > 1) {
      throw new ErpError('bad-response', `${ERP} did not answer each part of a batch once.`, this.speaker);
    }
    // A batch is a 200 whatever became of its parts.
    const failure = failureOf(replyOfPart(answer), this.deps);
    // A part about something unknown has no rows; the other parts are answered all the same.
    if (failure?.code === 'not-found') return [];
    if (failure !== undefined) throw failure;
    const body =
      typeof answer.body === 'string'
        ? jsonOf({ ...replyOfPart(answer), text: answer.body }, this.speaker)
        : answer.body;
    const page = odataCollection(body, 'v4', { ...this.speaker, what });
    if (page.nextLink === undefined) return page.rows;
    throw new ErpError('bad-response', `${ERP} answered a part of a batch with more than one page.`, this.speaker);
  }

  private async walk(
    first: string,
    { what, top }: { readonly what: string; readonly top: number },
    call: ErpCall,
  ): Promise<readonly unknown[]> {
    const rows: unknown[] = [];
    const seen = new Set<string>();
    for (let url: string | undefined = first; url !== undefined && rows.length < top;) {
      if (seen.has(url))
        throw new ErpError('bad-response', `${ERP} names a next page that leads astray.`, this.speaker);
      seen.add(url);
      const body: unknown = await this.wire.json({ method: 'GET', url }, call);
      const page = odataCollection(body, 'v4', { ...this.speaker, what });
      rows.push(...page.rows);
      if (rows.length > MOST_ROWS) {
        throw new ErpError('bad-response', `${ERP} answered with more rows than can be true.`, this.speaker);
      }
      url = page.nextLink === undefined ? undefined : nextUrl(page.nextLink, url, this.speaker);
    }
    return rows.slice(0, top);
  }

  private async setUrl({ from, set }: Pick<SetQuery, 'from' | 'set'>, call: ErpCall): Promise<string> {
    if (from === 'page') {
      const { name } = await this.company(call);
      return `${this.deps.settings.root}/ODataV4/${entityPath('Company', { text: name }, 'v4')}/${set}`;
    }
    const base = from === 'extension' ? this.extensionUrl() : this.apiUrl;
    return `${base}/${entityPath('companies', { guid: await this.companyId(call) }, 'v4')}/${set}`;
  }

  private extensionUrl(): string {
    const { root, customApi } = this.deps.settings;
    if (customApi === undefined)
      throw new ErpError('unsupported', 'The connection names no extension API.', this.speaker);
    return `${root}/api/${customApi}`;
  }

  async companyId(call: ErpCall): Promise<string> {
    return this.knownCompanyId() ?? (await this.company(call)).id;
  }

  private async findCompany(call: ErpCall): Promise<BcCompany> {
    const wanted = this.deps.settings.company.toLowerCase();
    const what = 'companies';
    const rows = await this.walk(`${this.apiUrl}/companies`, { what, top: Number.POSITIVE_INFINITY }, call);
    const companies = rows.map((row) => parseVendor(companySchema, row, { ...this.speaker, what }));
    const found =
      companies.find(({ id, name }) => [id, name].some((key) => key.toLowerCase() === wanted)) ??
      companies.find(({ displayName }) => displayName?.toLowerCase() === wanted);
    if (found !== undefined && isGuid(found.id)) return { id: found.id, name: found.name };
    throw new ErpError('invalid-request', `${ERP} has no company of the name or id in the settings.`, this.speaker);
  }
}

function replyOfPart({ status, headers, body }: PartAnswer) {
  const lower = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status,
    headers: Object.fromEntries(lower),
    setCookies: [],
    text: typeof body === 'string' ? body : (JSON.stringify(body) ?? ''),
  };
}

/** The client of one connection: company, sets, pages and batches. */
export function createBcClient(deps: ClientDeps): BcClient {
  return new Client(deps);
}
