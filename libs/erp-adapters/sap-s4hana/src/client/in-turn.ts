/** Runs `work` for each item, at most `width` at once, and answers in the order of the items. The first failure ends it. */
export async function inTurn<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  let next = 0;
  async function lane(): Promise<void> {
    for (let index = next++; index < items.length; index = next++) results.set(index, await work(items[index] as T));
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return items.map((_, index) => results.get(index) as R);
}
