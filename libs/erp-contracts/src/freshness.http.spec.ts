import type { Freshness } from './freshness';
import { ageHeader, cacheStatusHeader } from './freshness.http';

const ASOF = '2026-11-23T09:14:03.120Z';

function aFreshness(overrides: Partial<Freshness>): Freshness {
  return { state: 'live', asOf: ASOF, ageMs: 0, ttlMs: 30_000, ...overrides };
}

describe('the Cache-Status header', () => {
  it('calls a live answer a miss', () => {
    expect(cacheStatusHeader(aFreshness({ ageMs: 80 }))).toBe('Headwater; fwd=miss; ttl=29');
  });

  it('says when the reader itself asked past the cache', () => {
    expect(cacheStatusHeader(aFreshness({}), { fresh: true })).toBe('Headwater; fwd=request; ttl=30');
  });

  it('calls a cached answer a hit with the seconds it stays fresh', () => {
    expect(cacheStatusHeader(aFreshness({ state: 'cached', ageMs: 12_000 }))).toBe('Headwater; hit; ttl=18');
  });

  it('gives a last-known answer a negative time to live', () => {
    const freshness = aFreshness({ state: 'last-known', ageMs: 95_500 });
    expect(cacheStatusHeader(freshness)).toBe('Headwater; fwd=stale; ttl=-66; detail=last-known');
    expect(cacheStatusHeader({ ...freshness, changedSince: true })).toContain('detail=last-known-changed');
  });
});

describe('the Age header', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [12_000, '12'],
    [12_001, '13'],
  ])('of %d ms is %s s', (ageMs, seconds) => {
    expect(ageHeader(aFreshness({ ageMs }))).toBe(seconds);
  });
});
