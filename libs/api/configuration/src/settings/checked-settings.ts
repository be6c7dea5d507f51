import type {
  ConnectionSecrets,
  ConnectionSettings,
  ErpConnectionRecord,
  SettingsInput,
} from '@headwater/configuration';
import { checkSettings, type ErpManifest, type SettingValues } from '@headwater/erp-contracts';
import { DomainError, type FieldError } from '@headwater/kernel';

/** Settings that passed their adapter's form, secrets apart. */
export interface SeparatedSettings {
  readonly settings: ConnectionSettings;
  readonly secrets: ConnectionSecrets;
}

/**
 * Checks what an admin entered against the adapter's form; throws `DomainError` `invalid-request` naming each field.
 * Of a saved connection a secret may be left out and keeps its value, unless the connection is to go to another
 * address: otherwise whoever may change an address could have the secrets sent to it.
 */
export function separatedSettings(
  manifest: ErpManifest,
  input: SettingsInput,
  saved?: ErpConnectionRecord,
): SeparatedSettings {
  const { values, errors } = checkSettings(manifest, input, new Set(saved?.secretKeys));
  const problems = [...errors, ...secretsToRepeat(manifest, values, saved)];
  if (problems.length > 0) throw new DomainError('invalid-request', 'Some of the settings are not valid.', problems);
  const secretKeys = new Set(manifest.settings.filter(({ secret }) => secret).map(({ key }) => key));
  const entries = Object.entries(values);
  return {
    settings: Object.fromEntries(entries.filter(([key]) => !secretKeys.has(key))),
    secrets: Object.fromEntries(
      entries.filter(([key]) => secretKeys.has(key)).map(([key, value]) => [key, String(value)]),
    ),
  };
}

function secretsToRepeat(
  manifest: ErpManifest,
  values: SettingValues,
  saved: ErpConnectionRecord | undefined,
): readonly FieldError[] {
  if (saved === undefined || !goesElsewhere(manifest, values, saved.settings)) return [];
  return manifest.settings
    .filter(({ key, secret }) => secret && saved.secretKeys.includes(key) && values[key] === undefined)
    .map(({ key, title }) => ({
      field: `settings.${key}`,
      message: `Enter ${title} again: the connection is to go to another address.`,
    }));
}

function goesElsewhere(manifest: ErpManifest, values: SettingValues, saved: ConnectionSettings): boolean {
  return manifest.settings
    .filter(({ kind }) => kind === 'url')
    .some(({ key }) => originOf(values[key]) !== originOf(saved[key]));
}

function originOf(value: unknown): string | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value).origin : undefined;
}
