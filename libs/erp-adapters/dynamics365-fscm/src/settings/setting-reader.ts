import { entriesOf } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpManifest, type SettingValues } from '@headwater/erp-contracts';

/** Reads typed values, falling back on the manifest's defaults. */
export class SettingReader {
  constructor(
    private readonly values: SettingValues,
    private readonly manifest: ErpManifest,
  ) {}

  private value(key: string): string | number | boolean | undefined {
    const given = this.values[key];
    return given === undefined || given === ''
      ? this.manifest.settings.find((field) => field.key === key)?.default
      : given;
  }

  optional(key: string): string | undefined {
    const value = this.value(key);
    const text = typeof value === 'string' ? value.trim() : '';
    return text === '' ? undefined : text;
  }

  text(key: string): string {
    const value = this.optional(key);
    if (value === undefined) throw new ErpError('invalid-request', `The setting ${key} is missing.`);
    return value;
  }

  whole(key: string, least: number): number {
    const value = this.value(key);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    throw new ErpError('invalid-request', `The setting ${key} must be a whole number from ${String(least)}.`);
  }

  flag(key: string): boolean {
    return this.value(key) === true;
  }

  choice<T extends string>(key: string, options: readonly T[]): T {
    const value = this.value(key);
    const found = options.find((option) => option === value);
    if (found !== undefined) return found;
    throw new ErpError('invalid-request', `The setting ${key} must be one of ${options.join(', ')}.`);
  }

  entries(key: string): readonly string[] {
    return entriesOf(this.optional(key));
  }
}
