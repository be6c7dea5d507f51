import type { ErpError } from '@headwater/erp-contracts';
import { ABANDONED } from '../cache/flight';
import { failureKind } from '../cache/failure-kind';

/**
 * What the end of a call says about the ERP.
 * - `answered`: it is there; "no such order" and "not allowed" are answers.
 * - `no-answer`: it is not there, or answers with what nobody can read.
 * - `limited`: it asks to slow down, which is the limiter's business.
 * - `refused`: it does not accept our credentials.
 * - `unknown`: we ended the call ourselves, for reasons of our own.
 */
export type CallVerdict = 'answered' | 'no-answer' | 'limited' | 'refused' | 'unknown';

/** The verdict on a call that failed. `signal` is the one the call was made with. */
export function verdictOf(error: ErpError, signal: AbortSignal): CallVerdict {
  if (isOurDoing(error, signal)) return 'unknown';
  if (error.code === 'rate-limited') return 'limited';
  if (error.code === 'unauthorized') return 'refused';
  return failureKind(error.code) === 'no-answer' ? 'no-answer' : 'answered';
}

/** We stopped the call, for reasons that say nothing about the ERP; its own deadline does say something. */
export function isOurDoing(error: ErpError, signal: AbortSignal): boolean {
  return signal.aborted && (error === ABANDONED || error.code !== 'timeout');
}
