import { baseUrlProblem, type PrivateNetworks, SettingReader, type SlashOrder } from '@headwater/erp-adapter-kit';
import {
  ErpError,
  type ErpManifest,
  ORDER_STATUSES,
  type OrderStatus,
  type SettingValues,
  SHIPMENT_STATUSES,
  type ShipmentStatus,
} from '@headwater/erp-contracts';
import { accountOf, type NetsuiteAccount } from './account';
import { type NetsuiteAuth, netsuiteAuth } from './auth';

/** What a sweep may look at. */
const SWEPT_TABLES = ['transactions', 'customers', 'items', 'stock', 'deletions'] as const;

export type SweptTable = (typeof SWEPT_TABLES)[number];

/** The RESTlet that prices, by its ids. */
export interface PriceScript {
  readonly script: string;
  readonly deployment: string;
}

/** The settings of one connection, ready for use. */
export interface NetsuiteSettings extends Addresses, Features, Meanings {
  readonly account: NetsuiteAccount;
  readonly auth: NetsuiteAuth;
  readonly acceptLanguage: string | undefined;
  readonly maxConcurrency: number;
  readonly timeoutMs: number;
  readonly sqlValues: 'quoted' | 'bound';
  readonly keysPerQuery: number;
  readonly eventSecret: string | undefined;
  readonly eventSecretHeader: string;
}

interface Addresses {
  readonly tokenUrl: string;
  readonly suiteQlUrl: string;
  readonly recordUrl: string;
  readonly restletUrl: string;
}

interface Features {
  readonly subsidiary: string | undefined;
  readonly subsidiaryOn: 'line' | 'transaction';
  readonly multiCurrency: boolean;
  readonly baseCurrency: string;
  readonly currencySource: 'symbol' | 'display';
  readonly currencyCodes: ReadonlyMap<string, string>;
  readonly multiLocation: boolean;
  readonly singleWarehouse: string;
  readonly warehouseKey: 'name' | 'id';
  readonly inactiveLocationColumn: string | undefined;
  readonly slashOrder: SlashOrder;
  readonly defaultUnit: string;
  readonly sweepSeconds: number;
  readonly sweptTables: readonly SweptTable[];
  readonly deletedColumns: readonly string[];
}

interface Meanings {
  readonly priceScript: PriceScript | undefined;
  readonly pricesPerCall: number;
  readonly basePriceLevel: string;
  readonly priceQuantityColumn: string | undefined;
  readonly orderStatuses: ReadonlyMap<string, OrderStatus>;
  readonly openOrderStatuses: readonly string[];
  readonly unbilledOrderStatuses: readonly string[];
  readonly shipDate: 'promised' | 'requested';
  readonly itemTypes: readonly string[];
  readonly itemSearchColumns: readonly string[];
  readonly shipmentStatuses: ReadonlyMap<string, ShipmentStatus>;
  readonly fulfillmentLines: 'pairs' | 'iscogs' | 'all';
  readonly packageColumn: string;
  readonly carrierColumn: string | undefined;
  readonly carrierLinks: ReadonlyMap<string, string>;
  readonly creditUsed: 'receivables-and-open-orders' | 'receivables';
  readonly holdColumn: string | undefined;
  readonly holdValues: readonly string[];
}

/** The name of a column, `undefined` for `none`: a blank field would fall back on the default. */
function columnOf(read: SettingReader, key: string): string | undefined {
  const name = read.text(key).toLowerCase();
  return name === 'none' ? undefined : name;
}

function accountIn(read: SettingReader): NetsuiteAccount {
  const account = accountOf(read.text('accountId'));
  if (account !== undefined) return account;
  throw new ErpError('invalid-request', 'accountId: it looks like 1234567 or 1234567_SB1.');
}

interface Place {
  readonly read: SettingReader;
  readonly account: NetsuiteAccount;
  readonly privateNetworks: PrivateNetworks;
}

function baseOf(key: 'suiteTalkUrl' | 'restletUrl', { read, account, privateNetworks }: Place): string {
  const service = key === 'suiteTalkUrl' ? 'suitetalk' : 'restlets';
  const base = read.optional(key) ?? `https://${account.host}.${service}.api.netsuite.com`;
  const problem = baseUrlProblem(base, privateNetworks);
  if (problem !== undefined) throw new ErpError('invalid-request', `${key}: ${problem}`);
  return base.replace(/\/+$/, '');
}

function addressesOf(place: Place): Addresses {
  const rest = `${baseOf('suiteTalkUrl', place)}/services/rest`;
  return {
    tokenUrl: `${rest}/auth/oauth2/v1/token`,
    suiteQlUrl: `${rest}/query/v1/suiteql`,
    recordUrl: `${rest}/record/v1`,
    restletUrl: `${baseOf('restletUrl', place)}/app/site/hosting/restlet.nl`,
  };
}

function sweptTablesIn(read: SettingReader): readonly SweptTable[] {
  return read.entries('sweptTables').map((name) => {
    const table = SWEPT_TABLES.find((candidate) => candidate === name);
    if (table !== undefined) return table;
    throw new ErpError('invalid-request', `The setting sweptTables knows ${SWEPT_TABLES.join(', ')}.`);
  });
}

function featuresOf(read: SettingReader): Features {
  return {
    subsidiary: read.optional('subsidiary'),
    subsidiaryOn: read.choice('subsidiaryOn', ['line', 'transaction']),
    multiCurrency: read.flag('multiCurrency'),
    baseCurrency: read.text('baseCurrency'),
    currencySource: read.choice('currencySource', ['symbol', 'display']),
    currencyCodes: read.pairs('currencyCodes'),
    multiLocation: read.flag('multiLocation'),
    singleWarehouse: read.text('singleWarehouse'),
    warehouseKey: read.choice('warehouseKey', ['name', 'id']),
    inactiveLocationColumn: columnOf(read, 'inactiveLocationColumn'),
    slashOrder: read.choice('slashDates', ['month-first', 'day-first']),
    defaultUnit: read.text('defaultUnit'),
    sweepSeconds: read.whole('sweepSeconds', 0),
    sweptTables: sweptTablesIn(read),
    deletedColumns: read.entries('deletedColumns'),
  };
}

function priceScriptIn(read: SettingReader): PriceScript | undefined {
  const [script, deployment] = [read.optional('priceScript'), read.optional('priceDeployment')];
  if (script === undefined && deployment === undefined) return undefined;
  if (script !== undefined && deployment !== undefined) return { script, deployment };
  throw new ErpError('invalid-request', 'A price RESTlet needs both: priceScript and priceDeployment.');
}

function statusesIn<S extends string>(key: string, read: SettingReader, known: readonly S[]): ReadonlyMap<string, S> {
  const pairs = read.entries(key).map((entry) => entry.split('=').map((part) => part.trim()));
  return new Map(
    pairs.map(([letter = '', name = '']) => {
      const status = known.find((candidate) => candidate === name);
      if (status !== undefined) return [letter.toUpperCase(), status] as const;
      throw new ErpError('invalid-request', `The setting ${key} knows the statuses ${known.join(', ')}.`);
    }),
  );
}

function meaningsOf(read: SettingReader): Meanings {
  return {
    priceScript: priceScriptIn(read),
    pricesPerCall: read.whole('pricesPerCall'),
    basePriceLevel: read.text('basePriceLevel'),
    priceQuantityColumn: columnOf(read, 'priceQuantityColumn'),
    orderStatuses: statusesIn('orderStatuses', read, ORDER_STATUSES),
    openOrderStatuses: read.entries('openOrderStatuses'),
    unbilledOrderStatuses: read.entries('unbilledOrderStatuses'),
    shipDate: read.choice('shipDate', ['promised', 'requested']),
    itemTypes: read.entries('itemTypes'),
    itemSearchColumns: read.entries('itemSearchColumns'),
    shipmentStatuses: statusesIn('shipmentStatuses', read, SHIPMENT_STATUSES),
    fulfillmentLines: read.choice('fulfillmentLines', ['pairs', 'iscogs', 'all']),
    packageColumn: read.text('packageColumn').toLowerCase(),
    carrierColumn: columnOf(read, 'carrierColumn'),
    carrierLinks: read.pairs('carrierLinks'),
    creditUsed: read.choice('creditUsed', ['receivables-and-open-orders', 'receivables']),
    holdColumn: columnOf(read, 'holdColumn'),
    holdValues: read.entries('holdValues').map((value) => value.toUpperCase()),
  };
}

/** Throws `ErpError` `invalid-request` naming the setting that cannot work. */
export function netsuiteSettings(
  values: SettingValues,
  manifest: ErpManifest,
  privateNetworks: PrivateNetworks,
): NetsuiteSettings {
  const read = new SettingReader(values, manifest.settings);
  const account = accountIn(read);
  const addresses = addressesOf({ read, account, privateNetworks });
  const meanings = meaningsOf(read);
  const place = { ...addresses, hasRestlet: meanings.priceScript !== undefined };
  return {
    account,
    ...addresses,
    auth: netsuiteAuth(read, place),
    acceptLanguage: read.optional('acceptLanguage'),
    maxConcurrency: read.whole('maxConcurrency'),
    timeoutMs: read.whole('timeoutMs'),
    sqlValues: read.choice('sqlValues', ['quoted', 'bound']),
    keysPerQuery: read.whole('keysPerQuery'),
    eventSecret: read.optional('eventSecret'),
    eventSecretHeader: read.text('eventSecretHeader').toLowerCase(),
    ...featuresOf(read),
    ...meanings,
  };
}
