import { present } from '@headwater/erp-adapter-kit';
import type { CustomerView, PostalAddressView } from '@headwater/erp-contracts';
import { refTo } from '../infor-sxe.context';
import type { CreditTerms, CustomerMaster, CustomerRow, ShipToRow } from './customer.schema';

/** What is known of one customer, from the four calls that each hold a part. */
export interface CustomerParts {
  readonly connectionId: string;
  readonly row: CustomerRow;
  readonly currency: string;
  readonly master?: CustomerMaster;
  readonly shipTos?: readonly ShipToRow[];
  readonly terms?: CreditTerms;
}

interface AddressFields {
  readonly kind: PostalAddressView['kind'];
  readonly shipTo?: string | undefined;
  readonly name?: string | undefined;
  readonly lines: readonly (string | undefined)[];
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
}

/** An address without its blank parts, or `undefined` where nothing is left but its kind. */
export function toPostalAddressView(fields: AddressFields): PostalAddressView | undefined {
  const { kind, shipTo, name, city, region, postalCode, country } = fields;
  const lines = fields.lines.filter((line) => line !== undefined);
  const isBlank = [shipTo, name, city, region, postalCode, country].every((part) => part === undefined);
  if (isBlank && lines.length === 0) return undefined;
  return present({ kind, shipTo, name, lines, city, region, postalCode, country });
}

function mainAddress(row: CustomerRow, master: CustomerMaster | undefined): PostalAddressView | undefined {
  return toPostalAddressView({
    kind: 'billing',
    lines: [
      master?.customeraddress1 ?? row.addr1,
      master?.customeraddress2 ?? row.addr2,
      master?.customeraddress3 ?? row.addr3,
    ],
    city: master?.customercity ?? row.city,
    region: master?.customerstate ?? row.state,
    postalCode: master?.customerzipcode ?? master?.customerzipcd ?? row.zipcd,
    country: master?.customercountry ?? row.countrycd,
  });
}

function shipToAddress(row: ShipToRow): PostalAddressView | undefined {
  if (row.shipto === undefined) return undefined;
  return toPostalAddressView({
    kind: 'shipping',
    shipTo: row.shipto,
    name: row.name,
    lines: [row.addr1, row.addr2, row.addr3],
    city: row.city,
    region: row.state,
    postalCode: row.zipcd,
    country: row.countrycd,
  });
}

/** `suspendCode` is blank for customers in good standing; some sites write `N`. */
export function isSuspended(code: string | undefined): boolean {
  return code !== undefined && !/^(n|no|0|false)$/i.test(code);
}

export function toCustomerView(parts: CustomerParts): CustomerView {
  const { row, master, terms, currency } = parts;
  const addresses = [mainAddress(row, master), ...(parts.shipTos ?? []).map(shipToAddress)];
  return present({
    ref: refTo(parts, 'customer', row.custno),
    number: row.custno,
    name: master?.customername ?? row.name ?? row.custno,
    addresses: addresses.filter((address) => address !== undefined),
    phone: master?.customerphone ?? master?.phonenumber ?? master?.phoneno ?? row.phoneno,
    email: master?.customeremail ?? master?.emailaddress ?? master?.email ?? row.email,
    salesperson: master?.salesrepout ?? master?.slsrepout,
    terms: terms?.termsdesc ?? terms?.termstype,
    currency,
    blocked: isSuspended(master?.suspendcode),
  });
}
