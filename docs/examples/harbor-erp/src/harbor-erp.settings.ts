import { baseUrlProblem, type PrivateNetworks } from '@headwater/erp-adapter-kit';
import { type ErpManifest, ErpError, type SettingField, type SettingValues } from '@headwater/erp-contracts';

/** How many calls the ERP bears at once, and how long one may take. */
export const LIMITS: ErpManifest['limits'] = { maxConcurrency: 4, timeoutMs: 15_000 };

/** The form an admin fills in; the web app builds it from this. */
export const SETTING_FIELDS: readonly SettingField[] = [
  {
    key: 'baseUrl',
    title: 'Address',
    help: 'Address of the Harbor server with /api/v1 at its end.',
    kind: 'url',
    required: true,
    secret: false,
    order: 1,
    example: 'https://harbor.example.com/api/v1',
  },
  {
    key: 'apiKey',
    title: 'API key',
    help: 'Harbor › Administration › API keys › New, with the scope read.',
    kind: 'text',
    required: true,
    secret: true,
    order: 2,
  },
  {
    key: 'company',
    title: 'Company',
    help: 'The number of the company to read; Harbor keeps several on one server.',
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
