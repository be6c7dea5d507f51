const given = process.env['REDIS_URL'];

/** A Redis to test against; without it the one of this machine, or one started for the occasion. */
export const REDIS_URL = given === '' ? undefined : given;
