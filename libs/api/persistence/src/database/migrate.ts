import type { DataSource } from 'typeorm';

/** Any number that no other program uses for an advisory lock in this database. */
const MIGRATION_LOCK = 7_262_839_001;

/**
 * Brings the schema up to date. Of several processes that start together one migrates and the others wait: the
 * lock ends with its session, so a process that dies does not hold it for ever.
 */
export async function migrate(database: DataSource): Promise<void> {
  const guard = database.createQueryRunner();
  try {
    await guard.connect();
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await database.runMigrations();
    } finally {
      await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await guard.release();
  }
}
