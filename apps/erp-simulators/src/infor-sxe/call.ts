import { isCalendarDate, isDecimal, type CalendarDate, type Decimal } from '@headwater/kernel';
import type { CompanyCode, Customer } from '../world/model/party';
import type { World } from '../world/world';
import { SxeError, type Fields } from './envelope';
import type { SxeOptions } from './options';

export interface SxeCall {
  readonly world: World;
  readonly company: CompanyCode;
  readonly input: Input;
  /** The number after `v` in the call's name; 1 without one. */
  readonly version: number;
  readonly options: SxeOptions;
}

export type CallHandler = (call: SxeCall) => Fields;

/** The fields of a request: blank, null and missing all mean "not given", and numbers may come as text. */
export class Input {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  text(...names: readonly string[]): string | undefined {
    const value = names
      .map((name) => this.fields[name])
      .find((found) => found !== undefined && found !== null && found !== '');
    return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : undefined;
  }

  integer(name: string): number | undefined {
    const value = this.text(name);
    return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined;
  }

  /** 0 stands for "any" wherever a number is asked for. */
  key(...names: readonly string[]): string | undefined {
    const value = this.text(...names);
    return value === '0' ? undefined : value;
  }

  date(name: string): CalendarDate | undefined {
    const value = this.text(name);
    return value !== undefined && isCalendarDate(value) ? value : undefined;
  }

  quantity(name: string): Decimal {
    const value = this.text(name);
    return value !== undefined && isDecimal(value) ? value : '1';
  }

  /** Logicals are false unless set, as in Progress. */
  flag(name: string): boolean {
    return this.fields[name] === true || this.text(name)?.toLowerCase() === 'true';
  }

  /** The rows of a request table whose container starts with `prefix`: its version differs between calls. */
  rows(prefix: string): readonly Input[] {
    const container = Object.entries(this.fields).find(([name]) =>
      name.toLowerCase().startsWith(prefix.toLowerCase()),
    )?.[1];
    const list: unknown = typeof container === 'object' && container !== null ? Object.values(container)[0] : undefined;
    return Array.isArray(list) ? list.filter(isFields).map((row) => new Input(row)) : [];
  }
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function customerOf({ world, company, input }: SxeCall): Customer {
  const found = world.customers.get(input.key('customerNumber') ?? '', company);
  if (found === undefined) throw new SxeError('Customer Not Set Up in Customer Setup - ARSC (4303)');
  return found;
}

/** Cuts a list at `recordLimit` (0 = no limit) and says whether something was left. */
export function limited<T>(
  { input, options }: SxeCall,
  rows: readonly T[],
): { readonly rows: readonly T[]; readonly flag: Fields } {
  const limit = input.integer('recordLimit') ?? 0;
  const cut = limit > 0 && rows.length > limit;
  return { rows: cut ? rows.slice(0, limit) : rows, flag: { [options.moreRecordsFlag]: cut } };
}

export function versionSuffix(version: number): string {
  return version > 1 ? `V${version}` : '';
}
