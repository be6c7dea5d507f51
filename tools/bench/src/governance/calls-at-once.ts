/** A call as an ERP's log has it; whole milliseconds. */
export interface TimedCall {
  readonly at: string;
  readonly ms: number;
}

/** How many of these calls were in the ERP at the same moment, at most. */
export function callsAtOnce(calls: readonly TimedCall[]): number {
  const turns = calls.flatMap(({ at, ms }) => {
    const start = Date.parse(at);
    // Rounded up, a call may seem to end after the one that took its place began.
    return [
      { moment: start, change: 1 },
      { moment: start + Math.max(0, ms - 1), change: -1 },
    ];
  });
  turns.sort((left, right) => left.moment - right.moment || left.change - right.change);
  let running = 0;
  let most = 0;
  for (const { change } of turns) {
    running += change;
    most = Math.max(most, running);
  }
  return most;
}
