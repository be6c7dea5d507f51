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
  const { kind, ...rest } = present({
    kind: fields.kind,
    shipTo: fields.shipTo,
    lines: street === '' ? [] : [street],
    city: fields.CityName,
    region: fields.Region,
    postalCode: fields.PostalCode,
    country: fields.Country,
  });
  return rest.lines.length === 0 && Object.keys(rest).length === 1 ? undefined : { kind, ...rest };
}
