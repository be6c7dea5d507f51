import type { Problem } from '@headwater/kernel';
import type { ErpAnswer, ErpSource } from './freshness';

/** A panel's answer: always one of four states, so that a failure never looks like an empty list. */
export type Section<T = unknown> =
  | ({ readonly status: 'ok' } & ErpAnswer<T>)
  | { readonly status: 'failed'; readonly source: ErpSource; readonly problem: Problem }
  | { readonly status: 'unsupported'; readonly source: ErpSource; readonly problem: Problem }
  | { readonly status: 'hidden'; readonly source: ErpSource };

export type SectionStatus = Section['status'];
