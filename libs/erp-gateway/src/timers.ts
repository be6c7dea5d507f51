export type CancelTimer = () => void;

/** Runs something later. Injected beside the clock, so that a test decides when later is. */
export interface Timers {
  after(ms: number, run: () => void): CancelTimer;
}

export const systemTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
