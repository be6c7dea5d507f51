import { createEpicorP21Adapter } from '@headwater/erp-adapters/epicor-p21';
import { type AskedOfErp, type BenchedErp, comparedWith, lastSegment, LINES, ROWS } from './benched-erp';
import { digits, firstOf, fixture, repeated, type VendorRow } from './fixture';

const ID = 'epicor-p21';

type Tables = Readonly<Record<string, readonly VendorRow[]>>;

const orders = fixture<Tables>(ID, 'orders.json');
const columns = fixture<Readonly<Record<string, Readonly<Record<string, string>>>>>(ID, 'metadata.json');
const customer = firstOf(fixture<Tables>(ID, 'customers.json')['table/customer']);
const header = firstOf(orders['view/p21_view_oe_hdr']);

/** With the digits Prophet 21 sends: nine of a quantity, four of an amount. */
const line: VendorRow = {
  ...firstOf(orders['view/p21_view_oe_line']),
  ...{ qty_ordered: digits('10.000000000'), qty_on_pick_tickets: digits('0.000000000') },
  ...{ qty_invoiced: digits('4.000000000'), qty_canceled: digits('0.000000000') },
  ...{ unit_price: digits('12.4950'), extended_price: digits('124.9500') },
};

const linesOfOne = repeated(line, LINES, (index) => ({
  ...{ line_no: index + 1, item_id: `BRG-${String(index)}`, qty_ordered: digits(`${String(index + 10)}.000000000`) },
  extended_price: digits(`${String(100 + index)}.9500`),
}));

const listed = repeated(header, ROWS, (index) => ({ order_no: String(900_000 - index) }));

/** The JSON CSDL of tables or of views. */
function csdlOf(surface: string): unknown {
  const types = Object.entries(columns)
    .filter(([source]) => source.startsWith(`${surface}/`))
    .map(([source, typeOf]) => [source.slice(surface.length + 1), entityOf(typeOf)] as const);
  return { $Version: '4.0', $EntityContainer: 'Default.Container', dbo: Object.fromEntries(types) };
}

function entityOf(typeOf: Readonly<Record<string, string>>): unknown {
  const properties = Object.entries(typeOf).map(([name, $Type]) => [name, { $Type }] as const);
  return { $Kind: 'EntityType', $Key: Object.keys(typeOf).slice(0, 1), ...Object.fromEntries(properties) };
}

function lineOfEach(query: URLSearchParams): readonly VendorRow[] {
  return comparedWith(query.get('$filter'), 'order_no eq').map((order_no) => ({ ...line, order_no }));
}

interface Site {
  readonly headers: readonly VendorRow[];
  readonly lines: (query: URLSearchParams) => readonly VendorRow[];
}

function rowsOf({ headers, lines }: Site, asked: AskedOfErp): readonly VendorRow[] | undefined {
  switch (lastSegment(asked)) {
    case 'p21_view_oe_hdr':
      return headers;
    case 'p21_view_oe_line':
      return lines(asked.query);
    case 'customer':
      return [customer];
    case 'p21_view_oe_pick_ticket':
      return [];
    default:
      return undefined;
  }
}

function answersWith(site: Site) {
  return (asked: AskedOfErp): unknown => {
    if (asked.path.endsWith('/token/v2'))
      return { AccessToken: 'token', ExpiresInSeconds: 86_400, TokenType: 'Bearer' };
    if (asked.path.endsWith('/$metadata')) return csdlOf(asked.path.includes('/table/') ? 'table' : 'view');
    const { query } = asked;
    const skip = Number(query.get('$skip') ?? 0);
    const select = (query.get('$select') ?? '').split(',');
    const value = rowsOf(site, asked)
      ?.slice(skip, skip + Number(query.get('$top')))
      .map((row) => Object.fromEntries(select.map((name) => [name, row[name] ?? null])));
    return value && { '@odata.context': 'https://p21.example/odataservice/odata/$metadata', value };
  };
}

/** Prophet 21 by its OData service. */
export const epicorP21: BenchedErp = {
  adapter: createEpicorP21Adapter,
  settings: (origin) => ({
    ...{ baseUrl: origin, companyId: 'ACME', salesLocation: '10', username: 'headwater', password: 'password' },
  }),
  order: String(header['order_no']),
  customer: String(customer['customer_id']),
  oneOrder: answersWith({ headers: [header], lines: () => linesOfOne }),
  orderList: answersWith({ headers: listed, lines: lineOfEach }),
};
