import { uuidOf } from '../keys/uuid';
import type { EntitySet } from '../odata/model';
import { alpha, date, flag, guid, text } from '../odata/property';
import { addressesOf, partnerNumber, partnerRows, type PartnerRow } from './partner-rows';

const UPPER = { display: 'UpperCase' } as const;

/** Its number may differ from the customer's, which is a field of it. */
export const A_BUSINESS_PARTNER: EntitySet<PartnerRow> = {
  name: 'A_BusinessPartner',
  type: 'A_BusinessPartnerType',
  keys: ['BusinessPartner'],
  rows: partnerRows,
  properties: [
    alpha('BusinessPartner', partnerNumber),
    alpha('Customer', (row) => (row.kind === 'customer' ? row.party.number : '')),
    alpha('Supplier', (row) => (row.kind === 'carrier' ? row.carrier.code : '')),
    text('BusinessPartnerCategory', () => '2', { ...UPPER, length: 1 }),
    text('BusinessPartnerFullName', nameOf, { length: 81 }),
    text('BusinessPartnerName', nameOf, { length: 81 }),
    text('BusinessPartnerGrouping', (row) => (row.kind === 'carrier' ? 'SUPL' : 'BP02'), { ...UPPER, length: 4 }),
    guid('BusinessPartnerUUID', (row) => uuidOf('BP', partnerNumber(row))),
    flag('BusinessPartnerIsBlocked', (row) => row.kind === 'customer' && !row.party.customer.active),
    flag('IsMarkedForArchiving', () => false),
    text('OrganizationBPName1', (row) => nameOf(row).slice(0, 40), { length: 40 }),
    text('OrganizationBPName2', (row) => nameOf(row).slice(40), { length: 40 }),
    text('SearchTerm1', (row) => nameOf(row).toUpperCase().slice(0, 20), { ...UPPER, length: 20 }),
    text('SearchTerm2', () => '', { ...UPPER, length: 20 }),
    text('Language', () => 'EN', { length: 2 }),
    date('CreationDate', createdOn),
    date('LastChangeDate', createdOn),
  ],
  navigations: [
    {
      name: 'to_BusinessPartnerAddress',
      target: 'A_BusinessPartnerAddress',
      multiplicity: 'many',
      follow: (row) => (row.kind === 'customer' ? addressesOf(row.party) : []),
    },
    {
      name: 'to_Customer',
      target: 'A_Customer',
      multiplicity: 'one',
      follow: (row) => (row.kind === 'customer' ? [row.party] : []),
    },
  ],
};

function nameOf(row: PartnerRow): string {
  return row.kind === 'carrier' ? row.carrier.name : row.party.name;
}

function createdOn(row: PartnerRow): string | null {
  return row.kind === 'customer' ? row.party.customer.since : null;
}
