/** A straight line through measurements, by least squares. */
export interface Trend {
  /** Change over the whole stretch, as the line has it. */
  readonly change: number;
  /** Mean of the values. */
  readonly mean: number;
}

export function trendOf(values: readonly number[]): Trend {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const middle = (count - 1) / 2;
  let rise = 0;
  let run = 0;
  for (const [at, value] of values.entries()) {
    rise += (at - middle) * (value - mean);
    run += (at - middle) ** 2;
  }
  return { change: run === 0 ? 0 : (rise / run) * (count - 1), mean };
}

/** Whether the second half of a run neither rose nor fell by more than a share of its mean. */
export function isFlat(values: readonly number[], tolerance: number): boolean {
  const { change, mean } = trendOf(values.slice(Math.floor(values.length / 2)));
  return change <= Math.abs(mean) * tolerance;
}
