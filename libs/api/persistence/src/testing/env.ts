const given = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'];

/** The server specs run on; each makes and drops a database of its own there. */
export const testServerUrl =
  given === undefined || given === '' ? 'postgres://postgres@127.0.0.1:5432/postgres' : given;
