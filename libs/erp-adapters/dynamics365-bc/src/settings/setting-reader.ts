import { baseUrlProblem, type PrivateNetworks } from '@headwater/erp-adapter-kit';
import { ErpError, type SettingField, type SettingValues } from '@headwater/erp-contracts';

/** Reads typed values, falling back on the manifest's defaults. Each refusal names its setting, never a value. */
export class SettingReader {
  constructor(
    private readonly values: SettingValues,
    private readonly fields: readonly SettingField[],
  ) {}

  optional(key: string): string | undefined {
    const value = this.value(key);
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '') return undefined;
    const pattern = this.field(key)?.pattern;
    if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(text)) {
      throw new ErpError('invalid-request', `The setting ${key} does not have the expected form.`);
    }
    return text;
  }

  text(key: string): string {
    const value = this.optional(key);
    if (value === undefined) throw new ErpError('invalid-request', `The setting ${key} is missing.`);
    return value;
  }

  flag(key: string): boolean {
    const value = this.value(key);
    if (typeof value === 'boolean') return value;
    throw new ErpError('invalid-request', `The setting ${key} must be true or false.`);
  }

  positive(key: string): number {
    const value = this.value(key);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
    throw new ErpError('invalid-request', `The setting ${key} must be a whole number above 0.`);
  }

  choice<T extends string>(key: string, options: readonly T[]): T {
    const value = this.value(key);
    const found = options.find((option) => option === value);
    if (found !== undefined) return found;
    throw new ErpError('invalid-request', `The setting ${key} must be one of ${options.join(', ')}.`);
  }

  /** An address without a trailing slash. */
  address(key: string, privateNetworks: PrivateNetworks): string {
    const address = this.text(key);
    const problem = baseUrlProblem(address, privateNetworks);
    if (problem !== undefined) throw new ErpError('invalid-request', `${key}: ${problem}`);
    return address.replace(/\/+$/, '');
  }

  private field(key: string): SettingField | undefined {
    return this.fields.find((field) => field.key === key);
  }

  private value(key: string): string | number | boolean | undefined {
    const given = this.values[key];
    return given === undefined || given === '' ? this.field(key)?.default : given;
  }
}
