import type { Section } from '@headwater/erp-contracts';
import type { Problem } from '@headwater/kernel';
import type { ErpLink } from '@headwater/relationship';
import type { LinkedPanel } from '../erp-sections/linked-section';

export const EAST: ErpLink = {
  id: 'l-1',
  connectionId: 'east',
  connectionName: 'East',
  kind: 'customer',
  externalId: '1001',
};

export const SOURCE = { connectionId: 'east', adapter: 'infor-sxe', company: '1' };

export const PROBLEM: Problem = {
  type: 'urn:headwater:problem:unavailable',
  title: 'The ERP cannot be reached',
  status: 503,
  detail: 'Nobody answered.',
  code: 'unavailable',
  connectionId: 'east',
};

/** An answer the ERP gave just now. */
export function okSection<T>(data: T): Section<T> & { readonly status: 'ok' } {
  const freshness = { state: 'live', asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 60_000 } as const;
  return { status: 'ok', data, source: SOURCE, freshness };
}

export function lastKnownSection<T>(data: T): Section<T> {
  const live = okSection(data);
  return { ...live, freshness: { ...live.freshness, state: 'last-known', ageMs: 600_000 } };
}

export const FAILED: Section<never> = { status: 'failed', source: SOURCE, problem: PROBLEM };
export const UNSUPPORTED: Section<never> = {
  status: 'unsupported',
  source: SOURCE,
  problem: { ...PROBLEM, code: 'unsupported', title: 'Not offered', detail: 'This site keeps no such records.' },
};
export const HIDDEN: Section<never> = { status: 'hidden', source: SOURCE };

/** A panel of one linked customer in this state; no section while it is loading. */
export function aPanel<T>(section: Section<T> | undefined, changes: Partial<LinkedPanel<T>> = {}): LinkedPanel<T> {
  return {
    sections: [{ link: EAST, sourceLabel: 'East · company 1 · customer 1001', section }],
    refreshing: false,
    problem: undefined,
    updates: 0,
    ...changes,
  };
}
