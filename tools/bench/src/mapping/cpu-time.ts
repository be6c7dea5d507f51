import { setImmediate } from 'node:timers/promises';
import { median } from '../arrivals';

/** What is measured, by name. */
export type Measured<K extends string> = Readonly<Record<K, () => Promise<unknown>>>;

export interface Effort {
  readonly warmUps: number;
  readonly rounds: number;
  /** Runs of each a round, one after another. */
  readonly runs: number;
  /** A round goes on until it has taken so much, so that what is quick is measured over more runs. */
  readonly leastMs: number;
}

/**
 * CPU time of this thread that one run of each takes, in milliseconds: the median of rounds, in which each has its turn.
 * What the thread waits for does not count, nor what else goes on at the same time.
 */
export async function cpuTimes<K extends string>(
  measured: Measured<K>,
  { warmUps, rounds, ...round }: Effort,
): Promise<Readonly<Record<K, number>>> {
  const names = Object.keys(measured) as K[];
  const taken = new Map<K, number[]>(names.map((name) => [name, []]));
  for (const name of names) await costOf(measured[name], { runs: warmUps, leastMs: 0 });
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const name of names) taken.get(name)?.push(await costOf(measured[name], round));
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<K, number>;
}

/** Of one run. */
async function costOf(
  run: () => Promise<unknown>,
  { runs, leastMs }: Pick<Effort, 'runs' | 'leastMs'>,
): Promise<number> {
  // What is measured last may not have let anything else happen: connections closed meanwhile are to be noticed first.
  await setImmediate();
  const before = process.threadCpuUsage();
  let done = 0;
  let spentMs = 0;
  while (done < runs || spentMs < leastMs) {
    await run();
    done += 1;
    const { user, system } = process.threadCpuUsage(before);
    spentMs = (user + system) / 1000;
  }
  return spentMs / done;
}
