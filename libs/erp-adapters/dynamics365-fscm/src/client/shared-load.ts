import { raceSignal } from '@headwater/erp-adapter-kit';

/** Something that is loaded once, however many ask, and kept until it turns out wrong. */
export interface SharedLoad<T> {
  /** Rejects with the signal's reason where it aborts first; the load goes on for the others. */
  get(signal: AbortSignal): Promise<T>;
  forget(): void;
}

export interface SharedLoadOptions<T> {
  readonly load: (signal: AbortSignal) => Promise<T>;
  /** Longest time one load may take, whoever waits for it. */
  readonly timeoutMs: number;
}

/** A failure is not kept: whoever asks next loads again. */
export function createSharedLoad<T>({ load, timeoutMs }: SharedLoadOptions<T>): SharedLoad<T> {
  let held: Promise<T> | undefined;

  function started(): Promise<T> {
    const flight: Promise<T> = load(AbortSignal.timeout(timeoutMs)).catch((error: unknown) => {
      if (held === flight) held = undefined;
      throw error;
    });
    return flight;
  }

  return {
    get(signal) {
      held ??= started();
      return raceSignal(held, signal);
    },
    forget() {
      held = undefined;
    },
  };
}
