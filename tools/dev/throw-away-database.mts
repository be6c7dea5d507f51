import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface OwnDatabase {
  /** To spread into the product's options: empty where the embedded PostgreSQL serves, which is new anyway. */
  readonly option: { readonly databaseUrl?: string };
  drop(): Promise<void>;
}

/** A new database on a given server, for something that must not meet other data. */
export async function ownDatabase(serverUrl: string | undefined): Promise<OwnDatabase> {
  if (serverUrl === undefined) return { option: {}, drop: () => Promise.resolve() };
  const name = `headwater_${randomBytes(6).toString('hex')}`;
  await execute(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { option: { databaseUrl: url.href }, drop: () => execute(serverUrl, `drop database ${name} with (force)`) };
}

async function execute(serverUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
