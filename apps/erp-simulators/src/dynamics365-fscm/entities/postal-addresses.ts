import type { PostalAddress } from '../../world/model/party';
import { NO_YES, noYes } from '../edm/enums';
import { entitySet } from '../edm/entity-set';
import { symbol, text } from '../edm/properties';
import type { EntitySet } from '../edm/schema';
import type { FscmOptions } from '../options';
import { addressColumns, formatted } from './addresses';
import { companyColumn, customersIn, type CustomerSource } from './customers-in';

interface AddressSource extends CustomerSource {
  /** Empty for the customer's own address. */
  readonly code: string;
  readonly name: string;
  readonly address: PostalAddress;
  readonly purpose: 'invoice' | 'delivery';
  readonly primary: boolean;
}

/** The customer's own address, and those it has goods delivered to. */
export function postalAddresses(name: string, options: FscmOptions): EntitySet {
  return entitySet<AddressSource>(
    {
      name,
      entity: name.replace(/es$/, ''),
      table: `${name.replace(/es$/, '')}Entity`,
      key: ['dataAreaId', 'CustomerAccountNumber', 'AddressLocationId'],
      properties: [
        companyColumn(),
        text('CustomerAccountNumber', ({ customer }) => customer.number),
        text('AddressLocationId', ({ customer, code }) => `${customer.number}-${code === '' ? 'MAIN' : code}`),
        text('AddressDescription', ({ name: described }) => described),
        ...addressColumns<AddressSource>('Address', ({ address }) => address),
        text('FormattedAddress', ({ address }) => formatted(address, options)),
        symbol('IsPrimary', NO_YES, ({ primary }) => noYes(primary)),
        symbol('IsRoleDelivery', NO_YES, ({ purpose }) => noYes(purpose === 'delivery')),
        symbol('IsRoleInvoice', NO_YES, ({ purpose }) => noYes(purpose === 'invoice')),
      ],
      find: (scan) => customersIn(scan, 'CustomerAccountNumber').flatMap(addressesOf),
    },
    options,
  );
}

/** Addresses that are no longer used are expired, and expired ones are not listed. */
function addressesOf(source: CustomerSource): readonly AddressSource[] {
  const { name, address, shipTos } = source.customer;
  return [
    { ...source, code: '', name, address, purpose: 'invoice', primary: true },
    ...shipTos
      .filter(({ active }) => active)
      .map((shipTo): AddressSource => ({ ...source, ...shipTo, purpose: 'delivery', primary: false })),
  ];
}
