import { requiredVendorText, vendorText } from '@headwater/erp-adapter-kit';
import { entityShape, type RowOf } from '../entities/entity-shape';
import { foCurrency } from '../entities/values';

const NUMBER = { CustomerAccount: requiredVendorText };

/** A company has an organization name, a person the two others. */
const NAMES = {
  OrganizationName: vendorText,
  PersonFirstName: vendorText,
  PersonLastName: vendorText,
  NameAlias: vendorText,
};

const TRADE = {
  SalesCurrencyCode: foCurrency,
  PaymentTerms: vendorText,
  OnHoldStatus: vendorText,
  PrimaryContactEmail: vendorText,
};

const MAIN_ADDRESS = {
  AddressStreet: vendorText,
  AddressCity: vendorText,
  AddressState: vendorText,
  AddressZipCode: vendorText,
  AddressCountryRegionId: vendorText,
};

const OTHER_ADDRESSES = {
  InvoiceAddressStreet: vendorText,
  InvoiceAddressCity: vendorText,
  InvoiceAddressState: vendorText,
  InvoiceAddressZipCode: vendorText,
  InvoiceAddressCountryRegionId: vendorText,
  DeliveryAddressStreet: vendorText,
  DeliveryAddressCity: vendorText,
  DeliveryAddressState: vendorText,
  DeliveryAddressZipCode: vendorText,
  DeliveryAddressCountryRegionId: vendorText,
};

const CONTACT = { PrimaryContactPhone: vendorText };

/** A row of CustomersV3, which has 309 fields, or of an older version: as much as a customer in full shows. */
export const customerShape = entityShape(NUMBER, {
  ...NAMES,
  ...TRADE,
  ...CONTACT,
  ...MAIN_ADDRESS,
  ...OTHER_ADDRESSES,
});

export type CustomerRow = RowOf<typeof customerShape>;

/** As much as a search shows. */
export const foundCustomerShape = {
  ...customerShape,
  optional: Object.keys({ ...NAMES, ...TRADE, ...MAIN_ADDRESS }),
};

/** What other reads need of a customer: that it exists, and its currency. */
export const customerKeyShape = entityShape(NUMBER, { SalesCurrencyCode: foCurrency });

export type CustomerKeyRow = RowOf<typeof customerKeyShape>;
