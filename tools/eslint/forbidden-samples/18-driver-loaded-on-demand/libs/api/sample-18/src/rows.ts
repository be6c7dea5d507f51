export async function connect(): Promise<unknown> {
  const { Pool } = await import('pg');
  return new Pool().connect();
}
