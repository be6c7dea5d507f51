import { type Profiler, Session } from 'node:inspector/promises';

/** Microseconds between two samples: a read of some milliseconds is hit by dozens. */
const SAMPLING_INTERVAL = 100;

/** Where this thread spends its time while `work` runs, sample by sample. */
export async function cpuProfileOf(work: () => Promise<unknown>): Promise<Profiler.Profile> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL });
    await session.post('Profiler.start');
    await work();
    return (await session.post('Profiler.stop')).profile;
  } finally {
    session.disconnect();
  }
}
