import { ReadThroughCache, SharedGatewayState, systemTimers } from '@headwater/erp-gateway';
import { systemClock } from '@headwater/kernel';
import { createCache } from 'cache-manager';
import type { Registered } from './messages';

/** The nth change of a tag brings version n. */
export interface Change {
  readonly tag: string;
  readonly version: number;
}

/** A cache as the stale checker sees it. */
export interface CheckedCache {
  read(key: number, load: () => Promise<Registered>): Promise<Registered>;
  /** Resolves when it is acknowledged; says how far. */
  invalidate(change: Change): Promise<string>;
  /** Hears of what other processes invalidated. */
  onHeard(heard: (change: Change) => void): void;
  /** Resolves when this process follows the others. */
  together(): Promise<void>;
  close(): void;
}

export interface CacheSettings {
  readonly kind: 'gateway' | 'cache-manager';
  readonly ttlMs: number;
  readonly redisUrl?: string;
  readonly secretKey?: string;
}

export const BOUNDS = { maxEntries: 10_000, maxBytes: 64_000_000, maxTags: 10_000, absentTtlMs: 5_000 };

export function checkedCache(settings: CacheSettings): CheckedCache {
  return settings.kind === 'gateway' ? gatewayCache(settings) : cacheManagerWrap(settings);
}

function gatewayCache({ ttlMs, redisUrl, secretKey = '' }: CacheSettings): CheckedCache {
  const common = { clock: systemClock, timers: systemTimers };
  const shared =
    redisUrl === undefined ? undefined : new SharedGatewayState({ ...common, url: redisUrl, secretKey, observer: {} });
  const cache = new ReadThroughCache({ ...common, ...BOUNDS, random: Math.random, shared: shared?.level });
  return {
    read: async (key, load) => {
      const policy = { tags: [`key:${key}`], ttlMs, lastKnownMs: ttlMs, deadlineMs: 10_000, loadTimeoutMs: 10_000 };
      const answer = await cache.read<Registered>(
        { partition: 'bench', id: String(key), schemaVersion: 1 },
        { ...policy, mode: 'cached' },
        async () => {
          const value = await load();
          return { value, tags: [`item:${value.item}`] };
        },
      );
      if (answer.kind === 'failed') throw answer.error;
      return answer.value;
    },
    // The second tag is nobody's: it tells which change it was, where one is told twice.
    invalidate: ({ tag, version }) => cache.invalidate([tag, `${tag}@${version}`], 'soft'),
    onHeard: (heard) =>
      shared?.level.follow({
        invalidated: (tags) => changesIn(tags).forEach(heard),
        flushed: () => undefined,
      }),
    together: async () => {
      while (shared !== undefined && (shared.view().state !== 'following' || shared.view().owes)) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    close: () => shared?.close(),
  };
}

/** cache-manager's own read-through, invalidated by deleting the key; it knows no tags, so only keys change. */
function cacheManagerWrap({ ttlMs }: CacheSettings): CheckedCache {
  const cache = createCache();
  return {
    read: (key, load) => cache.wrap(String(key), load, ttlMs),
    invalidate: async ({ tag }) => {
      await cache.del(tag.slice('key:'.length));
      return 'here';
    },
    onHeard: () => undefined,
    together: async () => undefined,
    close: () => undefined,
  };
}

function changesIn(tags: readonly string[]): readonly Change[] {
  return tags.flatMap((text) => {
    const [tag, version] = text.split('@');
    return tag === undefined || version === undefined ? [] : [{ tag, version: Number(version) }];
  });
}
