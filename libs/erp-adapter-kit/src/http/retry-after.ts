/** Longer waits than a day are a mistake of the sender. */
const LONGEST_MS = 86_400_000;

/** Milliseconds a `Retry-After` header asks to wait: seconds or an HTTP date; `undefined` where it says nothing usable. */
export function retryAfterMs(header: string | undefined, nowEpochMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), LONGEST_MS);
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.min(Math.max(at - nowEpochMs, 0), LONGEST_MS);
}
