/**
 * Settles as the promise does, or rejects with the signal's reason, whichever comes first.
 * A client library may keep an await hanging after an abort; this never does.
 */
export async function raceSignal<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    stop = () => signal.removeEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    stop();
  }
}

/** Why siblings are aborted; one for all, as a reason made each time is made with its stack. */
const ENDED = new DOMException('The read these calls belong to has ended.', 'AbortError');

/**
 * Runs work that makes several calls side by side. When it ends, by success or failure, the calls
 * still in flight are aborted: they would occupy the ERP for an answer nobody reads.
 */
export async function withSiblings<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ended = new AbortController();
  try {
    return await work(AbortSignal.any([signal, ended.signal]));
  } finally {
    ended.abort(ENDED);
  }
}
