import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import { createDynamics365BcAdapter } from '@headwater/erp-adapters/dynamics365-bc';
import { createDynamics365FscmAdapter } from '@headwater/erp-adapters/dynamics365-fscm';
import { createSapS4hanaAdapter } from '@headwater/erp-adapters/sap-s4hana';
import { createEpicorP21Adapter } from '@headwater/erp-adapters/epicor-p21';
import { createNetsuiteAdapter } from '@headwater/erp-adapters/netsuite';
import type { Capability, ErpAdapter, ErpAdapterDeps, SettingValues } from '@headwater/erp-contracts';

/** How the world's own keys look in an ERP, where they look different; see the simulators' README. */
export interface WorldKeys {
  readonly customer?: (number: string) => string;
  readonly order?: (number: string) => string;
  readonly shipment?: (number: string) => string;
  readonly invoice?: (number: string) => string;
  readonly warehouse?: (code: string) => string;
  readonly unit?: (unit: string) => string;
}

/** One ERP of the comparison: its adapter, how it is connected to its simulator, and its keys. */
export interface ErpUnderTruth {
  readonly id: string;
  readonly create: (deps: ErpAdapterDeps) => ErpAdapter;
  /** Settings for company 1 of the world, from what the simulator says an admin would enter. */
  readonly settings: (credentials: unknown) => SettingValues;
  readonly keys?: WorldKeys;
  /** Fields this simulated site does not publish, though others may. */
  readonly siteLacks?: { readonly [C in Capability]?: readonly string[] };
  /** Quantities of lines count the base unit of the item, whatever unit was ordered. */
  readonly countsBaseUnits?: boolean;
  /** Statuses of orders it does not tell apart. */
  readonly sameStatuses?: readonly (readonly string[])[];
  /** Fields it tells in a way of its own, which the notes of the manifest explain; not compared. */
  readonly otherwise?: { readonly [C in Capability]?: readonly string[] };
  /** What `used` of a credit position counts; the manifest's notes say so. */
  readonly creditUsed?: 'receivables' | 'receivables-and-orders';
  /** Where a credit position is in the company's currency, other customers than its own are not compared. */
  readonly creditCurrency?: string;
  /** Orders the ERP has a place for: one without quotes has none of them. All, where absent. */
  readonly hasOrder?: (order: { readonly kind: string; readonly status: string }) => boolean;
}

type Credentials = { readonly settings: SettingValues };

/** What the Finance & Supply Chain simulator hands out. */
interface FscmSheet {
  readonly settings: {
    readonly baseUrl: string;
    readonly tenant: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly priceCheck: string;
}

function fscmSettings(sheet: FscmSheet): SettingValues {
  const { baseUrl, tenant, clientId, clientSecret } = sheet.settings;
  return {
    environmentUrl: baseUrl,
    authorityUrl: baseUrl,
    tenantId: tenant,
    clientId,
    clientSecret,
    company: 'usmf',
    companyCurrency: 'USD',
    priceService: sheet.priceCheck.replace(/^\//, ''),
  };
}

interface SapSheet {
  readonly settings: {
    readonly baseUrl: string;
    readonly client: string;
    readonly user: string;
    readonly password: string;
  };
  readonly trackingPlace: string;
}

function sapSettings({ settings: { baseUrl, client, user, password }, trackingPlace }: SapSheet): SettingValues {
  return {
    baseUrl,
    sapClient: client,
    auth: 'basic',
    userName: user,
    password,
    salesOrganization: '1010',
    distributionChannel: '10',
    division: '00',
    companyCode: '1010',
    companyCurrency: 'USD',
    plants:
      '1110=Columbus Distribution Center\n1120=Chicago\n1130=Atlanta\n1140=Dallas\n1150=Denver\n1300=Reno West Coast Hub',
    trackingFields: trackingPlace,
    atp: 'DetermineAvailabilityAt',
  };
}

interface BcSheet {
  readonly baseUrl: string;
  readonly authority: string;
  readonly tenantId: string;
  readonly environment: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly companies: readonly { readonly code: string; readonly name: string }[];
}

function bcSettings(sheet: BcSheet): SettingValues {
  const { baseUrl, authority, tenantId, environment, clientId, clientSecret, companies } = sheet;
  return {
    auth: 'entra',
    tenant: tenantId,
    environment,
    clientId,
    clientSecret,
    apiBaseUrl: baseUrl.replace(/\/v2\.0$/, ''),
    authority,
    company: companies.find(({ code }) => code === '1')?.name ?? '',
    customApi: 'headwater/crm/v1.0',
    localCurrency: 'USD',
    quotes: 'off',
  };
}

interface P21Sheet {
  readonly settings: {
    readonly baseUrl: string;
    readonly odataPrefix: string;
    readonly companyId: string;
    readonly username: string;
    readonly password: string;
    readonly salesLocationId: string;
    readonly timeZone: string;
  };
}

function p21Settings({ settings }: P21Sheet): SettingValues {
  const { baseUrl, odataPrefix, companyId, username, password, salesLocationId, timeZone } = settings;
  return {
    baseUrl,
    odataPath: odataPrefix.replace(/^\//, ''),
    companyId,
    username,
    password,
    salesLocation: salesLocationId,
    timeZone,
    currencyCodes: '1=USD\n2=EUR\n3=CAD',
    lineQuantities: 'base-unit',
    // What left counts as invoiced here before its invoice exists.
    shippedFrom: 'lines',
    creditUsed: 'receivables',
  };
}

interface NetsuiteSheet {
  readonly baseUrl: string;
  readonly accountId: string;
  readonly machine: { readonly clientId: string; readonly certificateId: string; readonly privateKey: string };
  readonly priceScript: { readonly script: string; readonly deployment: string };
  readonly sharedSecretHeader: string;
}

function netsuiteSettings({ baseUrl, accountId, machine, priceScript }: NetsuiteSheet): SettingValues {
  return {
    suiteTalkUrl: baseUrl,
    restletUrl: baseUrl,
    accountId,
    auth: 'oauth2',
    clientId: machine.clientId,
    certificateId: machine.certificateId,
    privateKey: machine.privateKey,
    subsidiary: '1',
    priceScript: priceScript.script,
    priceDeployment: priceScript.deployment,
  };
}

const NETSUITE_LOCATIONS: Readonly<Record<string, string>> = {
  MAIN: 'Columbus Distribution Center',
  CHI: 'Chicago',
  ATL: 'Atlanta',
  DAL: 'Dallas',
  DEN: 'Denver',
  '300': 'Reno West Coast Hub',
};

const P21_LOCATIONS: Readonly<Record<string, string>> = {
  MAIN: '100',
  CHI: '200',
  '300': '300',
  ATL: '400',
  DAL: '500',
  DEN: '600',
};

const SAP_PLANTS: Readonly<Record<string, string>> = {
  MAIN: '1110',
  CHI: '1120',
  ATL: '1130',
  DAL: '1140',
  DEN: '1150',
  '300': '1300',
};

/** Documents of a release, `100234-00`, number by number: a digit for the kind, the order, the release. */
function releaseDocument(kind: string): (number: string) => string {
  return (number) => `${kind}${number.replace('-', '')}`;
}

export const ERPS_UNDER_TRUTH: readonly ErpUnderTruth[] = [
  {
    id: 'infor-sxe',
    create: createInforSxeAdapter,
    settings: (credentials) => ({ ...(credentials as Credentials).settings, companyNumber: 1, orderHistoryDays: 1500 }),
  },
  {
    id: 'sap-s4hana',
    create: createSapS4hanaAdapter,
    settings: (credentials) => sapSettings(credentials as SapSheet),
    keys: {
      shipment: releaseDocument('8'),
      invoice: releaseDocument('9'),
      warehouse: (code) => SAP_PLANTS[code] ?? code,
    },
    hasOrder: ({ kind }) => kind === 'order',
    sameStatuses: [
      ['shipped', 'invoiced', 'closed'],
      ['open', 'picked'],
    ],
    otherwise: { orders: ['promisedOn'] },
    creditUsed: 'receivables',
    creditCurrency: 'USD',
  },
  {
    id: 'netsuite',
    create: createNetsuiteAdapter,
    settings: (credentials) => netsuiteSettings(credentials as NetsuiteSheet),
    keys: { warehouse: (code) => NETSUITE_LOCATIONS[code] ?? code },
    hasOrder: ({ kind }) => kind === 'order',
    sameStatuses: [
      ['invoiced', 'closed'],
      ['open', 'picked'],
    ],
  },
  {
    id: 'dynamics365-fscm',
    create: createDynamics365FscmAdapter,
    settings: (credentials) => fscmSettings(credentials as FscmSheet),
    keys: { order: (number) => number.padStart(9, '0') },
    hasOrder: ({ kind }) => kind !== 'quote',
    siteLacks: { shipments: ['warehouse'] },
    sameStatuses: [['invoiced', 'closed']],
    creditUsed: 'receivables',
  },
  {
    id: 'dynamics365-bc',
    create: createDynamics365BcAdapter,
    settings: (credentials) => bcSettings(credentials as BcSheet),
    // Quotes are read too, unless a setting says otherwise; cancelled orders are deleted.
    hasOrder: ({ kind, status }) => kind === 'order' && status !== 'cancelled',
    otherwise: { orders: ['orderedOn', 'promisedOn', 'warehouse', 'lines.promisedOn'] },
    sameStatuses: [
      ['invoiced', 'closed'],
      ['open', 'picked', 'released'],
    ],
    creditUsed: 'receivables',
    creditCurrency: 'USD',
  },
  {
    id: 'epicor-p21',
    create: createEpicorP21Adapter,
    settings: (credentials) => p21Settings(credentials as P21Sheet),
    keys: {
      shipment: releaseDocument('4'),
      invoice: releaseDocument('7'),
      warehouse: (code) => P21_LOCATIONS[code] ?? code,
    },
    creditUsed: 'receivables',
    countsBaseUnits: true,
    // A site of its own may promise each line; here the order is promised.
    siteLacks: { orders: ['lines.promisedOn'] },
    sameStatuses: [['shipped', 'invoiced', 'closed']],
    // Reserved stock is kept back in P21, not allocated.
    otherwise: { availability: ['allocated.value'] },
  },
];
