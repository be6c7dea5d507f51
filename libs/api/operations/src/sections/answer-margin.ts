/** What is left of a deadline for a late section to be said and sent before it, in milliseconds. */
export const ANSWER_MARGIN_MS = 50;
