import { present } from '@headwater/erp-adapter-kit';
import type { CustomerView, PostalAddressView } from '@headwater/erp-contracts';
import { plainKey } from '../keys';
import { refTo } from '../sap-s4hana.context';
import { isBlocked } from './customer-blocks';
import type { Customer, CustomerAddress, CustomerSalesArea, Partner } from './customer.schema';
import { toPostalAddressView } from './postal-address';

/** What is known of one customer, from the sets that each hold a part. */
export interface CustomerParts {
  readonly connectionId: string;
  readonly partner: Partner;
  readonly customer: Customer | undefined;
  /** Absent where the customer is not kept in the sales area of the connection. */
  readonly area: CustomerSalesArea | undefined;
  readonly addresses: readonly CustomerAddress[];
  readonly blockFields: readonly string[];
}

/** Ship-tos are business partners of their own, so a customer's first address is its own. */
function addressesOf(addresses: readonly CustomerAddress[]): readonly PostalAddressView[] {
  return [...addresses]
    .sort((left, right) => left.AddressID.localeCompare(right.AddressID, 'en', { numeric: true }))
    .flatMap((address, index) => toPostalAddressView({ kind: index === 0 ? 'billing' : 'other', ...address }) ?? []);
}

export function toCustomerView(parts: CustomerParts): CustomerView {
  const { partner, customer, area, blockFields } = parts;
  const number = plainKey(partner.Customer);
  return present({
    ref: refTo(parts, 'customer', number),
    number,
    name: partner.BusinessPartnerFullName ?? number,
    addresses: addressesOf(parts.addresses),
    terms: area?.CustomerPaymentTerms,
    currency: area?.Currency,
    blocked: isBlocked({ customer, area }, blockFields),
  });
}
