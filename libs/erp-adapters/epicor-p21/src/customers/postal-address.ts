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
  const lines = fields.lines.filter((line) => line !== undefined);
  const { kind, ...rest } = present({ ...fields, lines });
  return lines.length === 0 && Object.keys(rest).length === 1 ? undefined : { kind, ...rest };
}
