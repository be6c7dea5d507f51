import type { CacheKey, ReadPolicy } from '../cache/cache-read';
import { ReadThroughCache, type ReadThroughCacheOptions } from '../cache/read-through-cache';
import { ManualClock } from './manual-clock';

export function aCache(overrides: Partial<ReadThroughCacheOptions> = {}): {
  cache: ReadThroughCache;
  clock: ManualClock;
} {
  const clock = new ManualClock();
  const cache = new ReadThroughCache({
    clock,
    timers: clock,
    random: () => 0,
    maxEntries: 1_000,
    maxBytes: 10_000_000,
    maxTags: 1_000,
    absentTtlMs: 5_000,
    ...overrides,
  });
  return { cache, clock };
}

export function aKey(id = 'q', overrides: Partial<CacheKey> = {}): CacheKey {
  return { partition: 'erp-1/service', id, schemaVersion: 1, ...overrides };
}

export function aPolicy(overrides: Partial<ReadPolicy> = {}): ReadPolicy {
  return {
    tags: ['stock:A'],
    ttlMs: 30_000,
    lastKnownMs: 900_000,
    mode: 'cached',
    deadlineMs: 3_000,
    loadTimeoutMs: 10_000,
    ...overrides,
  };
}
