import { ErpError } from '@headwater/erp-contracts';
import type { Timers } from '../timers';

export interface Patience {
  readonly ms: number;
  readonly timers: Timers;
  readonly signal?: AbortSignal | undefined;
}

/** Does the work with a signal that aborts at the deadline, or with the given one; ends with it in any case. */
export async function withinDeadline<T>(patience: Patience, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { ms, timers, signal } = patience;
  signal?.throwIfAborted();
  const abort = new AbortController();
  const cancel = timers.after(ms, () => abort.abort(new ErpError('timeout', 'The gateway did not answer in time.')));
  const onAbort = (): void => abort.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await work(abort.signal);
  } finally {
    cancel();
    signal?.removeEventListener('abort', onAbort);
  }
}
