import { ErpError } from '@headwater/erp-contracts';
import { foldedKey } from './keys';

/** A key set without blanks and doubles, in the spelling of its first mention. */
export function distinctKeys(keys: readonly string[]): readonly string[] {
  const byFold = new Map<string, string>();
  for (const key of keys.map((one) => one.trim())) {
    if (key !== '' && !byFold.has(foldedKey(key))) byFold.set(foldedKey(key), key);
  }
  return [...byFold.values()];
}

/**
 * Lists of keys short enough for one address each: `in` is not supported, so keys are chained by `or`, and web servers
 * cut or refuse long addresses. `perKey` is what a key takes beside its own characters.
 */
export function keyChunks(keys: readonly string[], longest: number, perKey: number): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    const own = encodeURIComponent(key).length + perKey;
    if (length + own > longest) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(key);
    length += own;
  }
  return chunks;
}

/** A key no row can have is unknown before anyone is asked. */
export function givenKey(key: string, what: string): string {
  const trimmed = key.trim();
  if (trimmed !== '') return trimmed;
  throw new ErpError('not-found', `An empty ${what} is unknown to Dynamics 365.`);
}
