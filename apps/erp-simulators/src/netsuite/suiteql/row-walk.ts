import type { Compilation } from './compilation';
import type { AccessPath } from './access-path';
import type { Frame, Test } from './frame';
import { planOf } from './join-order';
import type { Join, Select } from './syntax';

/** What is done at one table of a query. */
interface Step {
  readonly position: number;
  readonly join: Join;
  readonly path: AccessPath;
  readonly on: readonly Test[];
  readonly filters: readonly Test[];
}

/** Finds the rows of a query, each as a frame of its own. */
export type RowWalk = (outer: Frame | undefined) => readonly Frame[];

type WalkingFrame = Frame & { rows: unknown[]; rownum: number };

/** Walks the tables as planned, and asks each condition as soon as it can be answered. */
export function rowWalk(select: Pick<Select, 'from' | 'where'>, compilation: Compilation): RowWalk {
  const plan = planOf(select, compilation);
  const steps = plan.tables.map((table) => ({
    ...table,
    on: table.on.map(compilation.test),
    filters: table.filters.map(compilation.test),
  }));
  const last = plan.last.map(compilation.test);
  return (outer) => {
    const found: Frame[] = [];
    const rows = new Array<unknown>(steps.length).fill(undefined);
    const frame: WalkingFrame = { rows, outer, rownum: 0, aggregates: undefined };
    const visit = (at: number): void => {
      const step = steps[at];
      if (step !== undefined) {
        takeRows(step, frame, () => visit(at + 1));
        return;
      }
      // A row counts once every condition let it pass, and ROWNUM is the number it would get.
      frame.rownum = found.length + 1;
      if (hold(last, frame)) found.push({ ...frame, rows: [...rows] });
    };
    visit(0);
    return found;
  };
}

function takeRows({ position, join, path, on, filters }: Step, frame: WalkingFrame, take: () => void): void {
  let matched = false;
  for (const row of path.rows(frame)) {
    frame.rows[position] = row;
    if (!hold(on, frame)) continue;
    matched = true;
    if (hold(filters, frame)) take();
  }
  if (join === 'left' && !matched) {
    frame.rows[position] = null;
    if (hold(filters, frame)) take();
  }
  frame.rows[position] = undefined;
}

function hold(tests: readonly Test[], frame: Frame): boolean {
  return tests.every((test) => test(frame) === true);
}
