import { entriesOf, pairsOf } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpManifest, type SettingValues } from '@headwater/erp-contracts';

/** Reads typed values, falling back on the manifest's defaults. Each method throws `invalid-request` naming the setting. */
export class SettingReader {
  constructor(
    private readonly values: SettingValues,
    private readonly manifest: ErpManifest,
  ) {}

  private value(key: string): string | number | boolean | undefined {
    const given = this.values[key];
    return given === undefined || given === '' ? this.field(key)?.default : given;
  }

  private field(key: string) {
    return this.manifest.settings.find((field) => field.key === key);
  }

  optional(key: string): string | undefined {
    const value = this.value(key);
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    const { pattern } = this.field(key) ?? {};
    if (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value.trim())) return value.trim();
    throw new ErpError('invalid-request', `The setting ${key} does not have the expected form.`);
  }

  text(key: string): string {
    const value = this.optional(key);
    if (value !== undefined) return value;
    throw new ErpError('invalid-request', `The setting ${key} is missing.`);
  }

  /** A whole number from `least`. */
  whole(key: string, least = 1): number {
    const value = this.value(key);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    throw new ErpError('invalid-request', `The setting ${key} must be a whole number from ${String(least)}.`);
  }

  isOn(key: string): boolean {
    const value = this.value(key);
    if (typeof value === 'boolean') return value;
    throw new ErpError('invalid-request', `The setting ${key} must be true or false.`);
  }

  choice<T extends string>(key: string, options: readonly T[]): T {
    const value = this.value(key);
    const found = options.find((option) => option === value);
    if (found !== undefined) return found;
    throw new ErpError('invalid-request', `The setting ${key} must be one of ${options.join(', ')}.`);
  }

  /** The name of a column, `undefined` for `none`: a blank field would fall back on the default. */
  column(key: string): string | undefined {
    const name = this.text(key).toLowerCase();
    return name === 'none' ? undefined : name;
  }

  entries(key: string): readonly string[] {
    return entriesOf(this.optional(key));
  }

  pairs(key: string): ReadonlyMap<string, string> {
    return pairsOf(this.optional(key));
  }
}
