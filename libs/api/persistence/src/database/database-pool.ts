import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** Injection token of the connection pool, for what brings its own statements: better-auth. */
export const DATABASE_POOL = Symbol('DATABASE_POOL');

/** TypeORM's own pool, so that there is one limit of connections and not two. */
export function poolOf(database: DataSource): Pool {
  const { driver } = database;
  if (!('master' in driver)) throw new Error('The database is not connected by a pool.');
  return driver.master as Pool;
}
