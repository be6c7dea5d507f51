import { baseUrlProblem, entriesOf, pairsOf, type PrivateNetworks, SettingReader } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpManifest, type PriceReason, type SettingValues } from '@headwater/erp-contracts';
import { type Decimal, isDecimal } from '@headwater/kernel';
import { DEFAULT_SOURCES, OPTIONAL_PURPOSES, type Purpose, type Sources } from '../tables/sources';

export type Credentials =
  | { readonly kind: 'user'; readonly username: string; readonly password: string }
  | { readonly kind: 'consumer-key'; readonly key: string; readonly username: string | undefined };

export const SWEEP_KINDS = ['orders', 'shipments', 'invoices', 'stock', 'customers', 'items'] as const;

export type SweepKind = (typeof SWEEP_KINDS)[number];

/** The settings of one connection, ready for use. */
export interface EpicorP21Settings {
  readonly credentials: Credentials;
  readonly tokenVersion: 'v1' | 'v2';
  /** Names of the headers of version 1, of the user and of the password. */
  readonly tokenHeaders: readonly [user: string, password: string];
  readonly baseUrl: string;
  readonly odataUrl: string;
  readonly priceUrl: string;
  readonly companyId: string;
  readonly salesLocation: string;
  readonly timeoutMs: number;
  readonly maxConcurrency: number;
  readonly chainLength: number;
  readonly sources: Sources;
  /** Site names of columns by `purpose.column`. */
  readonly columns: ReadonlyMap<string, string>;
  readonly timeZone: string;
  readonly currency: string;
  readonly currencySource: 'customer' | 'company';
  readonly currencyCodes: ReadonlyMap<string, string>;
  readonly defaultUnit: string;
  readonly lineQuantities: 'line-unit' | 'base-unit';
  readonly shippedFrom: 'pick-tickets' | 'lines';
  readonly caseFolding: 'off' | 'tolower';
  readonly priceUnit: 'PriceUOM' | 'UOM';
  readonly pricePageReason: PriceReason;
  readonly costField: 'UnitCommissionCost' | 'UnitSalesCost' | 'UnitOtherCost' | 'none';
  readonly shipToParameter: string | undefined;
  readonly creditUsed: 'receivables' | 'receivables-and-open-orders';
  /** Columns of customer that mean a hold, with the upper-cased values that do. */
  readonly creditHold: ReadonlyMap<string, readonly string[]>;
  readonly balanceTolerance: Decimal;
  readonly carrierLinks: ReadonlyMap<string, string>;
  readonly eventSecret: string | undefined;
  readonly eventSecretHeader: string;
  readonly sweepEveryMs: number;
  readonly sweepKinds: readonly SweepKind[];
}

function joined(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+|\/+$/g, '')}`;
}

function refuse(sentence: string): never {
  throw new ErpError('invalid-request', sentence);
}

function credentialsOf(read: SettingReader): Credentials {
  if (read.choice('signIn', ['user', 'consumer-key']) === 'user') {
    return { kind: 'user', username: read.text('username'), password: read.secret('password') };
  }
  if (read.choice('tokenVersion', ['v2', 'v1']) === 'v1') refuse('A consumer key needs token version v2.');
  return { kind: 'consumer-key', key: read.secret('consumerKey'), username: read.optional('username') };
}

function tokenHeadersOf(read: SettingReader): readonly [string, string] {
  const [user, password] = entriesOf(read.text('tokenHeaders'));
  if (user !== undefined && password !== undefined) return [user.toLowerCase(), password.toLowerCase()];
  return refuse('The setting tokenHeaders names two headers, separated by a comma.');
}

const SOURCE = /^(table|view)\/[A-Za-z_]\w*$/;
const COLUMN = /^[A-Za-z_]\w*$/;

function isPurpose(name: string): name is Purpose {
  return Object.hasOwn(DEFAULT_SOURCES, name);
}

function sourcesOf(text: string | undefined): Sources {
  const sources = { ...DEFAULT_SOURCES };
  for (const [purpose, source] of pairsOf(text)) {
    if (!isPurpose(purpose)) refuse(`Tables and views: there is no purpose ${purpose}.`);
    const isOff = source === 'off' && OPTIONAL_PURPOSES.has(purpose);
    if (!isOff && !SOURCE.test(source)) refuse(`Tables and views: ${purpose} must be table/name or view/name.`);
    sources[purpose] = source;
  }
  return sources;
}

function columnsOf(text: string | undefined): ReadonlyMap<string, string> {
  const columns = pairsOf(text);
  for (const [name, column] of columns) {
    if (!isPurpose(name.slice(0, Math.max(name.lastIndexOf('.'), 0)))) {
      refuse(`Column names: ${name} does not begin with a purpose.`);
    }
    if (!COLUMN.test(column)) refuse(`Column names: ${name} is not given the name of a column.`);
  }
  return columns;
}

function timeZoneOf(read: SettingReader): string {
  const timeZone = read.text('timeZone');
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuse('The setting timeZone is not the name of a time zone, such as America/Chicago.');
  }
  return timeZone;
}

function holdOf(text: string | undefined): ReadonlyMap<string, readonly string[]> {
  const pairs = [...pairsOf(text)];
  for (const [column] of pairs) if (!COLUMN.test(column)) refuse('Credit hold: each line begins with a column.');
  return new Map(pairs.map(([column, values]) => [column, entriesOf(values).map((value) => value.toUpperCase())]));
}

function sweepKindsOf(text: string | undefined): readonly SweepKind[] {
  return entriesOf(text).map(
    (entry) => SWEEP_KINDS.find((kind) => kind === entry) ?? refuse(`Changes to look for: there is no ${entry}.`),
  );
}

function toleranceOf(read: SettingReader): Decimal {
  const tolerance = read.text('balanceTolerance');
  return isDecimal(tolerance) ? tolerance : refuse('The setting balanceTolerance must be a number such as 0.005.');
}

function meaningsOf(read: SettingReader) {
  const shipTo = read.text('shipToParameter');
  return {
    sources: sourcesOf(read.optional('sources')),
    columns: columnsOf(read.optional('columns')),
    timeZone: timeZoneOf(read),
    currency: read.text('currency'),
    currencySource: read.choice('currencySource', ['customer', 'company']),
    currencyCodes: pairsOf(read.optional('currencyCodes')),
    defaultUnit: read.text('defaultUnit'),
    lineQuantities: read.choice('lineQuantities', ['line-unit', 'base-unit']),
    shippedFrom: read.choice('shippedFrom', ['pick-tickets', 'lines']),
    caseFolding: read.choice('caseFolding', ['off', 'tolower']),
    priceUnit: read.choice('priceUnit', ['PriceUOM', 'UOM']),
    pricePageReason: read.choice('pricePageReason', ['simulated', 'customer', 'contract', 'group', 'promotion']),
    costField: read.choice('costField', ['UnitCommissionCost', 'UnitSalesCost', 'UnitOtherCost', 'none']),
    shipToParameter: shipTo.toLowerCase() === 'off' ? undefined : shipTo,
    creditUsed: read.choice('creditUsed', ['receivables', 'receivables-and-open-orders']),
    creditHold: holdOf(read.optional('creditHold')),
    balanceTolerance: toleranceOf(read),
    carrierLinks: pairsOf(read.optional('carrierLinks')),
  } as const;
}

/** Throws `ErpError` `invalid-request` naming the setting that cannot work. */
export function epicorP21Settings(
  values: SettingValues,
  manifest: ErpManifest,
  privateNetworks: PrivateNetworks,
): EpicorP21Settings {
  const read = new SettingReader(values, manifest.settings);
  const baseUrl = read.text('baseUrl');
  const problem = baseUrlProblem(baseUrl, privateNetworks);
  if (problem !== undefined) refuse(`baseUrl: ${problem}`);
  return {
    credentials: credentialsOf(read),
    tokenVersion: read.choice('tokenVersion', ['v2', 'v1']),
    tokenHeaders: tokenHeadersOf(read),
    baseUrl: baseUrl.replace(/\/+$/, ''),
    odataUrl: joined(baseUrl, read.text('odataPath')),
    priceUrl: joined(baseUrl, read.text('pricePath')),
    companyId: read.text('companyId'),
    salesLocation: read.text('salesLocation'),
    timeoutMs: read.whole('timeoutMs', 1),
    maxConcurrency: read.whole('maxConcurrency', 1),
    chainLength: read.whole('chainLength', 1),
    ...meaningsOf(read),
    eventSecret: read.optional('eventSecret'),
    eventSecretHeader: read.text('eventSecretHeader').toLowerCase(),
    sweepEveryMs: read.whole('sweepEveryMs', 0),
    sweepKinds: sweepKindsOf(read.optional('sweepKinds')),
  };
}
