import type { Books } from '../../books/books';
import { currencyName } from '../../books/names';
import {
  BASE_CURRENCY,
  CURRENCIES,
  EMPLOYEES,
  LOCATIONS,
  PAYMENT_TERMS,
  PRICE_LEVELS,
  SHIP_METHODS,
  SUBSIDIARIES,
  type CurrencyEntry,
  type ListEntry,
  type ReferenceList,
} from '../../books/reference-lists';
import { TERMS } from '../../../world/organisation';
import { flagColumn, numberColumn, referenceColumn, table, textColumn, type Column, type Relation } from '../relation';

/** Lists of the account: places, currencies, terms, people. */
export function organisationTables(books: Books): readonly Relation[] {
  const { account } = books.options;
  return [
    ...(account.companies === 'one-world' ? [subsidiaryTable()] : []),
    ...(account.currencies === 'multiple' ? [currencyTable(books)] : []),
    listTable('location', LOCATIONS, {
      externalid: textColumn(({ code }) => code),
      fullname: textColumn(({ name }) => name),
      subsidiary: textColumn(() => null),
      makeinventoryavailable: flagColumn(() => true),
    }),
    listTable('term', PAYMENT_TERMS, {
      externalid: textColumn(({ code }) => code),
      daysuntilnetdue: numberColumn(({ code }) => String(TERMS.find((terms) => terms.code === code)?.netDays ?? 0)),
    }),
    listTable('pricelevel', PRICE_LEVELS, {}),
    listTable('shipitem', SHIP_METHODS, { itemid: textColumn(({ name }) => name) }),
    employeeTable(),
  ];
}

type ListColumns = Readonly<Record<string, Column<ListEntry>>>;

function listTable(name: string, list: ReferenceList, more: ListColumns): Relation {
  return table<ListEntry>({
    name,
    columns: {
      id: numberColumn(({ id }) => id),
      name: textColumn((entry) => entry.name),
      isinactive: flagColumn(() => false),
      ...more,
    },
    rows: () => list.entries,
    lookups: { id: (id) => present(list.get(id)) },
  });
}

function subsidiaryTable(): Relation {
  return listTable('subsidiary', SUBSIDIARIES, {
    fullname: textColumn(({ name }) => name),
    currency: referenceColumn(() => CURRENCIES.ofCode(BASE_CURRENCY)),
    country: textColumn(() => 'US'),
    iselimination: flagColumn(() => false),
  });
}

function currencyTable({ options }: Books): Relation {
  return table<CurrencyEntry>({
    name: 'currency',
    columns: {
      id: numberColumn(({ id }) => id),
      name: textColumn((currency) => currencyName(currency, options.account)),
      symbol: textColumn(({ code }) => code),
      currencyprecision: numberColumn(() => '2'),
      exchangerate: numberColumn(({ rate }) => rate),
      isbasecurrency: flagColumn(({ code }) => code === BASE_CURRENCY),
      isinactive: flagColumn(() => false),
    },
    rows: () => CURRENCIES.entries,
    lookups: { id: (id) => present(CURRENCIES.get(id)) },
  });
}

function employeeTable(): Relation {
  return table<ListEntry>({
    name: 'employee',
    columns: {
      id: numberColumn(({ id }) => id),
      entityid: textColumn(({ name }) => name),
      firstname: textColumn(({ name }) => name.slice(0, name.indexOf(' '))),
      lastname: textColumn(({ name }) => name.slice(name.indexOf(' ') + 1)),
      initials: textColumn(({ code }) => code),
      issalesrep: flagColumn(() => true),
      isinactive: flagColumn(() => false),
    },
    rows: () => EMPLOYEES.entries,
    lookups: { id: (id) => present(EMPLOYEES.get(id)) },
  });
}

export function present<T>(found: T | undefined): readonly T[] {
  return found === undefined ? [] : [found];
}
