/** Runs something later; returns what cancels it. Injected, so that a test decides when later is. */
export interface Timers {
  after(ms: number, run: () => void): () => void;
}

/** Timers that do not keep the process alive. */
export const backgroundTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};
