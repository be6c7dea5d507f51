/** How Headwater is connected to each simulated ERP: its own settings, from what the simulator says an admin enters. */

/** What `_control/credentials` of a simulator says, in the words of its ERP. */
export type CredentialsSheet = Readonly<Record<string, unknown>>;

export type SimulatedSettings = Readonly<Record<string, string | number | boolean>>;

/** What simulators send along with change notices, and connections to them expect. */
export const EVENT_SECRET = 'headwater-demo-events';

const SETTINGS: Readonly<Record<string, (sheet: never) => SimulatedSettings>> = {
  'infor-sxe': ({ settings }: SxeSheet) => ({ ...settings, companyNumber: 1, eventSecret: EVENT_SECRET }),
  'sap-s4hana': sapSettings,
  netsuite: netsuiteSettings,
  'dynamics365-fscm': fscmSettings,
  'dynamics365-bc': bcSettings,
  'epicor-p21': p21Settings,
};

/** Settings that connect the adapter of this id to company 1 of its simulator. */
export function simulatedSettings(erp: string, sheet: CredentialsSheet): SimulatedSettings {
  const settings = SETTINGS[erp];
  if (settings === undefined) throw new Error(`It is not known how to connect to a simulated ${erp}.`);
  return settings(sheet as never);
}

interface SxeSheet {
  readonly settings: SimulatedSettings;
}

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

function fscmSettings(sheet: FscmSheet): SimulatedSettings {
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
    eventSecret: EVENT_SECRET,
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
  readonly sharedSecretHeader: string;
  readonly sharedSecretPrefix: string;
}

function sapSettings({ settings, trackingPlace, sharedSecretHeader, sharedSecretPrefix }: SapSheet): SimulatedSettings {
  const { baseUrl, client, user, password } = settings;
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
    eventSecret: `${sharedSecretPrefix}${EVENT_SECRET}`,
    eventSecretName: sharedSecretHeader,
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

function bcSettings(sheet: BcSheet): SimulatedSettings {
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
    eventSecret: EVENT_SECRET,
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
  readonly sharedSecretHeader: string;
}

function p21Settings({ settings, sharedSecretHeader }: P21Sheet): SimulatedSettings {
  const { baseUrl, odataPrefix, companyId, username, password, salesLocationId, timeZone } = settings;
  return {
    baseUrl,
    odataPath: odataPrefix.replace(/^\//, ''),
    companyId,
    username,
    password,
    salesLocation: salesLocationId,
    timeZone,
    currencyCodes: '1=USD\n2=EUR\n3=CAD\n4=JPY\n5=KWD',
    lineQuantities: 'base-unit',
    // What left counts as invoiced here before its invoice exists.
    shippedFrom: 'lines',
    creditUsed: 'receivables',
    eventSecret: EVENT_SECRET,
    eventSecretHeader: sharedSecretHeader,
  };
}

interface NetsuiteSheet {
  readonly baseUrl: string;
  readonly accountId: string;
  readonly machine: { readonly clientId: string; readonly certificateId: string; readonly privateKey: string };
  readonly priceScript: { readonly script: string; readonly deployment: string };
  readonly sharedSecretHeader: string;
}

function netsuiteSettings({
  baseUrl,
  accountId,
  machine,
  priceScript,
  sharedSecretHeader,
}: NetsuiteSheet): SimulatedSettings {
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
    eventSecret: EVENT_SECRET,
    eventSecretHeader: sharedSecretHeader,
  };
}
