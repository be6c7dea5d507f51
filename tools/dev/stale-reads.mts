import { setImmediate } from 'node:timers/promises';

/** A value that only grows: whoever reads less than what was acknowledged before the read began, read a stale value. */
export interface MonotoneRegister {
  read(): Promise<number>;
  /** Resolves when the change is acknowledged: from then on nobody may read less than `value`. */
  advanceTo(value: number): Promise<void>;
}

export interface StaleReadCount {
  readonly reads: number;
  readonly stale: number;
}

/** Lets `readers` read without pause while one writer makes `changes` changes, and counts the stale reads. */
export async function countStaleReads(
  register: MonotoneRegister,
  { readers, changes }: { readonly readers: number; readonly changes: number },
): Promise<StaleReadCount> {
  let acknowledged = 0;
  let done = false;
  let reads = 0;
  let stale = 0;
  const reader = async (): Promise<void> => {
    while (!done) {
      const atLeast = acknowledged;
      const value = await register.read();
      reads += 1;
      if (value < atLeast) stale += 1;
      // A cache that answers at once would never let the writer in.
      await setImmediate();
    }
  };
  const writer = async (): Promise<void> => {
    for (let value = 1; value <= changes; value += 1) {
      await register.advanceTo(value);
      acknowledged = value;
    }
    done = true;
  };
  const reading = Array.from({ length: readers }, reader);
  await writer().finally(() => (done = true));
  await Promise.all(reading);
  return { reads, stale };
}
