import {
  addressBook,
  addressByKey,
  addressKey,
  shippingAddressKey,
  type BookEntry,
} from '../../books/entity-addresses';
import type { Books } from '../../books/books';
import { customerId, orderNumberOf } from '../../books/keys';
import type { Order } from '../../../world/model/order';
import type { PostalAddress } from '../../../world/model/party';
import { flagColumn, numberColumn, table, textColumn, type Column, type Relation } from '../relation';
import { present } from './organisation-tables';

/** Address books, and the addresses of entities and of transactions. */
export function addressTables(books: Books): readonly Relation[] {
  return [
    addressBookTable(books),
    // Not confirmed which of the names an account has: both show the same rows.
    entityAddressTable('customeraddressbookentityaddress', books),
    entityAddressTable('entityaddress', books),
    shippingAddressTable(books),
  ];
}

function addressBookTable(books: Books): Relation {
  return table<BookEntry>({
    name: 'customeraddressbook',
    columns: {
      internalid: numberColumn(addressKey),
      entity: numberColumn(({ customer }) => customerId(customer.number)),
      addressbookaddress: numberColumn(addressKey),
      label: textColumn(({ label }) => label),
      defaultbilling: flagColumn(({ defaultBilling }) => defaultBilling),
      defaultshipping: flagColumn(({ defaultShipping }) => defaultShipping),
    },
    rows: () => books.customers().flatMap(addressBook),
    lookups: {
      entity: (id) => present(books.customer(id)).flatMap(addressBook),
      internalid: (key) => present(addressByKey(key, books)),
      addressbookaddress: (key) => present(addressByKey(key, books)),
    },
  });
}

function entityAddressTable(name: string, books: Books): Relation {
  return table<BookEntry>({
    name,
    columns: {
      nkey: numberColumn(addressKey),
      ...addressColumns(({ addressee, address, customer }: BookEntry) => ({
        addressee,
        address,
        phone: customer.phone,
      })),
    },
    rows: () => books.customers().flatMap(addressBook),
    lookups: { nkey: (key) => present(addressByKey(key, books)) },
  });
}

function shippingAddressTable(books: Books): Relation {
  return table<Order>({
    name: 'transactionshippingaddress',
    columns: {
      nkey: numberColumn(shippingAddressKey),
      ...addressColumns(({ shipToName, shipToAddress }: Order) => ({
        addressee: shipToName,
        address: shipToAddress,
        phone: null,
      })),
    },
    rows: () => books.orders(),
    lookups: {
      nkey: (key) =>
        books
          .transactionsNear(orderNumberOf(key) ?? '')
          .slice(0, 1)
          .map(({ order }) => order),
    },
  });
}

interface Addressed {
  readonly addressee: string;
  readonly address: PostalAddress;
  readonly phone: string | null;
}

function addressColumns<Source>(read: (source: Source) => Addressed): Readonly<Record<string, Column<Source>>> {
  const line = (at: number): Column<Source> => textColumn((source) => read(source).address.lines[at] ?? null);
  return {
    addressee: textColumn((source) => read(source).addressee),
    addr1: line(0),
    addr2: line(1),
    addr3: line(2),
    city: textColumn((source) => read(source).address.city),
    state: textColumn((source) => read(source).address.region),
    zip: textColumn((source) => read(source).address.postalCode),
    country: textColumn((source) => read(source).address.country),
    addrphone: textColumn((source) => read(source).phone),
    addrtext: textColumn((source) => addressText(read(source))),
  };
}

export function addressText({ addressee, address }: Pick<Addressed, 'addressee' | 'address'>): string {
  const { lines, city, region, postalCode, country } = address;
  return [addressee, ...lines, `${city} ${region} ${postalCode}`, country].join('\n');
}
