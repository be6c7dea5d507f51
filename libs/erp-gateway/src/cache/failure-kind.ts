import type { ErpErrorCode } from '@headwater/erp-contracts';

/**
 * What a failure means for the cache.
 * - `absent`: the source says there is no such thing. Kept for a few seconds, replaces an older value.
 * - `refused`: the source does not let us. Never kept, and what was kept is dropped: a withdrawn right must not live
 *   on as a last-known value.
 * - `no-answer`: a last-known value may stand in. Never kept.
 * - `rejected`: the question itself is wrong. Never kept, nothing stands in.
 */
export type FailureKind = 'absent' | 'refused' | 'no-answer' | 'rejected';

const KINDS: { readonly [Code in ErpErrorCode]: FailureKind } = {
  'not-found': 'absent',
  unauthorized: 'refused',
  forbidden: 'refused',
  timeout: 'no-answer',
  unavailable: 'no-answer',
  'rate-limited': 'no-answer',
  'bad-response': 'no-answer',
  unsupported: 'rejected',
  'invalid-request': 'rejected',
  conflict: 'rejected',
};

export function failureKind(code: ErpErrorCode): FailureKind {
  return KINDS[code];
}
