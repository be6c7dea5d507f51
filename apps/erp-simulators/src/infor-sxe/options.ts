import type { SxeCredentials } from './credentials';
import { DEMO_CREDENTIALS } from './credentials';

/**
 * What differs between SX.e tenants, or is not confirmed by Infor's public documentation.
 * The defaults are what public client code shows.
 */
export interface SxeOptions {
  readonly tenant: string;
  readonly credentials: SxeCredentials;
  readonly tokenLifetimeS: number;
  /** Operators the ERP knows; it trusts the name in the body. */
  readonly operators: readonly string[];
  /** Business errors come with HTTP 200 on some tenants, with 400 and the same body on others. */
  readonly businessErrorStatus: 200 | 400;
  /** JSON name of the flag that a list was cut at `recordLimit`. */
  readonly moreRecordsFlag: 'moreRecordsAvailable' | 'lMoreRecordsAvailable';
  /** `pricebreak1`… beside `quantitybreak1`…; the real name stands in a tenant's Swagger. */
  readonly breakPriceColumn: string;
  /** Field of the pricing extras that says where a price comes from; empty for none. */
  readonly priceOriginField: string;
  /** What a batch price answers for a product it does not know. */
  readonly unknownProductInPricing: 'omit-row' | 'error';
  /** Rows for other warehouses carry stock, and on some tenants a price too. */
  readonly extraWarehouseRows: 'unpriced' | 'priced';
  /** Whether `ageprd1` is the first past-due period (with `billprdamt` as the current one) or the current one. */
  readonly ageing: 'billing-period-is-current' | 'first-period-is-current';
  /** `transcdraw` of an invoice and of a credit memo. */
  readonly transactionCodes: { readonly invoice: number; readonly creditMemo: number };
  /** Key of the next row id in a FetchWhere reply. */
  readonly restartRowIdKey: string;
  /** How `FetchWhere` reads a batch size of 0. */
  readonly batchSizeZero: 'all' | 'hundred';
  /** Admins can hide ship-tos from the API. */
  readonly hiddenShipTos: readonly string[];
  /** Calls a second above which the gateway answers 429; 0 for no limit. */
  readonly callsPerSecond: number;
  /** Header of the shared secret on outgoing notices. */
  readonly secretHeader: string;
}

export const DEFAULT_SXE_OPTIONS: SxeOptions = {
  tenant: DEMO_CREDENTIALS.tenant,
  credentials: DEMO_CREDENTIALS,
  tokenLifetimeS: 7200,
  operators: ['sys', 'ak', 'bj', 'cm', 'dw', 'es', 'ft', 'gp', 'hr'],
  businessErrorStatus: 200,
  moreRecordsFlag: 'moreRecordsAvailable',
  breakPriceColumn: 'pricebreak',
  priceOriginField: 'pricetype',
  unknownProductInPricing: 'omit-row',
  extraWarehouseRows: 'unpriced',
  ageing: 'billing-period-is-current',
  transactionCodes: { invoice: 0, creditMemo: 5 },
  restartRowIdKey: 'RestartRowID',
  batchSizeZero: 'all',
  hiddenShipTos: [],
  callsPerSecond: 0,
  secretHeader: 'x-infor-shared-secret',
};
