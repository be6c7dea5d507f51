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

function productOf({ prod, unit }: OrderLine): string {
  return JSON.stringify([prod.toUpperCase(), unit.toUpperCase()]);
}

interface Begun {
  readonly first: OrderLine;
  readonly index: number;
}

function byProduct(histories: readonly LineHistory[]): ReadonlyMap<string, readonly Begun[]> {
  const products = new Map<string, Begun[]>();
  for (const [index, history] of histories.entries()) {
    const first = history[0].line;
    const product = productOf(first);
    const begun = products.get(product);
    if (begun === undefined) products.set(product, [{ first, index }]);
    else begun.push({ first, index });
  }
  return products;
}

/** The line a back-ordered line goes on: by number and product, or by product where a suffix counts its lines anew. */
function continued(
  carried: ReadonlyMap<string, readonly Begun[]>,
  line: OrderLine,
  taken: ReadonlySet<number>,
): number {
  if (carried.size === 0) return -1;
  const candidates = (carried.get(productOf(line)) ?? []).filter(({ index }) => !taken.has(index));
  const found = candidates.find(({ first }) => first.lineno === line.lineno) ?? candidates[0];
  return found?.index ?? -1;
}

/** Follows each line of an order through its suffixes. */
export function lineHistories(suffixes: readonly SuffixLines[]): readonly LineHistory[] {
  const histories: LineHistory[] = [];
  for (const { stage, lines } of suffixes) {
    const taken = new Set<number>();
    const carried = byProduct(histories);
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
