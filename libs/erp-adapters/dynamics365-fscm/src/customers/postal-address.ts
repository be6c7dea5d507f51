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
export function postalAddress({ kind, name, street, ...rest }: AddressFields): PostalAddressView | undefined {
  const lines = (street ?? '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const place = present(rest);
  if (lines.length === 0 && Object.keys(place).length === 0) return undefined;
  return { kind, ...present({ name }), lines, ...place };
}
