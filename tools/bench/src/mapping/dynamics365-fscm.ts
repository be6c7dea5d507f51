import { createDynamics365FscmAdapter } from '@headwater/erp-adapters/dynamics365-fscm';
import { type AskedOfErp, type BenchedErp, comparedWith, lastSegment, LINES, ROWS } from './benched-erp';
import { digits, firstOf, fixture, repeated, type VendorRow } from './fixture';

const ID = 'dynamics365-fscm';
const SETS = ['SalesOrderHeadersV2', 'SalesOrderLines', 'SalesPackingSlipLines'] as const;
const HOUR = 3_600_000;
const NEWEST = Date.parse('2026-10-02T14:03:11Z');

const header = firstOf(fixture<readonly VendorRow[]>(ID, 'sales-order-headers.json'));
const line = firstOf(fixture<readonly VendorRow[]>(ID, 'sales-order-lines.json'));
const slip = firstOf(fixture<readonly VendorRow[]>(ID, 'packing-slip-lines.json'));
const number = String(header['SalesOrderNumber']);

const lot = (index: number): string => `L-${String(index).padStart(6, '0')}`;

const linesOfOne = repeated(line, LINES, (index) => ({
  ...{ InventoryLotId: lot(index), LineNumber: index + 1, LineCreationSequenceNumber: index + 1 },
  ...{ ItemNumber: `BRG-${String(index)}`, LineAmount: digits(`${String(100 + index)}.50`) },
}));

const slipsOfOne = repeated(slip, LINES, (index) => ({
  ...{ SalesOrderNumber: number, InventoryLotId: lot(index), ItemNumber: `BRG-${String(index)}` },
}));

/** The newest first, which is how a list asks for them; no two of one moment. */
const listed = repeated(header, ROWS, (index) => ({
  SalesOrderNumber: String(900_000 - index),
  OrderCreationDateTime: new Date(NEWEST - index * HOUR).toISOString().replace('.000Z', 'Z'),
}));

function selected(row: VendorRow, query: URLSearchParams): VendorRow {
  const names = (query.get('$select') ?? '').split(',');
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

/** A page goes on from the moment of the last row, past the rows of that moment already given. */
function page(query: URLSearchParams): readonly VendorRow[] {
  const moment = /OrderCreationDateTime le ([^ )]+)/.exec(query.get('$filter') ?? '')?.[1];
  const at = moment === undefined ? NEWEST : Date.parse(moment);
  const from = Math.ceil((NEWEST - at) / HOUR) + Number(query.get('$skip') ?? 0);
  return listed.slice(from, from + Number(query.get('$top')));
}

interface Sets {
  readonly lines: (query: URLSearchParams) => readonly VendorRow[];
  readonly slips: readonly VendorRow[];
}

function answersWith({ lines, slips }: Sets) {
  return (asked: AskedOfErp): unknown => {
    const rows = (found: readonly VendorRow[]): unknown => ({
      '@odata.context': 'x',
      value: found.map((row) => selected(row, asked.query)),
    });
    switch (lastSegment(asked)) {
      case 'token':
        return { access_token: 'token', token_type: 'Bearer', expires_in: 3599 };
      case '':
        return { '@odata.context': 'x', value: SETS.map((name) => ({ name, kind: 'EntitySet', url: name })) };
      case 'SalesOrderHeadersV2':
        return asked.path.endsWith(')') ? selected(header, asked.query) : rows(page(asked.query));
      case 'SalesOrderLines':
        return rows(lines(asked.query));
      case 'SalesPackingSlipLines':
        return rows(slips);
      default:
        return undefined;
    }
  };
}

function lineOfEach(query: URLSearchParams): readonly VendorRow[] {
  const numbers = comparedWith(query.get('$filter'), 'SalesOrderNumber eq');
  return numbers.map((SalesOrderNumber) => ({ ...line, SalesOrderNumber }));
}

/** Finance and Supply Chain: headers, and their lines in calls of their own. */
export const dynamics365Fscm: BenchedErp = {
  adapter: createDynamics365FscmAdapter,
  settings: (origin) => ({
    ...{ environmentUrl: origin, authorityUrl: origin, tenantId: 'contoso.example' },
    ...{ clientId: '11111111-2222-3333-4444-555555555555', clientSecret: 'secret', company: 'USMF' },
  }),
  order: number,
  customer: 'US-001',
  oneOrder: answersWith({ lines: () => linesOfOne, slips: slipsOfOne }),
  orderList: answersWith({ lines: lineOfEach, slips: [] }),
};
