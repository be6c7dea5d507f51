const FIRST_MS = 200;
const LONGEST_MS = 2_000;

/**
 * How long to wait before an attempt, 2 being the first repetition: anything from nothing to a span that doubles, so
 * that calls which failed together do not come back together.
 */
export function retryDelayMs(attempt: number, random: () => number): number {
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 2));
}
