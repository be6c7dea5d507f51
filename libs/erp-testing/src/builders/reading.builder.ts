import type { BatchPage, ErpCall, Reading } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';

export function aReading<T>(data: T, overrides: Partial<Reading<T>> = {}): Reading<T> {
  return { data, asOf: '2026-11-23T09:14:03.120Z', company: '1', ...overrides };
}

export function aPageOf<T>(...items: readonly T[]): Page<T> {
  return { items, nextCursor: null };
}

export function aBatchOf<T>(items: readonly T[], notFound: readonly string[] = []): BatchPage<T> {
  return { items, nextCursor: null, notFound };
}

/** A call nobody aborts. */
export function anErpCall(overrides: Partial<ErpCall> = {}): ErpCall {
  return { signal: new AbortController().signal, ...overrides };
}
