import { ReadThroughCache, SharedGatewayState, systemTimers } from '@headwater/erp-gateway';
import { systemClock } from '@headwater/kernel';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { BenchResult } from '../result';
import { BOUNDS } from './checked-caches';

const READERS = 10_000;
const STORM = { seconds: 10, perSecond: 1_000, readers: 20 };
const LOAD_MS = 20;
const MOST_PAUSE_MS = 5;

interface Loads {
  begun: number;
  running: number;
  mostRunning: number;
}

/** How many calls one key costs, however many ask and however often it changes. */
export async function loadsOfOneKey(redisUrl: string): Promise<BenchResult> {
  const clock = systemClock;
  const shared = new SharedGatewayState({
    ...{ url: redisUrl, secretKey: randomUUID(), observer: {} },
    ...{ clock, timers: systemTimers },
  });
  while (shared.view().state !== 'following') await wait(5);
  const cache = new ReadThroughCache({
    clock,
    timers: systemTimers,
    ...BOUNDS,
    random: Math.random,
    shared: shared.level,
  });
  const rows = [await equalReads(cache), await storm(cache)];
  shared.close();
  return {
    title: 'Calls for one key',
    method: `Loads of ${LOAD_MS} ms, with Redis beside.`,
    rows,
  };
}

async function equalReads(cache: ReadThroughCache): Promise<BenchResult['rows'][number]> {
  const { loads, read } = readingOf(cache, 'equal');
  await Promise.all(Array.from({ length: READERS }, read));
  return { what: `${READERS} reads at once`, reads: READERS, invalidations: 0, ...figures(loads, 0) };
}

async function storm(cache: ReadThroughCache): Promise<BenchResult['rows'][number]> {
  const { loads, read } = readingOf(cache, 'storm');
  const until = performance.now() + STORM.seconds * 1_000;
  let reads = 0;
  let invalidations = 0;
  let mostPending = 0;
  const reader = async (): Promise<void> => {
    while (performance.now() < until) {
      await read();
      reads += 1;
      mostPending = Math.max(mostPending, cache.loading.pending);
      await wait(Math.random() * MOST_PAUSE_MS);
    }
  };
  const writer = async (): Promise<void> => {
    const begin = performance.now();
    const acknowledging: Promise<unknown>[] = [];
    while (performance.now() < until) {
      const due = Math.floor(((performance.now() - begin) / 1_000) * STORM.perSecond);
      for (; invalidations < due; invalidations += 1) acknowledging.push(cache.invalidate(['storm'], 'soft'));
      mostPending = Math.max(mostPending, cache.loading.pending);
      await wait(1);
    }
    await Promise.all(acknowledging);
  };
  await Promise.all([writer(), ...Array.from({ length: STORM.readers }, reader)]);
  const what = `${STORM.perSecond} invalidations/s for ${STORM.seconds} s`;
  return { what, reads, invalidations, ...figures(loads, mostPending) };
}

function readingOf(cache: ReadThroughCache, id: string): { readonly loads: Loads; readonly read: () => Promise<void> } {
  const loads: Loads = { begun: 0, running: 0, mostRunning: 0 };
  const load = async (): Promise<{ value: number; tags: [] }> => {
    loads.begun += 1;
    loads.running += 1;
    loads.mostRunning = Math.max(loads.mostRunning, loads.running);
    await wait(LOAD_MS);
    loads.running -= 1;
    return { value: loads.begun, tags: [] };
  };
  const policy = { tags: [id], ttlMs: 30_000, lastKnownMs: 30_000, deadlineMs: 30_000, loadTimeoutMs: 30_000 };
  const read = async (): Promise<void> => {
    const answer = await cache.read({ partition: 'bench', id, schemaVersion: 1 }, { ...policy, mode: 'cached' }, load);
    if (answer.kind === 'failed') throw answer.error;
  };
  return { loads, read };
}

function figures({ begun, mostRunning }: Loads, mostPending: number): BenchResult['rows'][number] {
  return { calls: begun, 'running at most': mostRunning, 'pending at most': mostPending };
}
