import {
  entityPath,
  expandedRows,
  odataCollection,
  type ODataCollection,
  odataEntity,
  type ODataFilter,
  type ODataKey,
  odataQuery,
  type ODataQuery,
  type Speaker,
  walkPages,
} from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { type EntityPlan, type EntityShape, planOf, siteFilter } from '../metadata/entity-plan';
import type { ModelSource } from '../metadata/model-source';
import type { SapSettings } from '../settings/sap-s4hana.settings';
import { type ApiName, sapApi } from './apis';
import { inTurn } from './in-turn';
import { serverLink } from './server-link';
import { sapParameters, type SapClient } from './sap-s4hana.client';
import { ERP } from './sap-error';

/** A row in the names of the v2 APIs, whatever the system calls its fields. */
export type Row = Readonly<Record<string, unknown>>;

export interface SapQuestion {
  readonly api: ApiName;
  readonly shape: EntityShape;
  /** What is asked for, in messages: `the orders`. */
  readonly what: string;
  readonly filter?: ODataFilter;
  /** Descending with a leading `-`. */
  readonly orderBy?: readonly string[];
}

export interface SapReads {
  /** Every row, following SAP's own pages; more than can be true are an error. */
  all(question: SapQuestion, call: ErpCall): Promise<readonly Row[]>;
  /** The first rows, also where SAP hands them out in pages. */
  first(question: SapQuestion, count: number, call: ErpCall): Promise<readonly Row[]>;
  /** One row by its key. Throws `not-found`. */
  byKey(question: SapQuestion, key: ODataKey, call: ErpCall): Promise<Row>;
}

export interface ReadsOptions {
  readonly client: Pick<SapClient, 'json'>;
  readonly models: ModelSource;
  readonly settings: SapSettings;
  readonly connectionId: string;
}

/** More rows than any customer, order or item of ours has. */
const MOST_ROWS = 20_000;
/** Expanded rows that SAP cut off and that are fetched at once. */
const REST_WIDTH = 3;

export function createReads(options: ReadsOptions): SapReads {
  return {
    async all(question, call) {
      const read = await openRead(options, question, call);
      return read.rows(read.collectionUrl({}), MOST_ROWS);
    },
    async first(question, count, call) {
      const read = await openRead(options, question, call);
      return (await read.rows(read.collectionUrl({ top: count }), MOST_ROWS, count)).slice(0, count);
    },
    async byKey(question, key, call) {
      return (await openRead(options, question, call)).one(key);
    },
  };
}

async function openRead(options: ReadsOptions, question: SapQuestion, call: ErpCall): Promise<Read> {
  const { api, shape } = question;
  const { names } = options.settings;
  const model = await options.models.model(api, call);
  const place = { erp: ERP, connectionId: options.connectionId, model, names: names(api), api: sapApi(api).name };
  return new Read(options, { question, plan: planOf(shape, place), call });
}

interface Asked {
  readonly question: SapQuestion;
  readonly plan: EntityPlan;
  readonly call: ErpCall;
}

/** What a navigation to one leads to; `undefined` where it was not expanded. */
function onlyRow(value: unknown): readonly unknown[] | undefined {
  if (value === null) return [];
  return typeof value !== 'object' || '__deferred' in value ? undefined : [value];
}

/** v2 puts the link to the rest of expanded rows beside them. */
function nextIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '__next' in value ? value.__next : undefined;
}

/** Expanded rows, or the row a navigation to one leads to; `undefined` where it was not expanded. */
function rowsBelow(value: unknown): readonly unknown[] | undefined {
  return expandedRows(value) ?? onlyRow(value);
}

function renamed(row: Row, fields: EntityPlan['fields']): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  for (const [name, ours] of fields) named[ours] = row[name];
  return named;
}

/** Expanded rows that SAP did not send all of. */
interface CutOff {
  /** Those it sent; the rest is added. */
  readonly begun: Row[];
  readonly link: string;
  readonly plan: EntityPlan;
}

/** One question, planned for the system it is asked of. */
class Read {
  private readonly speaker: Speaker & { readonly what: string };

  constructor(
    private readonly options: ReadsOptions,
    private readonly asked: Asked,
  ) {
    this.speaker = { erp: ERP, connectionId: options.connectionId, what: asked.question.what };
  }

  private get version() {
    return sapApi(this.asked.question.api).version;
  }

  collectionUrl(paging: Pick<ODataQuery, 'top'>): string {
    const { question, plan } = this.asked;
    const query: ODataQuery = {
      ...this.projection(),
      ...paging,
      ...(question.filter === undefined ? {} : { filter: siteFilter(question.filter, plan.fieldOf) }),
      ...(question.orderBy === undefined ? {} : { orderBy: question.orderBy.map((name) => this.ordered(name)) }),
    };
    return `${this.options.settings.apiUrl(question.api)}/${plan.set}${odataQuery(query, this.version)}`;
  }

  private projection(): ODataQuery {
    const { plan } = this.asked;
    const custom = sapParameters(this.options.settings);
    return { custom, select: plan.select, ...(plan.expand.length === 0 ? {} : { expand: plan.expand }) };
  }

  private ordered(name: string): string {
    const { fieldOf } = this.asked.plan;
    return name.startsWith('-') ? `-${fieldOf(name.slice(1))}` : fieldOf(name);
  }

  async rows(first: string, maxRows: number, enough = Number.POSITIVE_INFINITY): Promise<readonly Row[]> {
    let seen = 0;
    const page = async (url: string): Promise<ODataCollection> => {
      const { rows, nextLink } = await this.page(url);
      seen += rows.length;
      return { rows, nextLink: seen >= enough ? undefined : nextLink };
    };
    const raw = await walkPages({ ...this.speaker, first, read: page, maxRows });
    return this.restoredRows(raw, this.asked.plan);
  }

  async one(key: ODataKey): Promise<Row> {
    const { question, plan } = this.asked;
    const path = `${entityPath(plan.set, key, this.version)}${odataQuery(this.projection(), this.version)}`;
    const url = `${this.options.settings.apiUrl(question.api)}/${path}`;
    const body = await this.options.client.json({ api: question.api, url, missing: 'not-found' }, this.asked.call);
    const [row] = await this.restoredRows([odataEntity(body, this.version, this.speaker)], plan);
    return row ?? {};
  }

  private async page(url: string): Promise<ODataCollection> {
    const { question, call } = this.asked;
    const body = await this.options.client.json({ api: question.api, url, missing: 'unavailable' }, call);
    const collection = odataCollection(body, this.version, this.speaker);
    const { nextLink } = collection;
    return { rows: collection.rows, nextLink: nextLink === undefined ? undefined : this.followable(nextLink) };
  }

  private followable(link: string): string {
    return serverLink(link, this.options.settings.apiUrl(this.asked.question.api), this.speaker);
  }

  /** Rows in our names, with every expanded row, also those SAP put behind a link of their own. */
  private async restoredRows(raw: readonly unknown[], plan: EntityPlan): Promise<readonly Row[]> {
    const cutOff: CutOff[] = [];
    const rows = raw.map((row) => this.restored(row, plan, cutOff));
    await inTurn(cutOff, REST_WIDTH, async ({ begun, link, plan: below }) => {
      const read = (url: string): Promise<ODataCollection> => this.page(url);
      const rest = await walkPages({ ...this.speaker, first: this.followable(link), read, maxRows: MOST_ROWS });
      begun.push(...(await this.restoredRows(rest, below)));
    });
    return rows;
  }

  /** Whatever SAP cut off is added to `cutOff`, to be fetched. */
  private restored(raw: unknown, plan: EntityPlan, cutOff: CutOff[]): Row {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw this.noRow();
    const row = raw as Row;
    if (plan.isInOurNames && plan.nested.length === 0) return row;
    const restored = plan.isInOurNames ? { ...row } : renamed(row, plan.fields);
    for (const { navigation, as, plan: below } of plan.nested) {
      const begun = rowsBelow(row[navigation])?.map((each) => this.restored(each, below, cutOff));
      const link = this.version === 'v4' ? row[`${navigation}@odata.nextLink`] : nextIn(row[navigation]);
      if (begun !== undefined && typeof link === 'string' && link !== '') cutOff.push({ begun, link, plan: below });
      restored[as] = begun;
    }
    return restored;
  }

  private noRow(): ErpError {
    const { erp, connectionId, what } = this.speaker;
    return new ErpError('bad-response', `${erp} answered ${what} with something that is no row.`, { connectionId });
  }
}
