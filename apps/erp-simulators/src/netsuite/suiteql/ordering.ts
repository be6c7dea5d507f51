import { differenceOf } from './comparing';
import type { Evaluate, Frame } from './frame';
import type { Session } from './session';
import type { Ordering } from './syntax';
import type { SqlValue } from './values';

export interface CompiledOrdering extends Pick<Ordering, 'direction' | 'missing'> {
  readonly value: Evaluate;
}

/** Rows that order alike stay as they were found. */
export function sorted(
  frames: readonly Frame[],
  orderings: readonly CompiledOrdering[],
  session: Session,
): readonly Frame[] {
  if (orderings.length === 0) return frames;
  const keyed = frames.map((frame) => ({ frame, keys: orderings.map(({ value }) => value(frame)) }));
  const inOrder = keyed.toSorted((left, right) => {
    for (const [at, ordering] of orderings.entries()) {
      const difference = orderOf(left.keys[at] ?? null, right.keys[at] ?? null, { ordering, session });
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return inOrder.map(({ frame }) => frame);
}

interface Rule {
  readonly ordering: CompiledOrdering;
  readonly session: Session;
}

function orderOf(left: SqlValue, right: SqlValue, { ordering, session }: Rule): number {
  if (left === null || right === null) {
    if (left === right) return 0;
    return (left === null) === (ordering.missing === 'first') ? -1 : 1;
  }
  const difference = differenceOf(left, right, session) ?? 0;
  return ordering.direction === 'ascending' ? difference : -difference;
}
