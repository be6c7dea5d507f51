import type { Customer } from '../../world/model/party';
import type { AccountOptions } from '../options/account-options';
import type { CurrencyEntry } from './reference-lists';

/** How a customer's name stands in the record: a company's in one field, a person's in two. */
export interface EntityName {
  readonly isPerson: boolean;
  readonly companyName: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** Every so many customers is a person. */
const PERSONS = 37n;

export function entityName({ name, number }: Customer, { persons }: Pick<AccountOptions, 'persons'>): EntityName {
  const blank = name.indexOf(' ');
  const isPerson = persons === 'some' && BigInt(number) % PERSONS === 5n && blank > 0;
  if (!isPerson) return { isPerson, companyName: name, firstName: null, lastName: null };
  return { isPerson, companyName: null, firstName: name.slice(0, blank), lastName: name.slice(blank + 1) };
}

/** What a reference to a customer shows. */
export function entityDisplay(
  { name, number }: Customer,
  { entityDisplay: shown }: Pick<AccountOptions, 'entityDisplay'>,
): string {
  return shown === 'name' ? name : `${number} ${name}`;
}

export function currencyName(
  { code, name }: CurrencyEntry,
  { currencyNames }: Pick<AccountOptions, 'currencyNames'>,
): string {
  return currencyNames === 'iso' ? code : name;
}
