import { createHash } from 'node:crypto';

/** The same GUID for the same thing, every time. */
export function uuidOf(...parts: readonly string[]): string {
  const hex = createHash('sha1').update(parts.join('/')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
