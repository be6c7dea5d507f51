import { sumDecimals, type Decimal } from '@headwater/kernel';
import { customerKey, type Books } from '../../books/books';
import { addressBook } from '../../books/entity-addresses';
import { customerId } from '../../books/keys';
import { entityName } from '../../books/names';
import { agreedPrices } from '../../books/price-list';
import { CUSTOM_LEVEL, EMPLOYEES, PAYMENT_TERMS, PRICE_LEVELS, SUBSIDIARIES } from '../../books/reference-lists';
import type { Customer } from '../../../world/model/party';
import type { CreditPosition } from '../../../world/receivables/credit';
import { field, recordKind, type Field, type RecordKind, type Subresource } from '../record-kind';
import { toCurrency, toEntry, toItem } from '../references';
import { addressBookSublist } from './addresses';

type Fields = readonly Field<Customer>[];

export function customerKind(books: Books): RecordKind {
  return recordKind<Customer>({
    name: 'customer',
    idOf: ({ number }) => customerId(number),
    fields: [...identityFields(books), ...tradeFields(books), ...creditFields(books)],
    subresources: (customer) => [addressBookSublist(addressBook(customer)), itemPricing(customer, books)],
    find: (id) => books.customer(id),
    findExternal: (number) => books.customerNumbered(number),
    all: () => books.customers(),
  });
}

function identityFields(books: Books): Fields {
  const { account } = books.options;
  return [
    field('id', 'string', ({ number }) => customerId(number)),
    field('externalId', 'string', ({ number }) => number),
    field('entityId', 'string', ({ number }) => number),
    field('companyName', 'string', (each) => entityName(each, account).companyName),
    field('isPerson', 'boolean', (each) => entityName(each, account).isPerson),
    field('firstName', 'string', (each) => entityName(each, account).firstName),
    field('lastName', 'string', (each) => entityName(each, account).lastName),
    field('email', 'string', ({ email }) => email),
    field('phone', 'string', ({ phone }) => phone),
    field('isInactive', 'boolean', ({ active }) => !active),
    field('dateCreated', 'dateTime', ({ since }) => `${since}T00:00:00Z`),
    field('lastModifiedDate', 'dateTime', (each) => {
      const at = books.watch.modifiedAt(customerKey(each), each);
      return `${at.slice(0, 19)}Z`;
    }),
  ];
}

function tradeFields(books: Books): Fields {
  const { account } = books.options;
  return [
    field('terms', 'reference', ({ terms }) => toEntry('term', PAYMENT_TERMS.ofCode(terms))),
    field('priceLevel', 'reference', ({ priceGroup }) => toEntry('priceLevel', PRICE_LEVELS.ofCode(priceGroup))),
    field('salesRep', 'reference', ({ salesperson }) => toEntry('employee', EMPLOYEES.ofCode(salesperson))),
    ...(account.companies === 'one-world'
      ? [
          field<Customer>('subsidiary', 'reference', (each) =>
            toEntry('subsidiary', SUBSIDIARIES.ofCode(books.primaryCompany(each))),
          ),
        ]
      : []),
    ...(account.currencies === 'multiple'
      ? [field<Customer>('currency', 'reference', ({ currency }) => toCurrency(currency, books))]
      : []),
  ];
}

const HOLD_NAMES = { ON: 'On', AUTO: 'Auto' } as const;

/** In the record API only: SuiteQL knows none of these but the limit. */
function creditFields(books: Books): Fields {
  const sum = (read: (position: CreditPosition) => Decimal): ((customer: Customer) => Decimal) => {
    return (customer) => sumDecimals(['0.00', ...positionsOf(customer, books).map(read)]);
  };
  return [
    field('creditLimit', 'number', ({ creditLimit }) => creditLimit),
    field('creditHoldOverride', 'reference', ({ onHold }) => {
      const id = onHold ? 'ON' : 'AUTO';
      return { id, refName: HOLD_NAMES[id] };
    }),
    field(
      'balance',
      'number',
      sum(({ receivables }) => receivables),
    ),
    field(
      'overdueBalance',
      'number',
      sum(({ pastDue }) => pastDue),
    ),
    field(
      'unbilledOrders',
      'number',
      sum(({ openOrders }) => openOrders),
    ),
  ];
}

function positionsOf(customer: Customer, books: Books): readonly CreditPosition[] {
  const companies =
    books.options.account.customerBalance === 'primary-subsidiary'
      ? [books.primaryCompany(customer)]
      : customer.companies.filter((company) => books.hasCompany(company));
  return companies.flatMap((company) => books.world.credit(customer.number, company) ?? []);
}

function itemPricing(customer: Customer, books: Books): Subresource {
  const agreed = agreedPrices(books).filter((contract) => contract.customer === customer.number);
  return {
    kind: 'sublist',
    name: 'itemPricing',
    lines: agreed.map(({ item, unitPrice }, at) => ({
      key: String(at + 1),
      values: [
        { name: 'item', type: 'reference', value: toItem(item, books) },
        { name: 'level', type: 'reference', value: toEntry('priceLevel', CUSTOM_LEVEL) },
        { name: 'price', type: 'number', value: unitPrice },
        { name: 'currency', type: 'reference', value: toCurrency(customer.currency, books) },
      ],
    })),
  };
}
