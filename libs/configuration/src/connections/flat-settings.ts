import type { ConnectionSettings } from './erp-connection';

/** Room for a credentials file, and for nothing that deserves to be called data. */
export const MAX_SETTING_LENGTH = 20_000;
/** S/4HANA has 67 settings, and the form sends each that has a value or a default. */
const MAX_SETTINGS = 100;
const KEY = /^[A-Za-z][A-Za-z0-9]{0,59}$/;

/**
 * Whether a value is a flat object of a few texts, numbers and truth values. Settings are stored as JSON, and JSON
 * that may nest is where a copy of the ERP would hide.
 */
export function isFlatSettings(value: unknown): value is ConnectionSettings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MAX_SETTINGS && entries.every(([key, setting]) => KEY.test(key) && isSetting(setting));
}

function isSetting(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_SETTING_LENGTH;
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}
