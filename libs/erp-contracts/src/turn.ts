/** Where a call stands in line. Looked at whenever a place comes free, so that it may rise while it waits. */
export interface ErpCallTurn {
  /** `background`: nobody waits for it, so that it goes behind those somebody waits for. */
  readonly priority: 'interactive' | 'background';
  /** How many rounds of further questions wait for the answer; among equals the longest way goes first. 0 where absent. */
  readonly followedBy?: number | undefined;
}

/** Whether one goes before the other whoever came first; false where that is what decides. */
export function goesBefore(one: ErpCallTurn, other: ErpCallTurn): boolean {
  if (one.priority !== other.priority) return one.priority === 'interactive';
  return (one.followedBy ?? 0) > (other.followedBy ?? 0);
}

/** Whose turn it is, of those that stand in the order they came; undefined where nobody does. */
export function nextInTurn<W>(waiting: Iterable<W>, turnOf: (waiter: W) => ErpCallTurn): W | undefined {
  let next: W | undefined;
  for (const waiter of waiting) {
    if (next === undefined || goesBefore(turnOf(waiter), turnOf(next))) next = waiter;
  }
  return next;
}
