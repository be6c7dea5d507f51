import type { BookEntry } from '../../books/entity-addresses';
import type { Order } from '../../../world/model/order';
import type { PostalAddress } from '../../../world/model/party';
import type { NamedValue, Subresource } from '../record-kind';

interface Addressed {
  readonly addressee: string;
  readonly address: PostalAddress;
}

export function addressValues({ addressee, address }: Addressed): readonly NamedValue[] {
  const [addr1 = null, addr2 = null, addr3 = null] = address.lines;
  const texts = { addressee, addr1, addr2, addr3, city: address.city, state: address.region, zip: address.postalCode };
  return [
    ...Object.entries(texts).map(([name, value]) => ({ name, type: 'string', value }) as const),
    { name: 'country', type: 'reference', value: { id: address.country, refName: address.country } },
  ];
}

export function shippingAddress({ shipToName, shipToAddress }: Order): Subresource {
  return {
    kind: 'subrecord',
    name: 'shippingAddress',
    values: addressValues({ addressee: shipToName, address: shipToAddress }),
  };
}

export function addressBookSublist(entries: readonly BookEntry[]): Subresource {
  return {
    kind: 'sublist',
    name: 'addressBook',
    lines: entries.map((entry) => ({
      key: String(entry.position + 1),
      values: [
        { name: 'label', type: 'string', value: entry.label },
        { name: 'defaultBilling', type: 'boolean', value: entry.defaultBilling },
        { name: 'defaultShipping', type: 'boolean', value: entry.defaultShipping },
        ...addressValues(entry),
      ],
    })),
  };
}
