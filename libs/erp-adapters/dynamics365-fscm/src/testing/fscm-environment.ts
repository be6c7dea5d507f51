import type { ReplayAnswer } from '@headwater/erp-testing';
import { FIXTURES, type FixtureRow } from './fscm-fixtures';
import { conditionOf } from './odata-condition';

/** An environment as far as it is asked: which sets it publishes, and their rows. */
export interface Environment {
  readonly sets: Readonly<Record<string, readonly FixtureRow[]>>;
  /** Rows of a page of the server's own. */
  readonly pageSize?: number;
}

export const ENVIRONMENT: Environment = {
  sets: {
    CustomersV3: FIXTURES.customers,
    ReleasedProductsV2: FIXTURES.items,
    ProductTranslations: FIXTURES.translations,
    SalesOrderHeadersV2: FIXTURES.headers,
    SalesOrderLines: FIXTURES.lines,
    SalesPackingSlipLines: FIXTURES.slips,
    PackingSlipTrackingInformation: FIXTURES.tracking,
    WarehousesOnHandV2: FIXTURES.onHand,
    Warehouses: FIXTURES.warehouses,
    SalesPriceAgreements: FIXTURES.agreements,
    SalesInvoiceHeadersV2: FIXTURES.invoices,
    SalesInvoiceLines: FIXTURES.invoiceLines,
    CustTransactions: FIXTURES.transactions,
  },
};

/** An error as Dynamics 365 tells it: nothing outside, everything inside. */
export function odataError(status: number, message: string, type = 'Microsoft.OData.ODataException'): ReplayAnswer {
  const innererror = { message, type, stacktrace: 'at Microsoft.Dynamics.Platform' };
  return { status, body: { error: { code: '', message: 'An error has occurred.', innererror } } };
}

function fieldsOf(rows: readonly FixtureRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => Object.keys(row)));
}

/** Dates, then numbers, then texts, as a database sorts them. */
function compareValues(left: unknown, right: unknown): number {
  const [a, b] = [left, right].map((value) => String((value as { rawJSON?: unknown } | null)?.rawJSON ?? value));
  if (a === undefined || b === undefined) return 0;
  return a.localeCompare(b, 'en', { numeric: true });
}

function sorted(
  rows: readonly FixtureRow[],
  orderBy: string | null,
  fields: ReadonlySet<string>,
): readonly FixtureRow[] {
  const keys = (orderBy ?? '').split(',').filter((key) => key !== '');
  return [...rows].sort((left, right) => {
    for (const key of keys) {
      const [field = '', direction] = key.split(' ');
      if (!fields.has(field)) throw new SyntaxError(`Could not find a property named '${field}'`);
      const order = compareValues(left[field], right[field]);
      if (order !== 0) return direction === 'desc' ? -order : order;
    }
    return 0;
  });
}

function selected(row: FixtureRow, select: string | null | undefined, fields: ReadonlySet<string>): FixtureRow {
  if (select === null || select === undefined) return row;
  const names = select.split(',');
  const unknown = names.find((name) => !fields.has(name));
  if (unknown !== undefined) {
    throw new SyntaxError(`Could not find a property named '${unknown}' on type 'Microsoft.Dynamics.DataEntities.X'.`);
  }
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

/** One level, of the one navigation there is. */
function expanded(environment: Environment, row: FixtureRow, expand: string | null): FixtureRow {
  if (expand === null) return {};
  const [, navigation = '', select] = /^(\w+)(?:\(\$select=([\w,]+)\))?$/.exec(expand) ?? [];
  const lines = environment.sets[navigation];
  if (lines === undefined) throw new SyntaxError(`Could not find a property named '${navigation}'`);
  const own = lines.filter(
    (line) => line['SalesOrderNumber'] === row['SalesOrderNumber'] && line['dataAreaId'] === row['dataAreaId'],
  );
  return { [navigation]: own.map((line) => selected(line, select, fieldsOf(lines))) };
}

interface Question {
  readonly environment: Environment;
  readonly rows: readonly FixtureRow[];
  readonly url: URL;
}

function shown({ environment, rows, url }: Question, row: FixtureRow): FixtureRow {
  const own = selected(row, url.searchParams.get('$select'), fieldsOf(rows));
  return { '@odata.etag': 'W/"JzAsMjI1Jw=="', ...own, ...expanded(environment, row, url.searchParams.get('$expand')) };
}

function collection(question: Question): ReplayAnswer {
  const { environment, rows, url } = question;
  const fields = fieldsOf(rows);
  const filter = url.searchParams.get('$filter');
  const condition = filter === null ? () => true : conditionOf(filter, fields);
  const found = sorted(rows.filter(condition), url.searchParams.get('$orderby'), fields);
  // What the names are is checked even where no row is left to show.
  selected({}, url.searchParams.get('$select'), fields);
  const skip = Number(url.searchParams.get('$skip') ?? '0');
  const top = Number(url.searchParams.get('$top') ?? found.length);
  const size = Math.min(top, environment.pageSize ?? top);
  const page = found.slice(skip, skip + size);
  const next = new URL(url);
  next.searchParams.set('$skip', String(skip + size));
  next.searchParams.set('$top', String(top - size));
  const hasMore = size < top && skip + size < found.length;
  return {
    body: {
      '@odata.context': `${url.origin}/data/$metadata`,
      value: page.map((row) => shown(question, row)),
      ...(hasMore ? { '@odata.nextLink': next.href } : {}),
    },
  };
}

function entity(question: Question, keys: string): ReplayAnswer {
  const wanted = [...keys.matchAll(/(\w+)='((?:[^']|'')*)'/g)].map(
    ([, field = '', text = '']) => [field, text.replaceAll("''", "'").toLowerCase()] as const,
  );
  const own = question.rows.find((row) => wanted.every(([field, text]) => String(row[field]).toLowerCase() === text));
  if (own === undefined) return { status: 404, body: '' };
  return { body: { '@odata.context': 'x', ...shown(question, own) } };
}

/** What an environment answers below `/data/`. Without `cross-company` it knows its default company alone. */
export function environmentAnswer(environment: Environment, url: URL): ReplayAnswer {
  const [, path = ''] = /^\/data\/(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (path === '') {
    const value = Object.keys(environment.sets).map((name) => ({ name, kind: 'EntitySet', url: name }));
    return { body: { '@odata.context': `${url.origin}/data/$metadata`, value } };
  }
  const [, set = '', keys] = /^(\w+)(?:\((.*)\))?$/s.exec(path) ?? [];
  const all = environment.sets[set];
  if (all === undefined) return odataError(404, `Resource not found for the segment '${set}'.`);
  const isCrossCompany = url.searchParams.get('cross-company') === 'true';
  const rows = isCrossCompany ? all : all.filter((row) => (row['dataAreaId'] ?? 'dat') === 'dat');
  try {
    const question = { environment, rows, url };
    return keys === undefined ? collection(question) : entity(question, keys);
  } catch (error) {
    if (error instanceof SyntaxError) return odataError(400, error.message);
    throw error;
  }
}

/** An environment to ask without HTTP, with some sets otherwise. */
export function anEnvironmentOf(sets: Environment['sets']) {
  const environment = { sets: { ...ENVIRONMENT.sets, ...sets } };
  return { answer: (path: string): ReplayAnswer => environmentAnswer(environment, new URL(path, 'http://localhost')) };
}
