import type { PostalAddress } from '../../world/model/party';
import { text } from '../edm/properties';
import type { Context, Property } from '../edm/schema';
import type { FscmOptions } from '../options';

/** Columns of one address: `prefix` is `Address`, `DeliveryAddress` … */
export function addressColumns<S>(
  prefix: string,
  of: (source: S, context: Context) => PostalAddress,
): readonly Property<S>[] {
  const column = (name: string, read: (address: PostalAddress, options: FscmOptions) => string): Property<S> =>
    text(`${prefix}${name}`, (source, context) => read(of(source, context), context.options));
  return [
    column('Street', ({ lines }) => lines.join('\n')),
    column('City', ({ city }) => city),
    column('StateId', ({ region }) => region),
    column('ZipCode', ({ postalCode }) => postalCode),
    column('CountryRegionId', ({ country }, options) => countryId(country, options)),
  ];
}

/** One text, with line breaks, as it is printed. */
export function formatted(address: PostalAddress, options: FscmOptions): string {
  const { lines, city, region, postalCode, country } = address;
  return [...lines, `${city}, ${region} ${postalCode}`, countryId(country, options)].join('\n');
}

/** Countries go by three letters, unless a site set them up otherwise. */
const THREE_LETTERS: Readonly<Record<string, string>> = {
  US: 'USA',
  CA: 'CAN',
  DE: 'DEU',
  NL: 'NLD',
  JP: 'JPN',
  KW: 'KWT',
};

function countryId(country: string, { countryIds }: FscmOptions): string {
  return countryIds === 'two-letters' ? country : (THREE_LETTERS[country] ?? country);
}
