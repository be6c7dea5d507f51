import type { Freshness } from './freshness';

/** How the reader asked, as far as it explains why the cache did not answer. */
export interface CacheStatusContext {
  /** True where the reader asked past the cache. */
  readonly fresh?: boolean;
}

/**
 * The `Cache-Status` field value of RFC 9211 for one ERP answer.
 * `ttl` is the remaining freshness in seconds and negative once the value is only last-known.
 */
export function cacheStatusHeader(freshness: Freshness, context: CacheStatusContext = {}): string {
  const ttl = Math.floor((freshness.ttlMs - freshness.ageMs) / 1000);
  switch (freshness.state) {
    case 'live':
      return `Headwater; fwd=${context.fresh === true ? 'request' : 'miss'}; ttl=${ttl}`;
    case 'cached':
      return `Headwater; hit; ttl=${ttl}`;
    case 'last-known':
      return `Headwater; fwd=${context.fresh === true ? 'request' : 'stale'}; ttl=${ttl}; detail=${freshness.changedSince === true ? 'last-known-changed' : 'last-known'}`;
  }
}

/** The `Age` field value of RFC 9111: whole seconds, rounded up so that no value looks younger than it is. */
export function ageHeader(freshness: Freshness): string {
  return String(Math.ceil(freshness.ageMs / 1000));
}
