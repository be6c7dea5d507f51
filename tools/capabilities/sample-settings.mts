import type { ErpManifest, SettingField, SettingValue, SettingValues } from '@headwater/erp-contracts';

/**
 * Settings as a form shows them before anyone has typed: each default, else its example, else a stand-in where
 * something must be said. Good enough to ask a connection what it has; nothing is ever sent with them.
 */
export function sampleSettings({ settings }: ErpManifest): SettingValues {
  const pairs = settings.flatMap((field) => {
    const value = sampleOf(field);
    return value === undefined ? [] : [[field.key, value] as const];
  });
  return Object.fromEntries(pairs);
}

function sampleOf(field: SettingField): SettingValue | undefined {
  if (field.default !== undefined) return field.default;
  if (field.kind === 'file') return undefined;
  if (field.example !== undefined && !['number', 'boolean'].includes(field.kind)) return field.example;
  if (field.kind === 'select') return field.options?.[0];
  return field.required || field.secret ? standIn(field.kind) : undefined;
}

function standIn(kind: SettingField['kind']): SettingValue {
  if (kind === 'number') return 1;
  if (kind === 'boolean') return false;
  return kind === 'url' ? 'https://erp.example.com' : 'sample';
}
