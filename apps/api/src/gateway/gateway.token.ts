/** The gateway itself; features get its ports instead. */
export const GATEWAY = Symbol('GATEWAY');
