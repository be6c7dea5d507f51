import { DataSource } from 'typeorm';

const database = new DataSource({ type: 'postgres' });

export function list(): Promise<unknown> {
  return database.query('SELECT name FROM account');
}
