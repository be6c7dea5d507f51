/** A process that was not heard of for so long counts as gone, or as cut off. */
export const HEARD_OF_MS = 8_000;
/** No call takes longer; what was under way when Redis went away has ended by then. */
export const LONGEST_CALL_MS = 60_000;
/** A place is held so long without a word from its holder. */
export const LEASE_MS = HEARD_OF_MS + LONGEST_CALL_MS;
/** After the last place beyond a share was taken. */
export const BORROWING_MS = 2 * LEASE_MS;
export const RENEW_EVERY_MS = 2_000;
