import { systemClock } from '@headwater/kernel';
import type { CacheAnswer, Load, ReadPolicy } from '../cache/cache-read';
import { ReadThroughCache } from '../cache/read-through-cache';
import type { ErpGatewayObserver } from '../gateway/observer';
import { SharedGatewayState } from '../shared/shared-gateway-state';
import { systemTimers } from '../timers';
import { aKey, aPolicy } from './a-cache';
import { until } from './redis-server';

/** What one of several processes holds: its own cache, and its own way to the Redis they share. */
export interface ProcessUnderTest {
  readonly cache: ReadThroughCache;
  readonly shared: SharedGatewayState;
  read<V>(load: Load<V>, policy?: Partial<ReadPolicy>, id?: string): Promise<CacheAnswer<V>>;
  following(): Promise<void>;
}

export interface ProcessParts {
  readonly url: string;
  readonly secretKey: string;
  /** Long, so that a busy machine changes nothing. */
  readonly patienceMs?: number;
  readonly replicas?: number;
  readonly observer?: ErpGatewayObserver;
}

/** In real time, because Redis keeps its own. */
export function aProcess({
  url,
  secretKey,
  patienceMs = 5_000,
  replicas = 1,
  observer = {},
}: ProcessParts): ProcessUnderTest {
  const clock = systemClock;
  const timers = systemTimers;
  const shared = new SharedGatewayState({ url, secretKey, clock, timers, observer, patienceMs, replicas });
  const bounds = { maxEntries: 10_000, maxBytes: 50_000_000, maxTags: 10_000, absentTtlMs: 5_000 };
  const cache = new ReadThroughCache({ clock, timers, random: () => 0, ...bounds, shared: shared.level });
  return {
    cache,
    shared,
    read: (load, policy = {}, id = 'q') => cache.read(aKey(id), aPolicy(policy), load),
    following: () => until(() => shared.view().state === 'following' && !shared.view().owes),
  };
}
