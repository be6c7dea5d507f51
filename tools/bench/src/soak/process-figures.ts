/** What a process says of itself in its metrics. */
export interface ProcessFigures {
  readonly rssMb: number;
  readonly heapMb: number;
  readonly handles: number;
  readonly eventLoopP99Ms: number;
}

const MB = 1024 * 1024;

/** Reads the default metrics of prom-client from the outside. */
export async function figuresOf(url: string): Promise<ProcessFigures> {
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
