import { Client } from 'pg';
import type { RunningProduct } from './running-product';

const EMAIL = 'manager@headwater.demo';

/** The demo has nobody at the service desk, and roles have no page yet: the manager sits there for a while. */
export async function asServiceDesk(
  { databaseUrl }: RunningProduct,
  act: (visitor: { readonly email: string }) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const give = (role: string): Promise<unknown> =>
    client.query('update app_user_role set role = $1 where user_id = (select id from app_user where email = $2)', [
      role,
      EMAIL,
    ]);
  await give('service-desk');
  try {
    await act({ email: EMAIL });
  } finally {
    await give('manager');
    await client.end();
  }
}
