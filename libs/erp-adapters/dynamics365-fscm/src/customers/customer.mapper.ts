import { present } from '@headwater/erp-adapter-kit';
import type { CustomerView } from '@headwater/erp-contracts';
import { refTo } from '../dynamics365-fscm.context';
import type { MeaningSettings } from '../settings/meaning.settings';
import type { CustomerRow } from './customer.schema';
import { postalAddress } from './postal-address';

export interface CustomerSetting {
  readonly connectionId: string;
  readonly settings: Pick<MeaningSettings, 'notOnHold'>;
}

/** Any reason for a hold is one; which values mean none is a setting. */
export function isOnHold(status: string | undefined, { notOnHold }: Pick<MeaningSettings, 'notOnHold'>): boolean {
  return status !== undefined && !notOnHold.has(status.toLowerCase());
}

export function nameOf(row: CustomerRow): string {
  const person = [row.PersonFirstName, row.PersonLastName].filter((part) => part !== undefined).join(' ');
  return row.OrganizationName ?? (person === '' ? (row.NameAlias ?? row.CustomerAccount) : person);
}

function addressesOf(row: CustomerRow): CustomerView['addresses'] {
  const main = postalAddress({
    kind: 'billing',
    street: row.AddressStreet,
    city: row.AddressCity,
    region: row.AddressState,
    postalCode: row.AddressZipCode,
    country: row.AddressCountryRegionId,
  });
  const invoice = postalAddress({
    kind: 'billing',
    street: row.InvoiceAddressStreet,
    city: row.InvoiceAddressCity,
    region: row.InvoiceAddressState,
    postalCode: row.InvoiceAddressZipCode,
    country: row.InvoiceAddressCountryRegionId,
  });
  const delivery = postalAddress({
    kind: 'shipping',
    street: row.DeliveryAddressStreet,
    city: row.DeliveryAddressCity,
    region: row.DeliveryAddressState,
    postalCode: row.DeliveryAddressZipCode,
    country: row.DeliveryAddressCountryRegionId,
  });
  // Where invoices go elsewhere, the main address is just one more.
  const general = main === undefined || invoice === undefined ? main : { ...main, kind: 'other' as const };
  return [invoice, general, delivery].filter((address) => address !== undefined);
}

export function toCustomerView(row: CustomerRow, { connectionId, settings }: CustomerSetting): CustomerView {
  return present({
    ref: refTo({ connectionId }, 'customer', row.CustomerAccount),
    number: row.CustomerAccount,
    name: nameOf(row),
    addresses: addressesOf(row),
    phone: row.PrimaryContactPhone,
    email: row.PrimaryContactEmail,
    terms: row.PaymentTerms,
    currency: row.SalesCurrencyCode,
    blocked: isOnHold(row.OnHoldStatus, settings),
  });
}
