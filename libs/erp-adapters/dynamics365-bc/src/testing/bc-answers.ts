import type { ReplayAnswer } from '@headwater/erp-testing';
import {
  type BcRow,
  type BcSets,
  COMPANIES,
  EXTENSION_SETS,
  FINANCIAL_DETAILS,
  PAGES,
  STANDARD_SETS,
} from './bc-fixtures';
import { filterReading, RefusedFilter } from './odata-filter-reading';

export const COMPANY_ID = '00000001-0000-4000-8000-000000000001';

/** Navigations that are only there where they are expanded. */
const LINES = ['salesOrderLines', 'salesQuoteLines', 'salesInvoiceLines', 'salesShipmentLines'];

function failing(status: number, code: string): ReplayAnswer {
  return { status, body: { error: { code, message: 'Something is wrong.  CorrelationId:  0b6d.' } } };
}

export const NO_ROUTE = failing(404, 'BadRequest_NotFound');

function ordered(rows: readonly BcRow[], orderBy: string | null): readonly BcRow[] {
  const fields = (orderBy ?? '').split(',').filter((field) => field !== '');
  return [...rows].sort((left, right) => {
    for (const field of fields) {
      const [name = '', direction] = field.split(' ');
      const [one, other] = [String(left[name] ?? ''), String(right[name] ?? '')];
      if (one !== other) return (one < other ? -1 : 1) * (direction === 'desc' ? -1 : 1);
    }
    return 0;
  });
}

function withExpanded(row: BcRow, expand: string | null): BcRow {
  const expanded = new Set((expand ?? '').split(','));
  return Object.fromEntries(Object.entries(row).filter(([name]) => !LINES.includes(name) || expanded.has(name)));
}

function collection(sets: BcSets, set: string, query: URLSearchParams): ReplayAnswer {
  const rows = sets[set];
  if (rows === undefined) return NO_ROUTE;
  const filter = query.get('$filter');
  try {
    const passes = filter === null ? () => true : filterReading(filter, query.get('$schemaversion'));
    const top = Number(query.get('$top') ?? rows.length);
    const found = ordered(rows.filter(passes), query.get('$orderby')).slice(0, top);
    return { body: { '@odata.context': 'x', value: found.map((row) => withExpanded(row, query.get('$expand'))) } };
  } catch (error) {
    if (error instanceof RefusedFilter) return failing(400, 'BadRequest_MethodNotImplemented');
    throw error;
  }
}

const BELOW_COMPANY = /^companies\(([^)]+)\)\/(\w+)(?:\(([^)]+)\)\/(\w+))?$/;

function ofCompany(sets: BcSets, path: string, query: URLSearchParams): ReplayAnswer {
  const [, company, set = '', id, navigation] = BELOW_COMPANY.exec(path) ?? [];
  if (company !== COMPANY_ID) return NO_ROUTE;
  if (id === undefined) return collection(sets, set, query);
  const detail = navigation === 'customerFinancialDetail' ? FINANCIAL_DETAILS[id] : agedOf(navigation, id);
  return detail === undefined ? failing(404, 'Internal_RecordNotFound') : { body: detail };
}

function agedOf(navigation: string | undefined, id: string): BcRow | undefined {
  if (navigation !== 'agedAccountsReceivable') return undefined;
  return STANDARD_SETS['agedAccountsReceivables']?.find((row) => row['customerId'] === id);
}

/** What Business Central answers to a read, by what follows its root. */
export function bcAnswer(pathAndQuery: string): ReplayAnswer {
  const url = new URL(pathAndQuery, 'http://bc.example');
  const path = decodeURIComponent(url.pathname);
  if (path.endsWith('/api/v2.0/companies')) return { body: { value: COMPANIES } };
  const standard = /\/api\/v2\.0\/(companies\(.*)$/.exec(path)?.[1];
  if (standard !== undefined) return ofCompany(STANDARD_SETS, standard, url.searchParams);
  const extension = /\/api\/headwater\/crm\/v1\.0\/(companies\(.*)$/.exec(path)?.[1];
  if (extension !== undefined) return ofCompany(EXTENSION_SETS, extension, url.searchParams);
  const page = /\/ODataV4\/Company\('CRONUS USA, Inc\.'\)\/(\w+)$/.exec(path)?.[1];
  return page === undefined ? NO_ROUTE : collection(PAGES, page, url.searchParams);
}

interface BatchRequest {
  readonly requests: readonly { readonly method: string; readonly id: string; readonly url: string }[];
}

/** What it answers to a `$batch` of the extension API. */
export function batchAnswer(body: BatchRequest): ReplayAnswer {
  const responses = body.requests.map(({ id, url }) => {
    const answer = bcAnswer(`/api/headwater/crm/v1.0/${url}`);
    return { id, status: answer.status ?? 200, headers: { 'content-type': 'application/json' }, body: answer.body };
  });
  return { body: { responses } };
}
