const OBJECT_BYTES = 48;
const PROPERTY_BYTES = 16;

/**
 * Freezes a value to its depths and estimates the bytes it holds, in one walk. What is shared between readers must
 * not change under them: a reader that tries to write to it fails loudly instead of writing into the cache.
 */
export function sealAndWeigh(value: unknown): number {
  return weigh(value, new Set());
}

function weigh(value: unknown, seen: Set<object>): number {
  if (typeof value === 'string') return PROPERTY_BYTES + value.length * 2;
  if (typeof value !== 'object' || value === null) return PROPERTY_BYTES;
  if (seen.has(value)) return PROPERTY_BYTES;
  seen.add(value);
  Object.freeze(value);
  let bytes = OBJECT_BYTES;
  for (const part of Object.values(value)) bytes += PROPERTY_BYTES + weigh(part, seen);
  return bytes;
}
