import { type PrivateNetworks, SettingReader } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpManifest, type SettingValues } from '@headwater/erp-contracts';
import { type EntitySettings, entitySettings } from './entity.settings';
import { type EventRule, eventRulesOf } from './event-rules';
import { type MeaningSettings, meaningSettings } from './meaning.settings';
import { type VisibilitySettings, visibilitySettings } from './visibility.settings';

/** The settings of one connection, ready for use. */
export interface FscmSettings extends EntitySettings, MeaningSettings {
  /** Without a slash at its end. */
  readonly environmentUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Lower case, as answers spell it. */
  readonly company: string;
  readonly timeoutMs: number;
  readonly maxConcurrency: number;
  readonly filterLength: number;
  /** Absent where stock comes from the on-hand entity. */
  readonly visibility: VisibilitySettings | undefined;
  /** Absolute address of the tenant's own price service. */
  readonly priceServiceUrl: string | undefined;
  readonly companyCurrency: string;
  readonly priceGroupFields: readonly string[];
  readonly eventSecret: string | undefined;
  readonly eventSecretHeader: string;
  readonly eventSecretParameter: string;
  readonly eventRules: ReadonlyMap<string, EventRule>;
}

/** More than this the ERP never bears from one user and app on one web server. */
const MOST_CALLS_AT_ONCE = 52;

/** What stands in a path must not be able to lead elsewhere. */
function matching(read: SettingReader, key: string, pattern: RegExp): string {
  const text = read.text(key);
  if (pattern.test(text)) return text;
  throw new ErpError('invalid-request', `The setting ${key} does not have the expected form.`);
}

function concurrencyOf(read: SettingReader): number {
  const calls = read.whole('maxConcurrency', 1);
  if (calls <= MOST_CALLS_AT_ONCE) return calls;
  throw new ErpError('invalid-request', `maxConcurrency: Dynamics 365 takes at most ${String(MOST_CALLS_AT_ONCE)}.`);
}

function priceServiceOf(read: SettingReader, environmentUrl: string): string | undefined {
  if (read.optional('priceService') === undefined) return undefined;
  return `${environmentUrl}/${matching(read, 'priceService', /^api\/services\/\w+\/\w+\/\w+$/)}`;
}

/** Throws `ErpError` `invalid-request` naming the setting that cannot work. */
export function dynamics365FscmSettings(
  values: SettingValues,
  manifest: ErpManifest,
  privateNetworks: PrivateNetworks,
): FscmSettings {
  const read = new SettingReader(values, manifest.settings);
  const environmentUrl = read.address('environmentUrl', privateNetworks);
  const authority = read.address('authorityUrl', privateNetworks);
  return {
    environmentUrl,
    tokenUrl: `${authority}/${matching(read, 'tenantId', /^[A-Za-z0-9][A-Za-z0-9.-]*$/)}/oauth2/v2.0/token`,
    clientId: read.text('clientId'),
    clientSecret: read.text('clientSecret'),
    // The v2 endpoint takes the audience as a scope; a slash between host and `.default` is all that may stand there.
    scope: read.optional('scope') ?? `${new URL(environmentUrl).origin}/.default`,
    company: matching(read, 'company', /^[A-Za-z0-9]{1,4}$/).toLowerCase(),
    timeoutMs: read.whole('timeoutMs', 1),
    maxConcurrency: concurrencyOf(read),
    filterLength: read.whole('filterLength', 1),
    visibility: visibilitySettings(read, (key) => read.address(key, privateNetworks)),
    priceServiceUrl: priceServiceOf(read, environmentUrl),
    companyCurrency: read.text('companyCurrency'),
    priceGroupFields: read.entries('priceGroupFields'),
    eventSecret: read.optional('eventSecret'),
    eventSecretHeader: read.text('eventSecretHeader').toLowerCase(),
    eventSecretParameter: read.text('eventSecretParameter'),
    eventRules: eventRulesOf(read.optional('eventRules')),
    ...entitySettings(read),
    ...meaningSettings(read),
  };
}
