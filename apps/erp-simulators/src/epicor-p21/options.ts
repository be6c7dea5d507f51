import type { StampedThing } from '../world/change-stamps';
import { DEMO_CLIENT_SECRET, DEMO_USER, type ConsumerKey, type P21User } from './credentials';
import { everyTable } from './tables/catalogue';

export type TokenEndpoint = 'v1' | 'v2';

/**
 * What differs between P21 installations and builds, or is not confirmed by public documentation.
 * The defaults are what was reported of a 26.1 build.
 */
export interface P21Options extends AccessOptions, ODataOptions, RecordOptions, RestOptions {
  /** Of the middleware, as `environment/systems` tells it. */
  readonly version: string;
  /** Leaks in every error envelope. */
  readonly hostName: string;
  readonly innerException: 'null' | 'stack';
  /** DynaChange rules that post the key of what changed; no rule is installed unless a site writes one. */
  readonly dynaChange: DynaChangeOptions;
}

export interface AccessOptions {
  readonly users: readonly P21User[];
  readonly consumerKeys: readonly ConsumerKey[];
  /** v1 takes its credentials from headers, where proxies log them. */
  readonly tokenEndpoints: readonly TokenEndpoint[];
  /** Some middleware answers a token in XML even when asked for JSON. */
  readonly tokenReply: 'as-accepted' | 'xml';
  readonly tokenLifetimeS: number;
  /** Tokens of consumer keys are said never to expire, */
  readonly consumerKeyLifetimeS: number;
  /** whatever `ExpiresInSeconds` says of them. */
  readonly consumerKeyExpiresInSeconds: number;
  readonly invalidGrantStatus: 400 | 401;
  readonly invalidClientStatus: 400 | 401;
  /** Without `Accept: application/json`; builds before 26.1.5940 fail with an empty 500. */
  readonly withoutAccept: 'xml' | 'empty-500';
  /** Of "You are not authorized to access API". */
  readonly notAuthorizedStatus: 401 | 403;
  /** A table outside what a token may read: said so, or as if it were not there. */
  readonly tableDenial: 'told' | 'not-found';
}

export interface ODataOptions {
  /** OData lives on the base host; some installations show it under `/uiserver0`. */
  readonly odataPrefix: string;
  /** Whether the body of an OData 404 is empty: by what is wrong, always, or never. */
  readonly odataErrorBody: 'by-kind' | 'empty' | 'text';
  /** `in (…)` is accepted and ignored: the whole filter, or only that term. */
  readonly inOperator: 'drops-filter' | 'drops-term';
  /** `tolower` and `toupper` stand in no list of what works. */
  readonly caseFunctions: 'refused' | 'supported';
  /** Text compares as the SQL collation of the site says. */
  readonly collation: 'case-insensitive' | 'case-sensitive';
  /** IANA name: datetimes are local, and sent with their offset. */
  readonly zone: string;
  /** What a date without a time is midnight of. */
  readonly bareDates: 'utc' | 'local';
  /** Rows that `$orderby` leaves equal come in one order, or in another from page to page. */
  readonly ties: 'stable' | 'shifting';
  /** Comparisons in one `$filter` above which it is refused; 0 for no limit. */
  readonly mostComparisons: number;
  /** JSON CSDL may leave `$Type` out for text. */
  readonly stringTypesInMetadata: 'absent' | 'stated';
  /** Tables and views this release or site lacks. */
  readonly missingTables: readonly string[];
  /** `table.column` that this release or site lacks. */
  readonly missingColumns: readonly string[];
  /** Empty site tables (`…_ud`) beside the known ones: a real `$metadata` lists 3,400. */
  readonly extraTables: number;
}

export interface RecordOptions {
  /** Whether `qty_ordered` and its kin, and picked and invoiced quantities, count base units or the line's own. */
  readonly lineQuantities: 'base' | 'line';
  /** When `qty_invoiced` counts what left. */
  readonly invoicedQuantity: 'at-shipping' | 'at-invoicing';
  /** Every n-th item of the catalogue is a kit, whose order lines have component lines; 0 for none. */
  readonly kitEvery: number;
  /** What is kept back lies in `inv_loc_stock_status`, or counts as allocated. */
  readonly reservedStock: 'stock-status' | 'allocated';
  /** `inv_loc` is kept per company; a site with one company has one row. */
  readonly sharedStock: 'row-per-company' | 'first-company';
  /** `customer.currency_id` (unverified): a number of `currency_hdr`, an ISO code, or not there. */
  readonly customerCurrency: 'number' | 'code' | 'absent';
  readonly creditMemoType: string;
  /** Invoices settled but for a fraction of a cent stay `paid_in_full_flag` N on some sites. */
  readonly roundingRests: 'none' | 'some';
  /** Of `p21_invoice_amt_remaining_view`. */
  readonly remainingAmountColumn: string;
  /** Of `clippership_return_10004`. */
  readonly clipperTrackingColumn: string;
  /** Rows of `p21_view_es_sales_order`. */
  readonly esSalesOrderRows: 'order' | 'line';
  /** Rebuilds behind P21's back move values and leave `date_last_modified` of these things alone. */
  readonly unstamped: readonly StampedThing[];
}

export interface RestOptions {
  readonly argumentErrorStatus: 400 | 500;
  readonly businessErrorStatus: 400 | 500;
  /** An item that cannot be priced spoils the whole batch, or only its row. */
  readonly batchItemFailure: 'whole-call-error' | 'error-row';
  /** A bare array, or `{ "list": […] }` as child collections have it. */
  readonly batchReply: 'array' | 'list';
  /** Price of one base unit, or the list price. */
  readonly baseUnitPrice: 'per-base-unit' | 'list';
  /** Every n-th item of `inv_mast` is 404 in the REST family; 0 for none. */
  readonly restBlindEvery: number;
  /** `GET /api/inventory/parts/` without a key never ends. */
  readonly partsList: 'hangs' | 'answers';
  /** `GET /api/sales/orders/{no}`. */
  readonly orderGet: 'answers' | 'hangs';
  readonly orderLinesOnGet: 'null' | 'list';
}

export interface DynaChangeOptions {
  /** Tables with a rule; only their keys are posted. */
  readonly tables: readonly string[];
  readonly secretHeader: string;
}

const HUNDRED_YEARS_S = 100 * 365 * 86_400;

/** What the catalogue of tables depends on. */
const TABLE_CHOICES = {
  missingTables: [],
  missingColumns: [],
  extraTables: 0,
  customerCurrency: 'number',
  remainingAmountColumn: 'amt_remaining',
  clipperTrackingColumn: 'tracking',
  esSalesOrderRows: 'order',
} as const satisfies Partial<P21Options>;

export const DEFAULT_P21_OPTIONS: P21Options = {
  version: '26.1.5950.0',
  hostName: 'P21-MW-01',
  innerException: 'null',
  dynaChange: { tables: [], secretHeader: 'x-p21-rule-secret' },
  users: [DEMO_USER],
  consumerKeys: [{ clientSecret: DEMO_CLIENT_SECRET, scope: `/api;/odata:${everyTable(TABLE_CHOICES).join(',')}` }],
  tokenEndpoints: ['v2'],
  tokenReply: 'as-accepted',
  tokenLifetimeS: 86_400,
  consumerKeyLifetimeS: HUNDRED_YEARS_S,
  consumerKeyExpiresInSeconds: 86_400,
  invalidGrantStatus: 400,
  invalidClientStatus: 401,
  withoutAccept: 'xml',
  notAuthorizedStatus: 401,
  tableDenial: 'told',
  odataPrefix: '/odataservice/odata',
  odataErrorBody: 'by-kind',
  inOperator: 'drops-filter',
  caseFunctions: 'refused',
  collation: 'case-insensitive',
  zone: 'America/New_York',
  bareDates: 'utc',
  ties: 'stable',
  mostComparisons: 0,
  stringTypesInMetadata: 'absent',
  ...TABLE_CHOICES,
  lineQuantities: 'base',
  invoicedQuantity: 'at-shipping',
  kitEvery: 37,
  reservedStock: 'stock-status',
  sharedStock: 'row-per-company',
  creditMemoType: 'CM',
  roundingRests: 'none',
  unstamped: [],
  argumentErrorStatus: 400,
  businessErrorStatus: 400,
  batchItemFailure: 'whole-call-error',
  batchReply: 'array',
  baseUnitPrice: 'per-base-unit',
  restBlindEvery: 97,
  partsList: 'hangs',
  orderGet: 'answers',
  orderLinesOnGet: 'null',
};

/** Builds whose differences are documented. */
export const P21_BUILDS = {
  '25.2': { version: '25.2.5412.0' },
  '26.1.5873': { version: '26.1.5873.0', withoutAccept: 'empty-500' },
  '26.1.5950': { version: '26.1.5950.0' },
  /** Before token v2: credentials in headers, XML answers. */
  legacy: { version: '21.1.3620.0', tokenEndpoints: ['v1'], tokenReply: 'xml' },
} as const satisfies Readonly<Record<string, Partial<P21Options>>>;
