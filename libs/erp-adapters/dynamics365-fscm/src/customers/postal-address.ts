import { present } from '@headwater/erp-adapter-kit';
import type { PostalAddressView } from '@headwater/erp-contracts';

export interface AddressFields {
  readonly kind: PostalAddressView['kind'];
  readonly name?: string | undefined;
  /** May hold several lines. */
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
}

/** An address without its blank parts, or `undefined` where nothing but a name is left. */
export function postalAddress(fields: AddressFields): PostalAddressView | undefined {
  const { kind, name, street, city, region, postalCode, country } = fields;
  const lines = street === undefined ? [] : linesOf(street);
  const isNowhere = [city, region, postalCode, country].every((part) => part === undefined);
  return isNowhere && lines.length === 0
    ? undefined
    : present({ kind, name, lines, city, region, postalCode, country });
}

function linesOf(street: string): readonly string[] {
  return street
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
