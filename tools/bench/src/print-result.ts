import type { BenchResult } from './result';

export function printResult({ title, method, rows }: BenchResult): void {
  console.log(`\n${title}\n${method}`);
  console.table(rows);
}
