import { baseUrlProblem, type PrivateNetworks } from '@headwater/erp-adapter-kit';
import { type ErpManifest, ErpError, type SettingField, type SettingValues } from '@headwater/erp-contracts';

/** How many calls the ERP bears at once, and how long one may take. */
export const LIMITS: ErpManifest['limits'] = { maxConcurrency: 4, timeoutMs: 15_000 };

/** The form an admin fills in; the web app builds it from this. */
export const SETTING_FIELDS: readonly SettingField[] = [
  {
    key: 'baseUrl',
    title: 'Address',
    help: 'Where the REST API of Harbor ERP answers.',
    kind: 'url',
    required: true,
    secret: false,
    order: 1,
    example: 'https://erp.example.com/api/v1',
  },
  {
    key: 'apiKey',
    title: 'API key',
    help: 'An API key that may only read.',
    kind: 'text',
    required: true,
    secret: true,
    order: 2,
  },
  {
    key: 'company',
    title: 'Company',
    help: 'The company the API key reads; shown beside every answer.',
    kind: 'text',
    required: false,
    secret: false,
    order: 3,
    default: '1',
  },
];

export interface HarborErpSettings {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly company: string;
}

/** Throws `ErpError` `invalid-request` naming the setting that cannot work. */
export function harborErpSettings(values: SettingValues, privateNetworks: PrivateNetworks): HarborErpSettings {
  const baseUrl = textOf(values, 'baseUrl');
  const problem = baseUrlProblem(baseUrl, privateNetworks);
  if (problem !== undefined) throw new ErpError('invalid-request', `baseUrl: ${problem}`);
  return { baseUrl: baseUrl.replace(/\/+$/, ''), apiKey: textOf(values, 'apiKey'), company: textOf(values, 'company') };
}

function textOf(values: SettingValues, key: string): string {
  const value = values[key] ?? SETTING_FIELDS.find((field) => field.key === key)?.default;
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new ErpError('invalid-request', `The setting ${key} is missing.`);
}
