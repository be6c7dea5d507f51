import { type CacheKey, ReadThroughCache, systemTimers, textOfKey } from '@headwater/erp-gateway';
import { systemClock } from '@headwater/kernel';
import { createCache } from 'cache-manager';
import { median } from '../arrivals';
import type { BenchResult } from '../result';

const KEYS = 10_000;
const READS = 200_000;
const ROUNDS = 7;
const AN_HOUR_MS = 3_600_000;
const POLICY = {
  mode: 'cached',
  tags: ['connection c1'],
  ttlMs: AN_HOUR_MS,
  lastKnownMs: AN_HOUR_MS,
  deadlineMs: 10_000,
  loadTimeoutMs: 10_000,
} as const;
const BOUNDS = { maxEntries: 2 * KEYS, maxBytes: 64_000_000, maxTags: 10_000, absentTtlMs: 5_000 };

/** Reads what is kept under one of the keys; throws where it would have to be loaded. */
type ReadHit = (key: string) => unknown;

/** What it takes to find a kept value: in the gateway's cache, in cache-manager's, and in a map that knows nothing. */
export async function cacheHit(): Promise<BenchResult> {
  const keys = Array.from({ length: KEYS }, (_, index) => `availability.list {"items":["BRG-${String(index)}"]}`);
  const gateway = await gatewayHits(keys);
  const contenders: Readonly<Record<string, ReadHit>> = {
    'gateway cache, a look': gateway.look,
    'gateway cache, a read': gateway.read,
    'cache-manager wrap': await cacheManagerWrap(keys),
    'Map behind a promise': mapRead(keys),
  };
  const taken = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, read] of Object.entries(contenders)) {
      const nanoseconds = await timeOf(read, keys);
      // The first round warms up.
      if (round > 0) taken.set(name, [...(taken.get(name) ?? []), nanoseconds]);
    }
  }
  const medians = [...taken].map(([cache, values]) => ({ cache, 'ns a hit': median(values) }));
  const ours = medians[0]?.['ns a hit'] ?? Number.NaN;
  return {
    title: 'A hit in the cache',
    method: `${KEYS} keys in turns, ${READS} reads a round, each awaited, ${ROUNDS} rounds in turns (medians)`,
    rows: medians.map((row) => ({ ...row, 'gateway ÷ this': Number((ours / row['ns a hit']).toFixed(3)) })),
  };
}

function valueOf(key: string): object {
  return { items: [{ item: key, warehouse: 'MAIN', onHand: { value: '12', unit: 'EA' } }] };
}

/** By a whole read, and by a look, which is how the API gives kept answers: the key of a question is spelled out once. */
async function gatewayHits(keys: readonly string[]): Promise<Readonly<Record<'read' | 'look', ReadHit>>> {
  const cache = new ReadThroughCache({ ...BOUNDS, clock: systemClock, timers: systemTimers, random: Math.random });
  for (const key of keys) {
    const loaded = { value: valueOf(key), tags: [`item ${key}`] };
    await cache.read(keyOf(key), POLICY, () => Promise.resolve(loaded));
  }
  const texts = new Map(keys.map((key) => [key, textOfKey(keyOf(key))]));
  return {
    read: (key) => cache.read(keyOf(key), POLICY, notToBeLoaded),
    look: (key) => cache.peek(texts.get(key) ?? '') ?? notKept(key),
  };
}

function notToBeLoaded(): never {
  process.exitCode = 1;
  throw new Error('A kept value was loaded.');
}

function keyOf(id: string): CacheKey {
  return { partition: 'c1 service', id, schemaVersion: 1 };
}

async function cacheManagerWrap(keys: readonly string[]): Promise<ReadHit> {
  const cache = createCache();
  for (const key of keys) await cache.wrap(key, () => Promise.resolve(valueOf(key)), AN_HOUR_MS);
  return (key) => cache.wrap(key, () => Promise.resolve(notKept(key)), AN_HOUR_MS);
}

function mapRead(keys: readonly string[]): ReadHit {
  const values = new Map(keys.map((key) => [key, valueOf(key)]));
  return async (key) => values.get(key) ?? notKept(key);
}

function notKept(key: string): never {
  throw new Error(`${key} was not kept.`);
}

async function timeOf(read: ReadHit, keys: readonly string[]): Promise<number> {
  const start = performance.now();
  for (let n = 0; n < READS; n += 1) await read(keys[n % keys.length] ?? '');
  return Math.round(((performance.now() - start) * 1e6) / READS);
}
