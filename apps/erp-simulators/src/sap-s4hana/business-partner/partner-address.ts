import { businessPartnerNumber } from '../keys/parties';
import type { EntitySet } from '../odata/model';
import { alpha, flag, text, timestamp } from '../odata/property';
import { addressRows, type AddressRow } from './partner-rows';

const UPPER = { display: 'UpperCase' } as const;

export const A_BUSINESS_PARTNER_ADDRESS: EntitySet<AddressRow> = {
  name: 'A_BusinessPartnerAddress',
  type: 'A_BusinessPartnerAddressType',
  keys: ['BusinessPartner', 'AddressID'],
  rows: addressRows,
  properties: [
    alpha('BusinessPartner', partnerOf),
    alpha('AddressID', ({ id }) => id),
    text('FullName', ({ name }) => name, { length: 80 }),
    text('CareOfName', () => '', { length: 40 }),
    text('StreetName', ({ address }) => address.lines[0] ?? '', { length: 60 }),
    text('HouseNumber', () => '', { length: 10 }),
    text('AdditionalStreetSuffixName', ({ address }) => address.lines[1] ?? '', { length: 40 }),
    text('PostalCode', ({ address }) => address.postalCode, { ...UPPER, length: 10 }),
    text('CityName', ({ address }) => address.city, { length: 40 }),
    text('Region', ({ address }) => address.region, { ...UPPER, length: 3 }),
    text('Country', ({ address }) => address.country, { ...UPPER, length: 3 }),
    text('Language', () => 'EN', { length: 2 }),
    text('TransportZone', () => '', { ...UPPER, length: 10 }),
  ],
  navigations: [
    { name: 'to_EmailAddress', target: 'A_AddressEmailAddress', multiplicity: 'many', follow: ownOnly },
    { name: 'to_PhoneNumber', target: 'A_AddressPhoneNumber', multiplicity: 'many', follow: ownOnly },
    { name: 'to_AddressUsage', target: 'A_BuPaAddressUsage', multiplicity: 'many', follow: (row) => [row] },
  ],
};

export const A_ADDRESS_EMAIL_ADDRESS: EntitySet<AddressRow> = {
  name: 'A_AddressEmailAddress',
  type: 'A_AddressEmailAddressType',
  keys: ['AddressID', 'Person', 'OrdinalNumber'],
  rows: (scope, pins) => addressRows(scope, pins).flatMap(ownOnly),
  properties: [
    alpha('AddressID', ({ id }) => id),
    text('Person', () => '', { ...UPPER, length: 10 }),
    text('OrdinalNumber', () => '1', { display: 'NonNegative', length: 3 }),
    flag('IsDefaultEmailAddress', () => true),
    text('EmailAddress', ({ party }) => party.customer.email, { length: 241 }),
  ],
  navigations: [],
};

export const A_ADDRESS_PHONE_NUMBER: EntitySet<AddressRow> = {
  name: 'A_AddressPhoneNumber',
  type: 'A_AddressPhoneNumberType',
  keys: ['AddressID', 'Person', 'OrdinalNumber'],
  rows: (scope, pins) => addressRows(scope, pins).flatMap(ownOnly),
  properties: [
    alpha('AddressID', ({ id }) => id),
    text('Person', () => '', { ...UPPER, length: 10 }),
    text('OrdinalNumber', () => '1', { display: 'NonNegative', length: 3 }),
    text('DestinationLocationCountry', ({ address }) => address.country, { ...UPPER, length: 3 }),
    flag('IsDefaultPhoneNumber', () => true),
    text('PhoneNumber', ({ party }) => party.customer.phone, { length: 30 }),
    text('PhoneNumberType', () => '1', { ...UPPER, length: 1 }),
  ],
  navigations: [],
};

/** Which address is for what: the standard one, or one to ship to. */
export const A_BU_PA_ADDRESS_USAGE: EntitySet<AddressRow> = {
  name: 'A_BuPaAddressUsage',
  type: 'A_BuPaAddressUsageType',
  keys: ['BusinessPartner', 'ValidityEndDate', 'AddressUsage', 'AddressID'],
  rows: addressRows,
  properties: [
    alpha('BusinessPartner', partnerOf),
    timestamp('ValidityEndDate', () => '9999-12-31T23:59:59.000Z'),
    text('AddressUsage', ({ usage }) => usage, { ...UPPER, length: 10 }),
    alpha('AddressID', ({ id }) => id),
    flag('StandardUsage', ({ usage }) => usage === 'XXDEFAULT'),
  ],
  navigations: [],
};

function partnerOf({ party }: AddressRow): string {
  return businessPartnerNumber(party.number, party.scope.options);
}

/** Phone and mail are known for the customer's own address only. */
function ownOnly(row: AddressRow): readonly AddressRow[] {
  return row.usage === 'XXDEFAULT' && row.party.role === 'sold-to' ? [row] : [];
}
