import { build, type Histogram } from 'hdr-histogram-js';

/** Latencies in microseconds. */
export interface LatencyFigures {
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

/** In microseconds, up to a minute. */
export function latencyHistogram(): Histogram {
  return build({ lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000, numberOfSignificantValueDigits: 3 });
}

/**
 * Calls at a fixed rate, whatever the answers do: a server that stalls meets its whole queue, which a closed loop
 * would hide.
 */
export async function atFixedRate(
  call: () => Promise<unknown>,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Histogram> {
  const histogram = latencyHistogram();
  const total = perSecond * seconds;
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (let n = 0; n < total; n += 1) {
    const due = start + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resume) => setTimeout(resume, wait));
    const began = performance.now();
    running.push(call().then(() => histogram.recordValue(Math.max(1, Math.round((performance.now() - began) * 1000)))));
  }
  await Promise.all(running);
  return histogram;
}

export function figuresOf(histogram: Histogram): LatencyFigures {
  return {
    p50: histogram.getValueAtPercentile(50),
    p99: histogram.getValueAtPercentile(99),
    count: histogram.totalCount,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
