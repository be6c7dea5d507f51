/** One benchmark: rows to print side by side, and what is compared. */
export interface BenchResult {
  readonly title: string;
  /** What the figures mean and how they were measured, in a sentence. */
  readonly method: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}
