import type { FieldError } from '@headwater/kernel';
import type { ErpManifest, SettingField } from './manifest';

export type SettingValue = string | number | boolean;
export type SettingValues = { readonly [key: string]: SettingValue };

/** Whether a field is asked for with what the others hold. */
export function isAskedFor({ onlyWhen }: SettingField, values: Readonly<Record<string, unknown>>): boolean {
  return onlyWhen === undefined || onlyWhen.is.some((value) => value === values[onlyWhen.setting]);
}

export interface CheckedSettings {
  readonly values: SettingValues;
  readonly errors: readonly FieldError[];
}

/**
 * Checks raw form values against a manifest: types, patterns, options, defaults, and no unknown keys.
 * A secret that `storedSecrets` already holds may be left out, which means "keep it".
 */
export function checkSettings(
  manifest: ErpManifest,
  raw: Readonly<Record<string, unknown>>,
  storedSecrets: ReadonlySet<string> = new Set(),
): CheckedSettings {
  const errors: FieldError[] = [];
  const values: Record<string, SettingValue> = {};
  for (const field of manifest.settings) {
    const given = raw[field.key] ?? field.default;
    if (given === undefined || given === '') {
      if (field.required && !(field.secret && storedSecrets.has(field.key))) {
        errors.push({ field: `settings.${field.key}`, message: `${field.title} is required.` });
      }
      continue;
    }
    const problem = problemWith(field, given);
    if (problem === undefined) values[field.key] = given as SettingValue;
    else errors.push({ field: `settings.${field.key}`, message: problem });
  }
  const known = new Set(manifest.settings.map((field) => field.key));
  for (const key of Object.keys(raw)) {
    if (!known.has(key)) errors.push({ field: `settings.${key}`, message: `${manifest.name} has no such setting.` });
  }
  return { values, errors };
}

function problemWith(field: SettingField, given: unknown): string | undefined {
  if (field.kind === 'number') return problemWithNumber(field, given);
  if (field.kind === 'boolean') {
    return typeof given === 'boolean' ? undefined : `${field.title} must be true or false.`;
  }
  if (typeof given !== 'string') return `${field.title} must be text.`;
  if (field.kind === 'url' && !isHttpUrl(given)) return `${field.title} must be an http or https address.`;
  if (field.options !== undefined && !field.options.includes(given)) {
    return `${field.title} must be one of ${field.options.join(', ')}.`;
  }
  if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`, 'u').test(given)) {
    return `${field.title} does not have the expected form${field.example === undefined ? '' : `, for example ${field.example}`}.`;
  }
  return undefined;
}

function problemWithNumber({ title, minimum, maximum }: SettingField, given: unknown): string | undefined {
  if (typeof given !== 'number' || !Number.isFinite(given)) return `${title} must be a number.`;
  if (minimum !== undefined && given < minimum) return `${title} must be ${minimum} or more.`;
  if (maximum !== undefined && given > maximum) return `${title} must be ${maximum} or less.`;
  return undefined;
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
