import type { VendorAnswer } from '../../simulator';
import { COMPANIES } from '../../world/organisation';
import { companyOf, knownOperator, parsedBody, type SxeRequest } from '../answer-call';
import { Input } from '../call';
import { gatewayAnswer, jsonAnswer, SxeError, type Fields } from '../envelope';
import type { SxeOptions } from '../options';
import { arsc, arss } from './tables/customers';
import { oeeh, oeel } from './tables/orders';
import { icsec } from './tables/cross-references';
import { icsd, icsp, icsw } from './tables/products';
import { aret } from './tables/receivables';
import type { TableRows } from './tables/table';
import { matches, pinned } from './where-evaluate';
import { parseWhere } from './where-parser';

const TABLES: Readonly<Record<string, TableRows>> = { arsc, arss, icsec, icsp, icsw, icsd, oeeh, oeel, aret };

/** The generic table read: no `request` or `response` around it, and names begin with capitals. */
export function answerFetchWhere({ world, options, body }: SxeRequest): VendorAnswer {
  const fields = parsedBody(body);
  if (fields === undefined || 'request' in fields) return gatewayAnswer(400, 'Bad Request');
  try {
    const input = new Input(fields);
    companyOf(input.integer('CompanyNumber'));
    knownOperator(input.text('Operator'), options);
    const table = input.text('TableName')?.toLowerCase() ?? '';
    return jsonAnswer(200, page(rowsOf({ world, options, input, table }), { input, options, table }));
  } catch (error) {
    if (error instanceof SxeError) return jsonAnswer(options.businessErrorStatus, { cErrorMessage: error.message });
    throw error;
  }
}

interface Asked {
  readonly input: Input;
  readonly options: SxeOptions;
  readonly table: string;
}

/** Without `cono` in the WHERE the rows of every company come back: the table knows no other fence. */
function rowsOf({ world, options, input, table }: Asked & Pick<SxeRequest, 'world'>): readonly Fields[] {
  const rows = TABLES[table];
  if (rows === undefined) throw new SxeError(`** Unknown or ambiguous table ${table}`);
  const clause = input.text('WhereClause');
  const where = clause === undefined ? undefined : parseWhere(clause);
  const pins = (field: string): ReadonlySet<string> | undefined =>
    where === undefined ? undefined : pinned(where, field, table);
  const scan = COMPANIES.flatMap(({ code }) => rows({ world, options, company: code, pinned: pins }));
  return where === undefined ? scan : scan.filter((row) => matches(row, where, table));
}

/** `RestartRowID` takes up where a batch was cut; "0" ends a walk. What fits in one batch comes without it. */
function page(rows: readonly Fields[], { input, options, table }: Asked): Fields {
  const from = rowPosition(input.text('RestartRowID'));
  const size = input.integer('BatchSize') ?? 0;
  const count = size > 0 ? size : options.batchSizeZero === 'all' ? rows.length : 100;
  const batch = rows.slice(from, from + count);
  const next = from + batch.length;
  const restart = next < rows.length ? rowId(next) : '0';
  return { [`ttbl${table}`]: batch, ...(from === 0 && restart === '0' ? {} : { [options.restartRowIdKey]: restart }) };
}

function rowId(position: number): string {
  return `0x${position.toString(16).padStart(16, '0')}`;
}

function rowPosition(id: string | undefined): number {
  return id !== undefined && /^0x[0-9a-f]{1,12}$|^0x0{4}[0-9a-f]{12}$/i.test(id) ? Number.parseInt(id.slice(2), 16) : 0;
}
