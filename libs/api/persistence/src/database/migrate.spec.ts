import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { emptyDatabase, onServer } from '../testing/test-database';
import { createDatabase } from './database';
import { migrate } from './migrate';

let empty: { readonly url: string; drop(): Promise<void> };
const opened: DataSource[] = [];

async function connected(url = empty.url): Promise<DataSource> {
  const database = await createDatabase(url).initialize();
  opened.push(database);
  return database;
}

beforeEach(async () => {
  empty = await emptyDatabase();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.destroy()));
  await empty.drop();
});

async function appliedMigrations(database: DataSource): Promise<readonly string[]> {
  const rows = await database.query<readonly { readonly name: string }[]>(
    'SELECT name FROM schema_migration ORDER BY id',
  );
  return rows.map(({ name }) => name);
}

describe('migrating', () => {
  it('runs every migration once when several processes start together', async () => {
    const processes = await Promise.all([connected(), connected(), connected()]);
    await Promise.all(processes.map(migrate));
    const applied = await appliedMigrations(processes[0]);
    expect(applied).toHaveLength(5);
    expect(new Set(applied).size).toBe(5);
  });

  it('does nothing the second time', async () => {
    const database = await connected();
    await migrate(database);
    const before = await appliedMigrations(database);
    await migrate(database);
    expect(await appliedMigrations(database)).toEqual(before);
  });

  it('can be taken back step by step', async () => {
    const database = await connected();
    await migrate(database);
    for (let step = 0; step < 5; step += 1) await database.undoLastMigration();
    const [{ tables }] = await database.query<[{ readonly tables: number }]>(
      `SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migration'`,
    );
    expect(tables).toBe(0);
    await migrate(database);
    expect(await appliedMigrations(database)).toHaveLength(5);
  });

  it('says what to do where the role may not create the extension', async () => {
    const role = `headwater_spec_${randomBytes(6).toString('hex')}`;
    await onServer(`CREATE ROLE ${role} LOGIN PASSWORD 'spec'`);
    try {
      const owner = await connected();
      await owner.query(`GRANT ALL ON SCHEMA public TO ${role}`);
      const url = new URL(empty.url);
      url.username = role;
      url.password = 'spec';
      await expect(migrate(await connected(url.href))).rejects.toThrow(/CREATE EXTENSION pg_trgm/);
    } finally {
      await Promise.all(opened.splice(0).map((database) => database.destroy()));
      await empty.drop();
      await onServer(`DROP ROLE ${role}`);
    }
  });
});
