import { type PrivateNetworks, SettingReader } from '@headwater/erp-adapter-kit';
import {
  ErpError,
  ORDER_STATUSES,
  type OrderStatus,
  type SettingField,
  type SettingValues,
} from '@headwater/erp-contracts';
import { pairsOf } from './pairs';

export type Credentials =
  | {
      readonly kind: 'entra';
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly scope: string;
    }
  | { readonly kind: 'basic'; readonly username: string; readonly webServiceKey: string };

/** What an extension of the tenant adds to the standard API. */
export interface ExtensionSets {
  readonly availability: string;
  readonly prices: string;
  readonly priceBreaks: string;
  readonly tracking: string;
  readonly itemUnits: string | undefined;
}

/** Names of the fields of the published item page; those the page lacks are absent. */
export interface ItemCardFields {
  readonly item: string;
  readonly onHand: string;
  readonly allocated: string | undefined;
  readonly onOrder: string | undefined;
  readonly unit: string | undefined;
  readonly locationFilter: string;
}

/** The settings of one connection, ready for use. */
export interface BcSettings {
  readonly credentials: Credentials;
  /** Tenant and environment included, no trailing slash. */
  readonly root: string;
  readonly apiRoute: string;
  /** Name or GUID. */
  readonly company: string;
  readonly readReplica: boolean;
  readonly timeoutMs: number;
  readonly maxConcurrency: number;
  readonly eventSecret: string | undefined;
  readonly customApi: string | undefined;
  readonly sets: ExtensionSets;
  readonly availability: 'extension' | 'item-card' | 'off';
  readonly prices: 'extension' | 'list';
  readonly tracking: 'extension' | 'off';
  readonly priceReads: 'batch' | 'single';
  readonly itemCardPage: string;
  readonly itemCardFields: ItemCardFields;
  readonly localCurrency: string | undefined;
  readonly currencyCodes: ReadonlyMap<string, string>;
  readonly unitWhereNone: string;
  readonly schemaVersion: '2.1' | 'none';
  readonly totals: 'including-tax' | 'excluding-tax';
  readonly orderStatuses: ReadonlyMap<string, OrderStatus>;
  readonly openOrders: 'not-shipped' | 'not-invoiced';
  readonly backorders: 'after-shipment' | 'outstanding';
  readonly quotes: 'included' | 'off';
  readonly quoteDateField: string;
  readonly creditMemos: 'included' | 'off';
  readonly creditMemoDateField: string;
  readonly customerPoField: string;
  readonly agedReceivables: 'set' | 'navigation' | 'off';
  readonly zeroCreditLimit: 'no-limit' | 'zero';
  readonly carrierLinks: ReadonlyMap<string, string>;
}

const EXTENDED = ['automatic', 'extension'] as const;
const FIELD_NAME = /^[A-Za-z_]\w*$/;

/** An on-premises base address is complete; online, the first `v2.0` is the platform's and the API's own comes after it. */
function signInOf(read: SettingReader, privateNetworks: PrivateNetworks) {
  const base = read.address('apiBaseUrl', privateNetworks);
  if (read.choice('auth', ['entra', 'basic']) === 'basic') {
    const credentials: Credentials = {
      kind: 'basic',
      username: read.text('username'),
      webServiceKey: read.text('webServiceKey'),
    };
    return { root: base, credentials };
  }
  const tenant = encodeURIComponent(read.text('tenant'));
  const credentials: Credentials = {
    kind: 'entra',
    tokenUrl: `${read.address('authority', privateNetworks)}/${tenant}/oauth2/v2.0/token`,
    clientId: read.text('clientId'),
    clientSecret: read.text('clientSecret'),
    scope: read.text('scope'),
  };
  return { root: `${base}/v2.0/${tenant}/${encodeURIComponent(read.text('environment'))}`, credentials };
}

/** What the extension answers; naming none while asking for it cannot work. */
function extensionOf(read: SettingReader) {
  const customApi = read.optional('customApi');
  const extended = <T extends string>(key: string, others: readonly T[], without: T): 'extension' | T => {
    const asked = read.choice(key, [...EXTENDED, ...others]);
    if (asked === 'automatic') return customApi === undefined ? without : 'extension';
    if (asked === 'extension' && customApi === undefined) {
      throw new ErpError('invalid-request', `The setting ${key} needs customApi to name the extension API.`);
    }
    return asked;
  };
  return {
    customApi,
    availability: extended('availability', ['item-card', 'off'], 'off'),
    prices: extended('prices', ['list'], 'list'),
    tracking: extended('tracking', ['off'], 'off'),
    sets: {
      availability: read.text('availabilitySet'),
      prices: read.text('pricesSet'),
      priceBreaks: read.text('priceBreaksSet'),
      tracking: read.text('trackingSet'),
      itemUnits: read.optional('itemUnitsSet'),
    },
  } as const;
}

function itemCardFieldsOf(read: SettingReader): ItemCardFields {
  const fields = pairsOf(read.optional('itemCardFields'));
  if (![...fields.values()].every((name) => FIELD_NAME.test(name))) {
    throw new ErpError('invalid-request', 'The setting itemCardFields holds something that is no field name.');
  }
  const needed = (meaning: string): string => {
    const name = fields.get(meaning);
    if (name !== undefined) return name;
    throw new ErpError('invalid-request', `The setting itemCardFields does not say which field is ${meaning}.`);
  };
  return {
    item: needed('item'),
    onHand: needed('onHand'),
    allocated: fields.get('allocated'),
    onOrder: fields.get('onOrder'),
    unit: fields.get('unit'),
    locationFilter: needed('locationFilter'),
  };
}

function orderStatusesOf(read: SettingReader): ReadonlyMap<string, OrderStatus> {
  const given = [...pairsOf(read.optional('orderStatuses'))];
  return new Map(
    given.map(([status, meaning]) => {
      const known = ORDER_STATUSES.find((one) => one === meaning);
      if (known !== undefined) return [status.toLowerCase(), known] as const;
      throw new ErpError('invalid-request', 'The setting orderStatuses names a meaning that is no order status.');
    }),
  );
}

function meaningsOf(read: SettingReader) {
  return {
    priceReads: read.choice('priceReads', ['batch', 'single']),
    itemCardPage: read.text('itemCardPage'),
    itemCardFields: itemCardFieldsOf(read),
    localCurrency: read.optional('localCurrency'),
    currencyCodes: pairsOf(read.optional('currencyCodes')),
    unitWhereNone: read.text('unitWhereNone'),
    schemaVersion: read.choice('schemaVersion', ['2.1', 'none']),
    totals: read.choice('totals', ['including-tax', 'excluding-tax']),
    orderStatuses: orderStatusesOf(read),
    openOrders: read.choice('openOrders', ['not-shipped', 'not-invoiced']),
    backorders: read.choice('backorders', ['after-shipment', 'outstanding']),
    quotes: read.choice('quotes', ['included', 'off']),
    quoteDateField: read.text('quoteDateField'),
    creditMemos: read.choice('creditMemos', ['included', 'off']),
    creditMemoDateField: read.text('creditMemoDateField'),
    customerPoField: read.text('customerPoField'),
    agedReceivables: read.choice('agedReceivables', ['set', 'navigation', 'off']),
    zeroCreditLimit: read.choice('zeroCreditLimit', ['no-limit', 'zero']),
    carrierLinks: pairsOf(read.optional('carrierLinks')),
  } as const;
}

/** Throws `ErpError` `invalid-request` naming the setting that cannot work. */
export function bcSettings(
  values: SettingValues,
  fields: readonly SettingField[],
  privateNetworks: PrivateNetworks,
): BcSettings {
  const read = new SettingReader(values, fields);
  return {
    ...signInOf(read, privateNetworks),
    apiRoute: read.text('apiRoute'),
    company: read.text('company'),
    readReplica: read.flag('readReplica'),
    timeoutMs: read.whole('timeoutMs'),
    maxConcurrency: read.whole('maxConcurrency'),
    eventSecret: read.optional('eventSecret'),
    ...extensionOf(read),
    ...meaningsOf(read),
  };
}
