import type { PostalAddress } from '../../world/model/party';
import { text, type Properties, type Property } from '../odata/entity';
import type { Reading } from '../reading';

/**
 * Flat since v2.0: `city` on a customer, `sellToCity` on a document.
 * A document calls the postal code `…PostCode`, a card `postalCode`.
 */
export function cardAddress<S>(of: (source: S) => PostalAddress): Properties<S> {
  return {
    addressLine1: text((source) => of(source).lines[0] ?? ''),
    addressLine2: text((source) => of(source).lines[1] ?? ''),
    city: text((source) => of(source).city),
    state: text((source) => of(source).region),
    country: text((source) => of(source).country),
    postalCode: text((source) => of(source).postalCode),
  };
}

export function documentAddress<S>(
  prefix: 'sellTo' | 'billTo' | 'shipTo',
  of: (source: S, reading: Reading) => PostalAddress | undefined,
): Properties<S> {
  const part = (pick: (address: PostalAddress) => string | undefined): Property<S> =>
    text((source, reading) => {
      const address = of(source, reading);
      return address === undefined ? '' : (pick(address) ?? '');
    });
  return {
    [`${prefix}AddressLine1`]: part(({ lines }) => lines[0]),
    [`${prefix}AddressLine2`]: part(({ lines }) => lines[1]),
    [`${prefix}City`]: part(({ city }) => city),
    [`${prefix}Country`]: part(({ country }) => country),
    [`${prefix}State`]: part(({ region }) => region),
    [`${prefix}PostCode`]: part(({ postalCode }) => postalCode),
  };
}
