import { ErpError, type SettingField, type SettingValues } from '@headwater/erp-contracts';
import { baseUrlProblem, type PrivateNetworks } from '../address/base-url-check';
import { entriesOf, pairsOf } from './lists';

/**
 * Reads the settings of a connection as typed values: what is blank has the default of its field, and blanks at the
 * ends of a text do not count. Throws `ErpError` `invalid-request` that names the setting, never its value.
 */
export class SettingReader {
  constructor(
    private readonly values: SettingValues,
    private readonly fields: readonly SettingField[],
  ) {}

  /** A text in the form its field asks for, or nothing. */
  optional(key: string): string | undefined {
    const value = this.value(key);
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '') return undefined;
    const pattern = this.field(key)?.pattern;
    if (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(text)) return text;
    throw new ErpError('invalid-request', `The setting ${key} does not have the expected form.`);
  }

  text(key: string): string {
    return this.optional(key) ?? missing(key);
  }

  /** A secret as it was given: blanks at its ends may belong to it. */
  secret(key: string): string {
    const value = this.values[key];
    return typeof value === 'string' && value !== '' ? value : missing(key);
  }

  whole(key: string, least = 1): number {
    const value = this.value(key);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    throw new ErpError('invalid-request', `The setting ${key} must be a whole number from ${String(least)}.`);
  }

  flag(key: string): boolean {
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

  /** An address without a trailing slash. */
  address(key: string, privateNetworks: PrivateNetworks): string {
    const address = this.text(key);
    const problem = baseUrlProblem(address, privateNetworks);
    if (problem !== undefined) throw new ErpError('invalid-request', `${key}: ${problem}`);
    return address.replace(/\/+$/, '');
  }

  entries(key: string): readonly string[] {
    return entriesOf(this.optional(key));
  }

  pairs(key: string): ReadonlyMap<string, string> {
    return pairsOf(this.optional(key));
  }

  private field(key: string): SettingField | undefined {
    return this.fields.find((field) => field.key === key);
  }

  private value(key: string): string | number | boolean | undefined {
    const given = this.values[key];
    return given === undefined || given === '' ? this.field(key)?.default : given;
  }
}

function missing(key: string): never {
  throw new ErpError('invalid-request', `The setting ${key} is missing.`);
}
