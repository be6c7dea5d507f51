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
import type { UnitsType } from '../../books/units';
import { TERMS } from '../../../world/organisation';
import { field, recordKind, type Field, type RecordKind } from '../record-kind';
import { toCurrency } from '../references';

/** The records references lead to. */
export function listKinds(books: Books): readonly RecordKind[] {
  const { account } = books.options;
  return [
    ...(account.companies === 'one-world'
      ? [listKind('subsidiary', SUBSIDIARIES, [field('currency', 'reference', () => toCurrency(BASE_CURRENCY, books))])]
      : []),
    ...(account.currencies === 'multiple' ? [currencyKind(books)] : []),
    listKind('location', LOCATIONS, [field('externalId', 'string', ({ code }) => code)]),
    listKind('term', PAYMENT_TERMS, [
      field('daysUntilNetDue', 'number', ({ code }) =>
        String(TERMS.find((terms) => terms.code === code)?.netDays ?? 0),
      ),
    ]),
    listKind('employee', EMPLOYEES, [
      field('entityId', 'string', ({ name }) => name),
      field('initials', 'string', ({ code }) => code),
    ]),
    listKind('priceLevel', PRICE_LEVELS, []),
    listKind('shipItem', SHIP_METHODS, [field('itemId', 'string', ({ name }) => name)]),
    unitsTypeKind(books),
  ];
}

function listKind(name: string, list: ReferenceList, more: readonly Field<ListEntry>[]): RecordKind {
  return recordKind<ListEntry>({
    name,
    idOf: ({ id }) => id,
    fields: [
      field('id', 'string', ({ id }) => id),
      field('name', 'string', (entry) => entry.name),
      field('isInactive', 'boolean', () => false),
      ...more,
    ],
    find: (id) => list.get(id),
    all: () => list.entries,
  });
}

function currencyKind({ options }: Books): RecordKind {
  return recordKind<CurrencyEntry>({
    name: 'currency',
    idOf: ({ id }) => id,
    fields: [
      field('id', 'string', ({ id }) => id),
      field('name', 'string', (currency) => currencyName(currency, options.account)),
      field('symbol', 'string', ({ code }) => code),
      field('exchangeRate', 'number', ({ rate }) => rate),
      field('isBaseCurrency', 'boolean', ({ code }) => code === BASE_CURRENCY),
    ],
    find: (id) => CURRENCIES.get(id),
    all: () => CURRENCIES.entries,
  });
}

function unitsTypeKind({ units }: Books): RecordKind {
  return recordKind<UnitsType>({
    name: 'unitsType',
    idOf: ({ id }) => id,
    fields: [field('id', 'string', ({ id }) => id), field('name', 'string', ({ name }) => name)],
    subresources: (type) => [
      {
        kind: 'sublist',
        name: 'uom',
        lines: type.units.map((unit) => ({
          key: unit.id,
          values: [
            { name: 'internalId', type: 'string', value: unit.id },
            { name: 'unitName', type: 'string', value: unit.name },
            { name: 'abbreviation', type: 'string', value: unit.name },
            { name: 'conversionRate', type: 'number', value: String(unit.factor) },
            { name: 'baseUnit', type: 'boolean', value: unit.factor === 1 },
          ],
        })),
      },
    ],
    find: (id) => units.all.find((type) => type.id === id),
    all: () => units.all,
  });
}
