import { baseUrlProblem, type PrivateNetworks, SettingReader } from '@headwater/erp-adapter-kit';
import {
  ErpError,
  type ErpManifest,
  PRICE_REASONS,
  type PriceReason,
  type SettingValues,
} from '@headwater/erp-contracts';
import { type ApiName, isApiName, sapApi } from '../client/apis';
import type { KeyFilters } from '../keys';
import { namedLines } from './named-lines';
import { type SignIn, signInOf } from './sign-in';
import { type SiteNames, siteNames, V4_ORDER_NAMES } from './site-names';

export interface SalesArea {
  readonly salesOrganization: string;
  readonly distributionChannel: string;
  readonly division: string;
}

type Choices = ReturnType<typeof sellingOf> & ReturnType<typeof supplyOf> & ReturnType<typeof moneyOf>;

/** The settings of one connection, ready for use. */
export interface SapSettings extends Choices {
  readonly baseUrl: string;
  /** Address of an API, without a slash at its end. */
  readonly apiUrl: (api: ApiName) => string;
  readonly signIn: SignIn;
  readonly sapClient: string | undefined;
  readonly language: string;
  readonly area: SalesArea;
  readonly companyCode: string;
  /** Names of the plants that are shown; empty for all. */
  readonly plants: ReadonlyMap<string, string>;
  readonly orderApi: 'salesOrders' | 'salesOrdersV4';
  readonly names: (api: ApiName) => SiteNames;
  readonly keyFilters: KeyFilters;
  readonly materialLength: number;
  readonly timeoutMs: number;
  readonly maxConcurrency: number;
}

function reasonsOf(read: SettingReader): ReadonlyMap<string, PriceReason> {
  return new Map(
    [...namedLines(read.optional('priceReasons'))].map(([type, said]) => {
      const reason = PRICE_REASONS.find((candidate) => candidate === said);
      if (reason !== undefined) return [type, reason] as const;
      throw new ErpError('invalid-request', `priceReasons: a reason is one of ${PRICE_REASONS.join(', ')}.`);
    }),
  );
}

function sellingOf(read: SettingReader) {
  return {
    creditBlockStatuses: new Set(read.entries('creditBlockStatuses')),
    orderBlockStatuses: new Set(read.entries('orderBlockStatuses')),
    shipToFunctions: read.entries('shipToFunctions'),
    pricing: read.choice('pricing', ['simulation', 'condition-records']),
    orderType: read.text('orderType'),
    basePriceTypes: read.entries('basePriceTypes'),
    costTypes: read.entries('costTypes'),
    priceReasons: reasonsOf(read),
    partnerNumbering: read.choice('partnerNumbering', ['different', 'same']),
    customerBlockFields: read.entries('customerBlockFields'),
    textSearch: read.choice('textSearch', ['spellings', 'as-typed']),
    inactiveStatuses: new Set(read.entries('inactiveStatuses')),
  };
}

const TRACKING_FIELD = /^(BillOfLading|HandlingUnitExternalId|HandlingUnitSecondExternalId|YY1_\w+)$/;

function trackingFields(read: SettingReader): readonly string[] {
  const fields = read.entries('trackingFields');
  if (fields.every((field) => TRACKING_FIELD.test(field))) return fields;
  throw new ErpError('invalid-request', 'trackingFields: one of the named fields, or an extension field YY1_….');
}

function supplyOf(read: SettingReader) {
  return {
    stockRead: read.choice('stockRead', ['by-material', 'direct']),
    stockTypes: new Set(read.entries('stockTypes')),
    specialStockTypes: new Set(read.entries('specialStockTypes')),
    shownPlants: read.choice('shownPlants', ['maintained', 'stocked']),
    atp: read.choice('atp', ['off', 'DetermineAvailabilityAt', 'DetermineAvailabilityOf']),
    atpCheckingRule: read.text('atpCheckingRule'),
    atpMaxCalls: read.whole('atpMaxCalls'),
    trackingFields: trackingFields(read),
    carrierFunctions: new Set(read.entries('carrierFunctions')),
    carriers: namedLines(read.optional('carriers')),
    carrierLinks: namedLines(read.optional('carrierLinks')),
  };
}

function creditFieldsOf(read: SettingReader) {
  const [partner, segment, limit, currency, block] = read.entries('creditFields');
  if (partner === undefined || segment === undefined || limit === undefined || currency === undefined) {
    throw new ErpError('invalid-request', 'creditFields: five fields, separated by commas.');
  }
  return { partner, segment, limit, currency, block };
}

/** Whole, rising days; the mapper labels periods by them. */
function ageingDaysOf(read: SettingReader): readonly number[] {
  const days = read.entries('ageingDays').map(Number);
  const rising = days.every((day, index) => Number.isSafeInteger(day) && day > (days[index - 1] ?? 0));
  if (rising && days.length > 0) return days;
  throw new ErpError('invalid-request', 'ageingDays: whole numbers of days, each larger than the one before.');
}

function moneyOf(read: SettingReader) {
  return {
    invoiceCategories: read.entries('invoiceCategories'),
    creditCategories: new Set(read.entries('creditCategories')),
    invoiceParty: read.choice('invoiceParty', ['either', 'sold-to', 'payer']),
    companyCurrency: read.optional('companyCurrency'),
    ageingDays: ageingDaysOf(read),
    creditLimits: read.choice('creditLimits', ['off', 'service']),
    creditSet: read.text('creditSet'),
    creditFields: creditFieldsOf(read),
    creditSegment: read.text('creditSegment'),
    eventSecret: read.optional('eventSecret'),
    eventSecretIn: read.choice('eventSecretIn', ['header', 'query']),
    eventSecretName: read.text('eventSecretName'),
    eventOrigins: new Set(read.entries('eventOrigins')),
  };
}

const PATH = /^\/[A-Za-z0-9/_.;=-]+$/;

function pathsOf(read: SettingReader): ReadonlyMap<string, string> {
  const paths = namedLines(read.optional('servicePaths'));
  for (const [purpose, path] of paths) {
    if (!isApiName(purpose)) throw new ErpError('invalid-request', `servicePaths: there is no purpose ${purpose}.`);
    if (!PATH.test(path) || path.includes('..')) {
      throw new ErpError('invalid-request', `servicePaths: what stands for ${purpose} is no path.`);
    }
  }
  return paths;
}

function placeOf(read: SettingReader, privateNetworks: PrivateNetworks) {
  const baseUrl = read.text('baseUrl').replace(/\/+$/, '');
  const problem = baseUrlProblem(baseUrl, privateNetworks);
  if (problem !== undefined) throw new ErpError('invalid-request', `baseUrl: ${problem}`);
  const paths = pathsOf(read);
  const own = namedLines(read.optional('names'));
  const plain = siteNames(own);
  const v4 = siteNames(own, V4_ORDER_NAMES);
  return {
    baseUrl,
    apiUrl: (api: ApiName) => `${baseUrl}${(paths.get(api) ?? sapApi(api).path).replace(/\/+$/, '')}`,
    names: (api: ApiName) => (api === 'salesOrdersV4' ? v4 : plain),
  };
}

/** Throws `ErpError` `invalid-request` naming the setting that cannot work. */
export function sapSettings(
  values: SettingValues,
  manifest: ErpManifest,
  privateNetworks: PrivateNetworks,
): SapSettings {
  const read = new SettingReader(values, manifest.settings);
  const place = placeOf(read, privateNetworks);
  return {
    ...place,
    signIn: signInOf(read, { baseUrl: place.baseUrl, privateNetworks }),
    sapClient: read.optional('sapClient'),
    language: read.text('language').toUpperCase(),
    area: {
      salesOrganization: read.text('salesOrganization'),
      distributionChannel: read.text('distributionChannel'),
      division: read.text('division'),
    },
    companyCode: read.text('companyCode'),
    plants: namedLines(read.optional('plants')),
    orderApi: read.choice('salesOrderService', ['v2', 'v4']) === 'v4' ? 'salesOrdersV4' : 'salesOrders',
    keyFilters: read.choice('keyFilters', ['both', 'external', 'padded']),
    materialLength: read.whole('materialLength'),
    timeoutMs: read.whole('timeoutMs'),
    maxConcurrency: read.whole('maxConcurrency'),
    ...sellingOf(read),
    ...supplyOf(read),
    ...moneyOf(read),
  };
}
