import { present } from '@headwater/erp-adapter-kit';
import type { CustomerView, PostalAddressView } from '@headwater/erp-contracts';
import { refTo } from '../epicor-p21.context';
import { toPostalAddressView } from './postal-address';
import type { AddressRow, CustomerRow, ShipToRow } from './customer.schema';

export interface CustomerParts {
  readonly connectionId: string;
  readonly row: CustomerRow;
  readonly currency: string;
  readonly address: AddressRow | undefined;
  readonly shipTos: readonly ShipToRow[];
}

type AddressParts = Omit<AddressRow, 'id'>;

function mailAddress(row: AddressParts): PostalAddressView | undefined {
  return toPostalAddressView({
    kind: 'billing',
    lines: [row.mail_address1, row.mail_address2],
    city: row.mail_city,
    region: row.mail_state,
    postalCode: row.mail_postal_code,
    country: row.mail_country,
  });
}

function physicalAddress(row: AddressParts, whose: Pick<PostalAddressView, 'kind' | 'shipTo'>) {
  return toPostalAddressView({
    ...whose,
    name: row.name,
    lines: [row.phys_address1, row.phys_address2],
    city: row.phys_city,
    region: row.phys_state,
    postalCode: row.phys_postal_code,
    country: row.phys_country,
  });
}

/** An address row holds a mail and a physical address; a customer is billed at the first, if there is one. */
function mainAddress(row: AddressRow | undefined): PostalAddressView | undefined {
  if (row === undefined) return undefined;
  return mailAddress(row) ?? physicalAddress({ ...row, name: undefined }, { kind: 'billing' });
}

/** A customer that is deleted, by whichever flag the table has; one on credit hold still exists. */
export function isDeleted(row: Pick<CustomerRow, 'delete_flag' | 'row_status_flag'>): boolean {
  return row.delete_flag === true || row.row_status_flag === 700 || row.row_status_flag === 705;
}

export function toCustomerView({ connectionId, row, currency, address, shipTos }: CustomerParts): CustomerView {
  const shippings = shipTos.map((shipTo) => physicalAddress(shipTo, { kind: 'shipping', shipTo: shipTo.ship_to_id }));
  return present({
    ref: refTo({ connectionId }, 'customer', row.customer_id),
    number: row.customer_id,
    name: row.customer_name,
    addresses: [mainAddress(address), ...shippings].filter((one) => one !== undefined),
    phone: address?.central_phone_number,
    email: address?.email_address,
    salesperson: row.salesrep_id,
    terms: row.terms_desc ?? row.terms_id,
    currency,
    blocked: row.held || isDeleted(row),
  });
}
