import type { EntityShape } from '../metadata/entity-plan';

/** A business partner that is a customer; the two numbers may differ. */
export const PARTNER_SHAPE: EntityShape = {
  set: 'A_BusinessPartner',
  required: ['BusinessPartner', 'Customer', 'BusinessPartnerFullName'],
};

/** The fields that block a customer are a setting, found by pattern. */
export function customerShape(blockFields: readonly string[]): EntityShape {
  return { set: 'A_Customer', required: ['Customer'], matching: blockFields };
}

/** What a customer is in one sales area: currency, terms and blocks differ by area. */
export function salesAreaShape(blockFields: readonly string[]): EntityShape {
  return {
    set: 'A_CustomerSalesArea',
    required: ['Customer', 'SalesOrganization', 'DistributionChannel', 'Division', 'Currency'],
    optional: ['CustomerPaymentTerms'],
    matching: blockFields,
  };
}

export const ADDRESS_SHAPE: EntityShape = {
  set: 'A_BusinessPartnerAddress',
  required: ['BusinessPartner', 'AddressID'],
  optional: ['StreetName', 'HouseNumber', 'CityName', 'PostalCode', 'Region', 'Country'],
};
