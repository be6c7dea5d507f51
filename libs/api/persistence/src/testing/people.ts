import { newId } from '@headwater/kernel';
import type { DataSource } from 'typeorm';

/** A user row, as better-auth would write it; its id. */
export async function aUser(database: DataSource, name: string): Promise<string> {
  const id = newId();
  await database.query('INSERT INTO app_user (id, name, email) VALUES ($1, $2, $3)', [id, name, `${id}@sales.example`]);
  return id;
}
