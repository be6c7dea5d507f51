import { setTimeout } from 'node:timers/promises';

/** What a process says of itself in its metrics. */
export interface ProcessFigures {
  readonly rssMb: number;
  /** What is in use: over a while, the lowest, which is what was alive when garbage had just been collected. */
  readonly heapMb: number;
  readonly handles: number;
  readonly eventLoopP99Ms: number;
}

const MB = 1024 * 1024;

const EVERY_MS = 1_000;

/** Looks every second while something goes on; what memory is alive shows only just after garbage was collected. */
export async function figuresDuring<T>(
  url: string,
  work: Promise<T>,
): Promise<{ readonly result: T; readonly figures: ProcessFigures }> {
  const ended = work.then(() => true);
  let lowestMb = Number.POSITIVE_INFINITY;
  for (;;) {
    const figures = await figuresOf(url);
    lowestMb = Math.min(lowestMb, figures.heapMb);
    if (await Promise.race([ended, setTimeout(EVERY_MS, false)])) {
      return { result: await work, figures: { ...figures, heapMb: lowestMb } };
    }
  }
}

/** Reads the default metrics of prom-client from the outside. */
async function figuresOf(url: string): Promise<ProcessFigures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string): number => {
    const line = text.split('\n').find((each) => each.startsWith(`${name} `) || each.startsWith(`${name}{`));
    return Number(line?.slice(line.lastIndexOf(' ') + 1) ?? Number.NaN);
  };
  return {
    rssMb: value('process_resident_memory_bytes') / MB,
    heapMb: value('nodejs_heap_size_used_bytes') / MB,
    handles: value('nodejs_active_handles_total'),
    eventLoopP99Ms: value('nodejs_eventloop_lag_p99_seconds') * 1000,
  };
}
