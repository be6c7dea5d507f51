import { median } from '../arrivals';

/** What is measured, by name. */
export type Measured<K extends string> = Readonly<Record<K, () => Promise<unknown>>>;

export interface Effort {
  readonly warmUps: number;
  readonly rounds: number;
  /** Runs of each a round, one after another. */
  readonly runs: number;
}

/**
 * CPU time of this thread that one run of each takes, in milliseconds: the median of rounds, in which each has its turn.
 * What the thread waits for does not count, nor what else goes on at the same time.
 */
export async function cpuTimes<K extends string>(
  measured: Measured<K>,
  { warmUps, rounds, runs }: Effort,
): Promise<Readonly<Record<K, number>>> {
  const names = Object.keys(measured) as K[];
  const taken = new Map<K, number[]>(names.map((name) => [name, []]));
  for (const name of names) await spent(measured[name], warmUps);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) taken.get(name)?.push((await spent(measured[name], runs)) / runs);
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<K, number>;
}

async function spent(run: () => Promise<unknown>, times: number): Promise<number> {
  const before = process.threadCpuUsage();
  for (let time = 0; time < times; time += 1) await run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
