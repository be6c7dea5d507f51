import { ErpError } from '@headwater/erp-contracts';
import { fieldPath, type ODataVersion } from './dialect';
import { namedLiteral, odataLiteral, type ODataValue } from './literals';

/** A key of one part, or of several by name. */
export type ODataKey = ODataValue | { readonly parts: Readonly<Record<string, ODataValue>> };

/** `A_SalesOrder('4500')`, `Headers(dataAreaId='usmf',Number='1')`: a path segment, percent-encoded. */
export function entityPath(set: string, key: ODataKey, version: ODataVersion): string {
  const inner =
    'parts' in key
      ? Object.entries(key.parts)
          .map(([name, value]) => namedLiteral(name, value, version))
          .join(',')
      : odataLiteral(key, version);
  return `${fieldPath(set)}(${encodeURIComponent(inner)})`;
}

/**
 * A text as one segment of a path, percent-encoded. Dot segments would leave the path, whatever their encoding, and a
 * control character has no business in an address: both are an `invalid-request`.
 */
export function pathSegment(text: string): string {
  if (text === '' || text === '.' || text === '..' || /\p{Cc}/u.test(text)) {
    throw new ErpError('invalid-request', 'The key cannot be part of an address.');
  }
  return encodeURIComponent(text);
}
