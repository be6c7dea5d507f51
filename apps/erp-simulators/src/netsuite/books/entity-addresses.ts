import type { Order } from '../../world/model/order';
import type { Customer, PostalAddress } from '../../world/model/party';
import type { Books } from './books';
import { customerId, customerNumber, orderId } from './keys';

/** One entry of a customer's address book: its own address first, then its ship-tos. */
export interface BookEntry {
  readonly customer: Customer;
  readonly position: number;
  /** The code of the ship-to; the main address has none. */
  readonly label: string;
  readonly addressee: string;
  readonly address: PostalAddress;
  readonly defaultBilling: boolean;
  readonly defaultShipping: boolean;
}

/** Addresses a customer can have, and the room an order's own takes beside them. */
const ADDRESSES = 100;

export function addressBook(customer: Customer): readonly BookEntry[] {
  const { name, address, defaultShipTo } = customer;
  const main = {
    label: 'Main',
    addressee: name,
    address,
    defaultBilling: true,
    defaultShipping: defaultShipTo === null,
  };
  const others = customer.shipTos
    .filter(({ active }) => active)
    .map((shipTo) => ({
      label: shipTo.code,
      addressee: shipTo.name,
      address: shipTo.address,
      defaultBilling: false,
      defaultShipping: shipTo.code === defaultShipTo,
    }));
  return [main, ...others].map((entry, position) => ({ ...entry, customer, position }));
}

/** Internal id of the entry; its address goes by the same number. */
export function addressKey({ customer, position }: Pick<BookEntry, 'customer' | 'position'>): string {
  return String(BigInt(customerId(customer.number)) * BigInt(ADDRESSES) + BigInt(position));
}

export function addressByKey(key: string, books: Books): BookEntry | undefined {
  if (!/^\d{1,20}$/.test(key)) return undefined;
  const id = BigInt(key) / BigInt(ADDRESSES);
  const customer = books.customerNumbered(customerNumber(String(id)) ?? '');
  return customer === undefined ? undefined : addressBook(customer)[Number(BigInt(key) % BigInt(ADDRESSES))];
}

/** Where an order goes; every document of the order points to the order's own copy. */
export function shippingAddressKey(order: Order): string {
  return orderId(order.number);
}
