import type { OrderStatus } from '../world/model/order';
import type { FscmCredentials } from './credentials';
import { DEMO_CREDENTIALS } from './credentials';

/** Names of entity sets. Which exist depends on build and tenant; null or a missing name = not there. */
export interface FscmSets {
  /** Versions stand side by side; newer builds have more of them. */
  readonly orderHeaders: readonly string[];
  readonly orderLines: readonly string[];
  readonly customers: readonly string[];
  /** Names vary by build. */
  readonly packingSlipHeaders: string | null;
  readonly packingSlipLines: string | null;
  /** Not guaranteed to be public. */
  readonly custTransactions: string | null;
  /** Names of products by language. */
  readonly productTranslations: string | null;
  readonly allProducts: string | null;
  readonly unitConversions: string | null;
  /** What customers call items. */
  readonly externalItems: string | null;
  readonly postalAddresses: string | null;
}

/** Names of columns that public documentation does not confirm. */
export interface FscmColumns {
  /** Quantity of a packing slip's line. */
  readonly deliveredQuantity: string;
  /** Total of a customer transaction; what is settled of it is documented. */
  readonly transactionAmount: string;
  readonly transactionDueDate: string;
}

/** Requests per user, app and web server in a sliding window. */
export interface UserLimits {
  readonly windowS: number;
  readonly requests: number;
  readonly executionS: number;
  readonly concurrent: number;
}

/** The environment's capacity as a whole; low priorities are turned away first. */
export interface ResourceLimit {
  readonly windowS: number;
  readonly requests: number;
  readonly priority: 'High' | 'Medium' | 'Low';
  readonly retryAfterS: number;
}

export type Range = readonly [fromMs: number, toMs: number];

/** How long the ERP works on a call; counts as execution time and keeps the call in flight. */
export interface Latency {
  readonly keyRead: Range;
  readonly list: Range;
  readonly expand: Range;
  /** The first call a web server gets. */
  readonly coldStart: Range;
  /** Totals of an order are calculated row by row. */
  readonly totalsPerRow: Range;
}

export interface PriceCheckAddress {
  readonly group: string;
  readonly service: string;
  readonly operation: string;
}

/**
 * What differs between environments, or is not confirmed by Microsoft's public documentation.
 * The defaults are what public documentation and client code make most likely.
 */
export interface FscmOptions {
  readonly credentials: FscmCredentials;
  /** Addresses the environment goes by, beside the one it is called at; a token is for one of them. */
  readonly audiences: readonly string[];
  readonly tokenLifetimeS: number;
  /** How the v1 token endpoint writes `expires_in`. */
  readonly v1ExpiresIn: 'number' | 'text';
  /** The ERP user the app is mapped to; without one the ERP refuses its tokens. */
  readonly applicationUser: 'not-registered' | ApplicationUser;
  readonly sets: FscmSets;
  readonly columns: FscmColumns;
  /** Columns that are likely but not documented. */
  readonly undocumentedColumns: 'present' | 'absent';
  /** Some tenants return a name in `ReleasedProductsV2` itself. */
  readonly productNameInReleasedProducts: 'present' | 'absent';
  readonly languages: readonly string[];
  /** Where the customer's purchase order number stands. */
  readonly purchaseOrderField: 'reference' | 'requisition' | 'both';
  readonly processingStatuses: Readonly<Record<Exclude<OrderStatus, 'quote'>, string>>;
  /** `OnHoldStatus` of customers on credit hold, and of those who left. */
  readonly onHoldStatuses: { readonly creditHold: string; readonly inactive: string };
  readonly countryIds: 'three-letters' | 'two-letters';
  readonly lifecycleStates: { readonly active: string; readonly inactive: string };
  /** Which customers are persons, whose name is not in `OrganizationName`. */
  readonly personCustomers: 'none' | 'every-tenth';
  /** Orders whose totals nobody calculated yet: 0, and `AreTotalsCalculated` says No. */
  readonly uncalculatedTotals: 'none' | 'open-orders';
  /** Whether what costs less than 1 is priced by the hundred. */
  readonly priceUnits: 'per-piece' | 'cheap-per-hundred';
  /** Where goods on their way stand; the other of both columns holds demand. */
  readonly incomingColumn: 'OrderedQuantity' | 'OnOrderQuantity';
  /** An empty date is 1900-01-01, at noon or at midnight. */
  readonly emptyDateTime: 'noon' | 'midnight';
  readonly stringCompare: 'ignore-case' | 'exact';
  readonly filterFunctions: readonly ('contains' | 'startswith' | 'endswith')[];
  readonly pageSize: number;
  readonly nextLink: 'skiptoken' | 'skip';
  readonly maxPageSizePreference: 'honoured' | 'ignored';
  /** Operations in one `$batch`. */
  readonly batchLimit: number;
  readonly missingEntity: 'error' | 'empty-body';
  readonly businessFaultStatus: 400 | 500;
  /** How the layers before OData word an error. */
  readonly frontEndErrors: 'message' | 'html';
  /** Filler that makes `$metadata` as large as a real one: entity types beside the ones that answer. */
  readonly fillerEntities: number;
  readonly webServers: number;
  /** Newer platforms may switch them off. */
  readonly userLimits: UserLimits | 'off';
  readonly resourceLimit: ResourceLimit | 'off';
  readonly latency: Latency | 'none';
  /** A custom X++ service for a customer's own prices; the product has none. */
  readonly priceCheck: PriceCheckAddress | 'absent';
  readonly inventoryVisibility: 'installed' | 'absent';
  /** Sets of dimensions that are indexed; a query groups by one of them. */
  readonly inventoryIndexes: readonly (readonly string[])[];
  readonly inventoryBulkLimit: number;
  readonly businessEvents: 'on' | 'off';
  readonly businessEventShape: 'classic' | 'newer';
  /** Whether an invoice event names its order. */
  readonly invoiceEventOrder: 'present' | 'absent';
  readonly paymentEventId: string;
  /** Change events of entities, sent through Dataverse; off without Power Platform integration. */
  readonly dataEvents: 'on' | 'off';
  /** Of packing slips, whose entity is not documented. */
  readonly packingSlipEntity: string;
  /** Before names of entities and columns in data events, which are then all lower-case. */
  readonly dataEventPrefix: string;
  readonly noticeAuth: 'webhook-key' | 'http-header' | 'http-query';
  readonly noticeSecretHeader: string;
  readonly noticeSecretQuery: string;
  /** Larger notices lose their content and say so in a header. */
  readonly noticeLimitBytes: number;
}

export interface ApplicationUser {
  /** Legal entity of calls without `cross-company=true`. New users start in DAT, which holds nothing. */
  readonly defaultCompany: string;
  /** Public entities the user's security roles do not let it read. */
  readonly deniedEntities: readonly string[];
}

/** What a busy production environment may take. */
export const TYPICAL_LATENCY: Latency = {
  keyRead: [150, 500],
  list: [300, 1_500],
  expand: [500, 3_000],
  coldStart: [5_000, 20_000],
  totalsPerRow: [1, 5],
};

export const DEFAULT_SETS: FscmSets = {
  orderHeaders: ['SalesOrderHeadersV2', 'SalesOrderHeadersV3', 'SalesOrderHeadersV4'],
  orderLines: ['SalesOrderLines', 'SalesOrderLinesV2', 'SalesOrderLinesV3'],
  customers: ['Customers', 'CustomersBase', 'CustomersV2', 'CustomersV3'],
  packingSlipHeaders: 'SalesPackingSlipHeaders',
  packingSlipLines: 'SalesPackingSlipLines',
  custTransactions: 'CustTransactions',
  productTranslations: 'ProductTranslations',
  allProducts: 'AllProducts',
  unitConversions: 'ProductUnitConversions',
  externalItems: 'ExternalItemDescriptionsForCustomers',
  postalAddresses: 'CustomerPostalAddresses',
};

export const DEFAULT_LIMITS: UserLimits = { windowS: 300, requests: 6_000, executionS: 1_200, concurrent: 52 };

export const DEFAULT_FSCM_OPTIONS: FscmOptions = {
  credentials: DEMO_CREDENTIALS,
  audiences: ['https://tidewell.operations.dynamics.com'],
  tokenLifetimeS: 3_599,
  v1ExpiresIn: 'number',
  applicationUser: { defaultCompany: 'dat', deniedEntities: [] },
  sets: DEFAULT_SETS,
  columns: {
    deliveredQuantity: 'DeliveredQuantity',
    transactionAmount: 'AmountCur',
    transactionDueDate: 'DueDate',
  },
  undocumentedColumns: 'present',
  productNameInReleasedProducts: 'absent',
  languages: ['en-us'],
  purchaseOrderField: 'reference',
  processingStatuses: {
    open: 'Active',
    'on-hold': 'Active',
    picked: 'Picked',
    'partly-shipped': 'PartiallyShipped',
    shipped: 'Shipped',
    invoiced: 'Invoiced',
    closed: 'Invoiced',
    cancelled: 'Canceled',
  },
  onHoldStatuses: { creditHold: 'Invoice', inactive: 'All' },
  countryIds: 'three-letters',
  lifecycleStates: { active: '', inactive: 'Obsolete' },
  personCustomers: 'none',
  uncalculatedTotals: 'none',
  priceUnits: 'cheap-per-hundred',
  incomingColumn: 'OrderedQuantity',
  emptyDateTime: 'noon',
  stringCompare: 'ignore-case',
  filterFunctions: ['contains', 'startswith', 'endswith'],
  pageSize: 10_000,
  nextLink: 'skiptoken',
  maxPageSizePreference: 'honoured',
  batchLimit: 5_000,
  missingEntity: 'error',
  businessFaultStatus: 500,
  frontEndErrors: 'message',
  fillerEntities: 0,
  webServers: 2,
  userLimits: DEFAULT_LIMITS,
  resourceLimit: 'off',
  latency: 'none',
  priceCheck: { group: 'HeadwaterServices', service: 'HeadwaterPriceCheck', operation: 'getPrices' },
  inventoryVisibility: 'installed',
  inventoryIndexes: [[], ['ColorId'], ['ColorId', 'SizeId']],
  inventoryBulkLimit: 512,
  businessEvents: 'on',
  businessEventShape: 'newer',
  invoiceEventOrder: 'present',
  paymentEventId: 'CustomerPaymentPostedBusinessEvent',
  dataEvents: 'on',
  packingSlipEntity: 'SalesPackingSlipHeaderEntity',
  dataEventPrefix: '',
  noticeAuth: 'webhook-key',
  noticeSecretHeader: 'x-headwater-secret',
  noticeSecretQuery: 'secret',
  noticeLimitBytes: 262_144,
};
