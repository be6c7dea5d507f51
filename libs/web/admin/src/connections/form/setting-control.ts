import type { SettingField, SettingValue, SettingValues } from '@headwater/erp-contracts';
import type { ErpConnectionSummary, StoredSecret } from '@headwater/web/data-access';

/** What a form control holds: text for everything that is typed, so that a half-typed number is kept as it is. */
export type RawValues = Readonly<Record<string, string | boolean>>;

/** What a new or saved connection's form begins with. A stored secret never comes back, so its field is empty. */
export function rawValues(fields: readonly SettingField[], saved: ErpConnectionSummary['settings'] = {}): RawValues {
  return Object.fromEntries(
    fields.map((field) => {
      const known = saved[field.key] ?? field.default;
      if (field.kind === 'boolean') return [field.key, known === true];
      return [field.key, known === undefined || isStoredSecret(known) ? '' : String(known)];
    }),
  );
}

/** The settings a form says, typed as the manifest wants them; empty fields are left out. */
export function typedSettings(fields: readonly SettingField[], raw: RawValues): SettingValues {
  return Object.fromEntries(
    fields
      .map((field) => [field.key, typed(field, raw[field.key])] as const)
      .filter((entry): entry is readonly [string, SettingValue] => entry[1] !== undefined),
  );
}

/** Keys of the secrets the server already holds. */
export function storedSecrets(saved: ErpConnectionSummary['settings'] = {}): ReadonlySet<string> {
  return new Set(Object.entries(saved).flatMap(([key, value]) => (isStoredSecret(value) && value.set ? [key] : [])));
}

function typed({ kind }: SettingField, raw: string | boolean | undefined): SettingValue | undefined {
  if (typeof raw === 'boolean') return raw;
  const text = raw?.trim() ?? '';
  if (text === '') return undefined;
  if (kind !== 'number') return text;
  const number = Number(text);
  // Left as text, so that the check says that it is no number.
  return Number.isFinite(number) ? number : text;
}

function isStoredSecret(value: SettingValue | StoredSecret): value is StoredSecret {
  return typeof value === 'object';
}
