import { present } from '@headwater/erp-adapter-kit';
import type { PostalAddressView } from '@headwater/erp-contracts';

export interface AddressFields {
  readonly kind: PostalAddressView['kind'];
  readonly shipTo?: string | undefined;
  readonly StreetName?: string | undefined;
  readonly HouseNumber?: string | undefined;
  readonly CityName?: string | undefined;
  readonly PostalCode?: string | undefined;
  readonly Region?: string | undefined;
  readonly Country?: string | undefined;
}

/** An address without its blank parts, or `undefined` where nothing is left but its kind. */
export function toPostalAddressView(fields: AddressFields): PostalAddressView | undefined {
  const street = [fields.StreetName, fields.HouseNumber].filter((part) => part !== undefined).join(' ');
  const { kind, shipTo, CityName: city, Region: region, PostalCode: postalCode, Country: country } = fields;
  const isBlank = [shipTo, city, region, postalCode, country].every((part) => part === undefined);
  if (isBlank && street === '') return undefined;
  return present({ kind, shipTo, lines: street === '' ? [] : [street], city, region, postalCode, country });
}
