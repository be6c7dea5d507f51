import { present } from '@headwater/erp-adapter-kit';
import type { PostalAddressView } from '@headwater/erp-contracts';

export interface AddressFields {
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
