/** Redis cannot be asked now. Made once, because it is thrown often and tells nothing of where. */
export const CUT_OFF = new Error('Redis is not connected.');

/** Redis did not answer in time. */
export const LATE = new Error('Redis did not answer in time.');
