/** A percentile of figures; 0 where there are none. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function most(figures: readonly number[]): number {
  return figures.reduce((max, figure) => Math.max(max, figure), 0);
}

export function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
