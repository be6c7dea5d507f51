import type { OrderLine } from './single-order.schema';
import type { Stage } from './stage';

/** One line of an order as it stands on one suffix. */
export interface LineOnSuffix {
  readonly line: OrderLine;
  readonly stage: Stage;
}

/** The same line on every suffix that carries it, ascending by suffix. */
export type LineHistory = readonly [LineOnSuffix, ...LineOnSuffix[]];

export interface SuffixLines {
  readonly stage: Stage;
  readonly lines: readonly OrderLine[];
}

function sameProduct(left: OrderLine, right: OrderLine): boolean {
  return left.prod.toUpperCase() === right.prod.toUpperCase() && left.unit.toUpperCase() === right.unit.toUpperCase();
}

/** The line a back-ordered line goes on: by number and product, or by product where a suffix counts its lines anew. */
function continued(histories: readonly LineHistory[], line: OrderLine, taken: ReadonlySet<number>): number {
  const candidates = histories
    .map((history, index) => ({ first: history[0].line, index }))
    .filter(({ first, index }) => !taken.has(index) && sameProduct(first, line));
  const found = candidates.find(({ first }) => first.lineno === line.lineno) ?? candidates[0];
  return found?.index ?? -1;
}

/** Follows each line of an order through its suffixes. */
export function lineHistories(suffixes: readonly SuffixLines[]): readonly LineHistory[] {
  const histories: LineHistory[] = [];
  for (const { stage, lines } of suffixes) {
    const taken = new Set<number>();
    const carried = histories.slice();
    for (const line of lines) {
      const index = continued(carried, line, taken);
      const known = histories[index];
      if (known === undefined) {
        histories.push([{ line, stage }]);
      } else {
        taken.add(index);
        histories[index] = [...known, { line, stage }];
      }
    }
  }
  return histories;
}
