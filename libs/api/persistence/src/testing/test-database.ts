import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDatabase } from '../database/database';
import { migrate } from '../database/migrate';
import { testServerUrl } from './env';

export interface TestDatabase {
  readonly url: string;
  readonly database: DataSource;
  drop(): Promise<void>;
}

/** An empty database of its own on a real server. */
export async function emptyDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `headwater_spec_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(testServerUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** A migrated database of its own. */
export async function migratedTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await emptyDatabase();
  const database = await createDatabase(url).initialize();
  await migrate(database);
  return {
    url,
    database,
    drop: async () => {
      await database.destroy();
      await drop();
    },
  };
}

export async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: testServerUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
