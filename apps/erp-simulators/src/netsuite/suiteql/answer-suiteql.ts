import { trimDecimal } from '@headwater/kernel';
import type { VendorAnswer } from '../../simulator';
import { jsonAnswer } from '../answers';
import { ExactNumber, parsedFields, type Fields } from '../json';
import { invalidParameter, NetsuiteError } from '../netsuite-error';
import type { SuiteqlOptions } from '../options/suiteql-options';
import { pagedBody, pageRequest, type PageRequest } from '../paging';
import type { RestCall } from '../rest-call';
import { formatDate, maskOf } from './date-masks';
import { prepareSelect, type PageCut } from './prepare-select';
import type { Relation } from './relation';
import { parseStatement } from './select-parser';
import type { Session } from './session';
import { numberIn, SqlDate, sqlText, type SqlValue } from './values';

export const SUITEQL_PATH = '/services/rest/query/v1/suiteql';

/** `{ "q": "SELECT …", "params": […] }` in, one page of rows out. */
export function answerSuiteql(call: RestCall, tables: ReadonlyMap<string, Relation>): VendorAnswer {
  const { request, books, origin } = call;
  requireTransient(request.headers['prefer']);
  const { maximumRows } = books.options.suiteql;
  const page = reachable(pageRequest(request.query), maximumRows);
  const { q, parameters } = questionIn(request.body);
  const statement = parseStatement(q);
  if (statement.parameters !== parameters.length) {
    throw invalidParameter('The number of params does not match the query.');
  }
  const session = sessionFor(call, tables, parameters);
  const query = prepareSelect(statement.select, session);
  const { total, rows } = query.page(cutFor(page, books.options.suiteql));
  const body = pagedBody({
    address: `${origin}${SUITEQL_PATH}`,
    query: request.query,
    page,
    items: rows.map((row) => itemOf(query.columns, row, session)),
    total: Math.min(total, maximumRows),
  });
  return jsonAnswer(200, body);
}

/** Only an order by a unique key keeps rows in their places from one page to the next. */
function cutFor({ offset, limit }: PageRequest, { maximumRows, unorderedRows }: SuiteqlOptions): PageCut {
  const shuffled = unorderedRows === 'shuffled' && (offset / limit) % 2 === 1;
  return {
    offset,
    count: Math.min(limit, maximumRows - offset),
    unordered: shuffled ? 'reversed' : 'as-found',
  };
}

function requireTransient(prefer: string | undefined): void {
  if (prefer?.split(',').some((wish) => wish.trim().toLowerCase() === 'transient') === true) return;
  throw new NetsuiteError(
    400,
    'INVALID_HEADER',
    "The required request header 'Prefer' is missing or invalid. Set it to 'transient'.",
    { header: 'Prefer' },
  );
}

function reachable(page: PageRequest, maximumRows: number): PageRequest {
  if (page.offset < maximumRows) return page;
  throw invalidParameter(`Provide a valid offset value. A query reaches no more than ${maximumRows} rows.`, {
    queryParam: 'offset',
  });
}

interface Question {
  readonly q: string;
  readonly parameters: readonly SqlValue[];
}

const WRITING = /^\s*(?:insert|update|delete|merge|create|alter|drop|truncate)\b/i;

function questionIn(body: string): Question {
  const { q, params = [] } = parsedFields(body) ?? {};
  if (typeof q !== 'string' || q.trim() === '') {
    throw new NetsuiteError(
      400,
      'INVALID_CONTENT',
      "Invalid request body. Provide a JSON object with the query in 'q'.",
    );
  }
  if (WRITING.test(q)) throw invalidParameter('SuiteQL only reads.', { violation: 'a statement that changes the ERP' });
  if (!Array.isArray(params)) throw invalidParameter("'params' must be an array.");
  return { q, parameters: params.map(parameterOf) };
}

function parameterOf(value: unknown): SqlValue {
  if (value === null) return null;
  if (typeof value === 'string') return sqlText(value);
  const number = typeof value === 'number' ? numberIn(String(value)) : undefined;
  if (number === undefined) throw invalidParameter("'params' holds texts and numbers.");
  return number;
}

function sessionFor(
  { books }: RestCall,
  tables: ReadonlyMap<string, Relation>,
  parameters: readonly SqlValue[],
): Session {
  const { account, suiteql } = books.options;
  return {
    options: suiteql,
    dateMask: maskOf(account.dateFormat),
    now: books.world.instant(),
    parameters,
    table: (name) => tables.get(name),
  };
}

/** A column without a value is not there. */
function itemOf(columns: readonly string[], row: readonly SqlValue[], { options, dateMask }: Session): Fields {
  const named = columns.flatMap((name, at) => {
    const value = row[at] ?? null;
    if (value === null) return options.nulls === 'omitted' ? [] : [[name, null] as const];
    return [[name, shown(value, options, dateMask)] as const];
  });
  return { links: [], ...Object.fromEntries(named) };
}

function shown(value: Exclude<SqlValue, null>, options: SuiteqlOptions, dateMask: string): unknown {
  if (typeof value === 'string') return value;
  if (value instanceof SqlDate) return formatDate(value, dateMask);
  if (options.numbers === 'number') return new ExactNumber(value.text);
  const { digits } = options;
  if (digits === 'kept') return value.text;
  const trimmed = trimDecimal(value.text);
  return digits === 'oracle' ? trimmed.replace(/^(-?)0\./, '$1.') : trimmed;
}
