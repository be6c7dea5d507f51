/**
 * Runs `work` for each item, at most `width` at once, and answers in the order of the items. The first failure ends it.
 * `work` is told how many rounds are left behind the item's own.
 */
export async function inTurn<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T, roundsLeft: number) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  let next = 0;
  async function lane(): Promise<void> {
    for (let index = next++; index < items.length; index = next++) {
      const roundsLeft = Math.ceil((items.length - index) / width) - 1;
      results.set(index, await work(items[index] as T, roundsLeft));
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return items.map((_, index) => results.get(index) as R);
}
