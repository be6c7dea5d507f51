import { DEMO_CREDENTIALS, type BcCredentials } from './credentials';

/** Sets of the custom API that Headwater's documentation proposes to a tenant. */
export const CUSTOM_SETS = ['itemAvailability', 'customerPrices', 'customerPriceBreaks', 'shipmentTracking'] as const;

export type CustomSet = (typeof CUSTOM_SETS)[number];

/** Per user. Older per-environment limits are superseded. */
export interface BcLimits {
  /** OData requests processed at a time; others wait. */
  readonly concurrent: number;
  /** Requests that may wait; above that 429. With the concurrent ones these are the 100 connections. */
  readonly queued: number;
  /** Requests in one sliding window; above that 429. */
  readonly requestsPerWindow: number;
  readonly windowMs: number;
  /** Waiting longer ends in 503. */
  readonly queueWaitMs: number;
  /** Processing longer ends in 408. */
  readonly operationMs: number;
  /** What stands above the operation's own limit: 504. */
  readonly hardMs: number;
}

export interface BcWebhookOptions {
  /** Subscriptions an environment may hold. */
  readonly most: number;
  readonly lifetimeMs: number;
  /** How long changes are gathered after the first one. The vendor waits about 30 s; here tests see them at once. */
  readonly delayMs: number;
  /** More changes of one subscription than this become one `collection`. */
  readonly collectionAbove: number;
  /** Between two attempts after 408, 429 or 5xx. */
  readonly retryDelayMs: number;
  /** How long attempts go on. */
  readonly retryForMs: number;
  readonly clientStateMost: number;
  /** The vendor wants https; a test's receiver on loopback has none. */
  readonly notificationUrls: 'any' | 'https';
  /** Before version 19 notifications began with a byte order mark. */
  readonly byteOrderMark: 'none' | 'sent';
}

/** What differs between tenants, versions and hostings, or is not confirmed by Microsoft's public documentation. */
export interface BcOptions {
  readonly credentials: BcCredentials;
  readonly environment: string;
  /** What a token has to be for. */
  readonly audience: string;
  readonly tokenLifetimeS: number;
  /** Whether the app stands, enabled, on the page "Microsoft Entra Applications". */
  readonly application: 'enabled' | 'not-registered';
  /** The tenant's part of the address may be left out: always, or only by a token of a named user. */
  readonly tenantLeftOut: 'by-users' | 'by-all';
  /** `/BC/api/…` with Basic authentication beside the cloud's addresses. */
  readonly onPremises: 'answers' | 'absent';
  /** Sets the permission sets of each do not cover. */
  readonly deniedSets: { readonly application: readonly string[]; readonly user: readonly string[] };

  /** Most rows of one page; asking for more is a 413. */
  readonly pageMost: number;
  readonly batchMost: number;
  /** Whether the requests of a batch that follow a failed one are still answered. */
  readonly batchAfterError: 'continue' | 'stop';
  /** How text is compared in a filter; `tolower` then makes a difference or not. */
  readonly textComparison: 'case-sensitive' | 'case-insensitive';
  /** Status of an OR over different fields. Some tenants answer 501 with the same body. */
  readonly distinctOrStatus: 400 | 501;
  readonly entityChangedStatus: 409 | 412;
  /** What an empty date looks like. */
  readonly emptyDate: '0001-01-01' | null;
  /** Lines asked for without their document, by neither address nor filter. */
  readonly linesWithoutDocument: 'refused' | 'answered';

  /** An order that is fully invoiced is deleted; its history is in invoices and shipments. */
  readonly invoicedOrders: 'vanish' | 'stay';
  /** Code of the 404 for a key that is not, or no longer, there. */
  readonly notFoundCode: 'BadRequest_NotFound' | 'Internal_RecordNotFound';
  /** `customers.balanceDue`: everything open, or what is overdue. */
  readonly customerBalanceDue: 'balance' | 'overdue';
  /** Units of an item with their factors. */
  readonly itemUnitsOfMeasure: 'absent' | 'answered';
  /** Which sets of the custom API the tenant published. */
  readonly customSets: readonly CustomSet[];
  /** Which classic pages the tenant published. */
  readonly publishedPages: readonly 'ItemCard'[];

  /** How far the read replica of `Data-Access-Intent: ReadOnly` is behind. Only orders lag. */
  readonly replicaLagMs: number;
  /** How long processing takes a slot of its user, beside the latency that faults add. */
  readonly processingMs: number;
  readonly limits: BcLimits;
  readonly webhooks: BcWebhookOptions;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const DEFAULT_BC_LIMITS: BcLimits = {
  concurrent: 5,
  queued: 95,
  requestsPerWindow: 6_000,
  windowMs: 5 * MINUTE_MS,
  queueWaitMs: 8 * MINUTE_MS,
  operationMs: 8 * MINUTE_MS,
  hardMs: 10 * MINUTE_MS,
};

export const DEFAULT_BC_WEBHOOKS: BcWebhookOptions = {
  most: 200,
  lifetimeMs: 72 * HOUR_MS,
  delayMs: 0,
  collectionAbove: 1_000,
  retryDelayMs: MINUTE_MS,
  retryForMs: 36 * HOUR_MS,
  clientStateMost: 2_048,
  notificationUrls: 'any',
  byteOrderMark: 'none',
};

export const DEFAULT_BC_OPTIONS: BcOptions = {
  credentials: DEMO_CREDENTIALS,
  environment: 'production',
  audience: 'https://api.businesscentral.dynamics.com',
  tokenLifetimeS: 3_599,
  application: 'enabled',
  tenantLeftOut: 'by-users',
  onPremises: 'answers',
  deniedSets: { application: [], user: [] },
  pageMost: 20_000,
  batchMost: 100,
  batchAfterError: 'continue',
  textComparison: 'case-sensitive',
  distinctOrStatus: 400,
  entityChangedStatus: 409,
  emptyDate: '0001-01-01',
  linesWithoutDocument: 'refused',
  invoicedOrders: 'vanish',
  notFoundCode: 'BadRequest_NotFound',
  customerBalanceDue: 'balance',
  itemUnitsOfMeasure: 'absent',
  customSets: CUSTOM_SETS,
  publishedPages: ['ItemCard'],
  replicaLagMs: 0,
  processingMs: 0,
  limits: DEFAULT_BC_LIMITS,
  webhooks: DEFAULT_BC_WEBHOOKS,
};
