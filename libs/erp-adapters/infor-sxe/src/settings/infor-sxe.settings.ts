import {
  baseUrlProblem,
  pairsOf,
  type PrivateNetworks,
  SettingReader,
  type SlashOrder,
} from '@headwater/erp-adapter-kit';
import { ErpError, type ErpManifest, type SettingValues } from '@headwater/erp-contracts';
import { DEFAULT_CALLS, isReadCall, type SxeCall, type SxeCalls } from './calls';
import { type Credentials, credentialsOf } from './credentials';

/** The settings of one connection, ready for use. */
export interface InforSxeSettings {
  readonly credentials: Credentials;
  readonly tokenUrl: string;
  readonly callUrl: (call: SxeCall) => string;
  readonly fetchWhereUrl: string;
  readonly clientAuth: 'basic' | 'body';
  readonly company: number;
  readonly operator: string;
  readonly timeoutMs: number;
  readonly maxConcurrency: number;
  readonly historyDays: number;
  readonly currency: string;
  readonly currencySource: 'customer' | 'company';
  readonly currencyCodes: ReadonlyMap<string, string>;
  readonly slashOrder: SlashOrder;
  readonly quoteEscape: 'doubled' | 'tilde';
  readonly fetchBatchSize: number;
  readonly restartKeys: readonly string[];
  readonly moreRecordsFlags: readonly string[];
  readonly allocatedColumns: readonly string[];
  readonly nextReceiptColumn: string | undefined;
  readonly itemDescriptionColumns: readonly string[];
  readonly customerParts: 'off' | 'icsec';
  readonly breakPriceColumns: readonly string[];
  readonly priceReasonField: string;
  readonly creditUsed: 'receivables' | 'receivables-and-open-orders';
  readonly ageingStart: 'past-due' | 'current';
  readonly holdFields: readonly string[];
  readonly carrierLinks: ReadonlyMap<string, string>;
  readonly eventSecret: string | undefined;
  readonly eventSecretHeader: string;
}

/** Names of columns and fields, which SX.e spells in either case. */
function lowerCased(read: SettingReader, key: string): readonly string[] {
  return read.entries(key).map((entry) => entry.toLowerCase());
}

function joined(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

function callsOf(text: string | undefined): SxeCalls {
  const mapped = pairsOf(text);
  for (const [purpose, name] of mapped) {
    if (!(purpose in DEFAULT_CALLS))
      throw new ErpError('invalid-request', `Call versions: there is no purpose ${purpose}.`);
    if (!isReadCall(name.toLowerCase())) {
      throw new ErpError('invalid-request', `Call versions: the call for ${purpose} is not known to only read.`);
    }
  }
  const entries = Object.entries(DEFAULT_CALLS).map(([purpose, name]) => [purpose, mapped.get(purpose) ?? name]);
  return Object.fromEntries(entries) as SxeCalls;
}

function checkedCredentials(values: SettingValues, privateNetworks: PrivateNetworks): Credentials {
  const credentials = credentialsOf(values);
  for (const key of ['iu', 'pu'] as const) {
    const problem = baseUrlProblem(credentials[key], privateNetworks);
    if (problem !== undefined) throw new ErpError('invalid-request', `${key}: ${problem}`);
  }
  if (/^[A-Za-z0-9_-]+$/.test(credentials.ti)) return credentials;
  throw new ErpError('invalid-request', 'ti: a tenant id holds letters, digits, - and _ only.');
}

function addressesOf(credentials: Credentials, read: SettingReader) {
  const calls = callsOf(read.optional('calls'));
  const suite = joined(credentials.iu, `${credentials.ti}/SX`);
  const rest = `${suite}/${read.choice('apiPath', ['web', 'rest'])}/sxapirestservice`;
  return {
    tokenUrl: joined(credentials.pu, credentials.ot),
    callUrl: (call: SxeCall) => `${rest}/${calls[call].toLowerCase()}`,
    fetchWhereUrl: joined(suite, read.text('fetchWherePath')),
  };
}

function meaningsOf(read: SettingReader) {
  return {
    historyDays: read.whole('orderHistoryDays'),
    currency: read.text('currency'),
    currencySource: read.choice('currencySource', ['customer', 'company']),
    currencyCodes: pairsOf(read.optional('currencyCodes')),
    slashOrder: read.choice('slashDates', ['month-first', 'day-first']),
    quoteEscape: read.choice('quoteEscape', ['doubled', 'tilde']),
    fetchBatchSize: read.whole('fetchBatchSize'),
    restartKeys: lowerCased(read, 'restartKeys'),
    moreRecordsFlags: lowerCased(read, 'moreRecordsFlags'),
    allocatedColumns: lowerCased(read, 'allocatedColumns'),
    nextReceiptColumn: read.optional('nextReceiptColumn')?.toLowerCase(),
    itemDescriptionColumns: lowerCased(read, 'itemDescriptionColumns'),
    customerParts: read.choice('customerParts', ['off', 'icsec']),
    breakPriceColumns: lowerCased(read, 'breakPriceColumns'),
    priceReasonField: read.text('priceReasonField').toLowerCase(),
    creditUsed: read.choice('creditUsed', ['receivables', 'receivables-and-open-orders']),
    ageingStart: read.choice('ageingStart', ['past-due', 'current']),
    holdFields: lowerCased(read, 'holdFields'),
    carrierLinks: pairsOf(read.optional('carrierLinks')),
    eventSecret: read.optional('eventSecret'),
    eventSecretHeader: read.text('eventSecretHeader').toLowerCase(),
  } as const;
}

/** Throws `ErpError` `invalid-request` naming the setting that cannot work. */
export function inforSxeSettings(
  values: SettingValues,
  manifest: ErpManifest,
  privateNetworks: PrivateNetworks,
): InforSxeSettings {
  const credentials = checkedCredentials(values, privateNetworks);
  const read = new SettingReader(values, manifest.settings);
  return {
    credentials,
    ...addressesOf(credentials, read),
    clientAuth: read.choice('clientAuth', ['basic', 'body']),
    company: read.whole('companyNumber'),
    operator: read.text('operator'),
    timeoutMs: read.whole('timeoutMs'),
    maxConcurrency: read.whole('maxConcurrency'),
    ...meaningsOf(read),
  };
}
