import type { ErpAnswer, ErpSource, Freshness, FreshnessState, Reading } from '@headwater/erp-contracts';
import type { CacheAnswer } from '../cache/cache-read';

export interface AnswerContext {
  readonly source: ErpSource;
  readonly ttlMs: number;
  /** Monotonic time at which the answer leaves. */
  readonly now: number;
}

type CachedReading = Extract<CacheAnswer<Reading<unknown>>, { readonly kind: 'value' }>;

/** The answer as it leaves the gateway: only here its age is measured, so that waiting makes it older, not younger. */
export function toAnswer(cached: CachedReading, { source, ttlMs, now }: AnswerContext): ErpAnswer<unknown> {
  const { data, company } = cached.value;
  return { data, source: { ...source, company }, freshness: freshnessOf(cached, ttlMs, now) };
}

function freshnessOf(cached: CachedReading, ttlMs: number, now: number): Freshness {
  const ageMs = Math.max(0, Math.round(now - cached.fetchedAt));
  return {
    state: stateOf(cached, ttlMs > 0 && ageMs > ttlMs),
    asOf: cached.asOf,
    ageMs,
    ttlMs,
    ...(cached.changedSince ? { changedSince: true } : {}),
  };
}

/** An answer that took longer than its TTL to arrive is labelled too: no unlabelled value is older than its TTL. */
function stateOf({ decision }: CachedReading, isOverdue: boolean): FreshnessState {
  if (decision === 'last-known' || isOverdue) return 'last-known';
  return decision === 'hit' || decision === 'shared' ? 'cached' : 'live';
}
