/**
 * The two OData protocols that ERPs speak. They differ in how literals are written, how collections are wrapped and
 * how navigations are expanded (OData 2.0 URI conventions; OData 4.01 URL conventions).
 */
export type ODataVersion = 'v2' | 'v4';

const FIELD = /^[\p{L}_][\p{L}\p{N}_]*(\/[\p{L}_][\p{L}\p{N}_]*)*$/u;

/**
 * A property path, as it may stand in a query. Paths come from the adapter's own code or from the vendor's metadata,
 * never from a person; one that could carry syntax is a `RangeError`.
 */
export function fieldPath(path: string): string {
  if (FIELD.test(path)) return path;
  throw new RangeError('an OData property path holds a character that is not part of a name');
}
