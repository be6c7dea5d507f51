import type { NewErpConnection } from '@headwater/configuration';
import { newId, StaleVersionError } from '@headwater/kernel';
import { migratedTestDatabase, type TestDatabase } from '../testing/test-database';
import { AesSecretBox } from './aes-secret-box';
import { PostgresErpConnectionRepository } from './postgres-erp-connection.repository';

const SECRET = 'unmistakable-secret-4711';
const CONNECTION: NewErpConnection = {
  name: 'SX.e East',
  adapter: 'infor-sxe',
  settings: { baseUrl: 'https://erp.example', company: 1, demo: true },
  secrets: { ionapi: SECRET, password: 'hunter2' },
  enabled: true,
};

let test: TestDatabase;
let connections: PostgresErpConnectionRepository;
beforeAll(async () => {
  test = await migratedTestDatabase();
  connections = new PostgresErpConnectionRepository(test.database, new AesSecretBox('k'.repeat(32)));
});
afterAll(() => test.drop());
beforeEach(() => test.database.query('TRUNCATE account, erp_connection CASCADE'));

describe('an ERP connection', () => {
  it('is read back as it was added, its secrets apart', async () => {
    const { secrets, ...rest } = CONNECTION;
    const added = await connections.add(CONNECTION);
    expect(added).toMatchObject({ ...rest, secretKeys: ['ionapi', 'password'], version: 1 });
    expect(await connections.find(added.id)).toEqual(added);
    expect(await connections.list()).toEqual([added]);
    expect(await connections.secretsOf(added.id)).toEqual(secrets);
    expect(JSON.stringify(added)).not.toContain(SECRET);
  });

  it('keeps the id it was tested under', async () => {
    const id = newId();
    expect((await connections.add({ ...CONNECTION, id })).id).toBe(id);
  });

  it('has no secret in the database that could be read without the key', async () => {
    await connections.add(CONNECTION);
    const rows = await test.database.query(
      `SELECT secret::text, encode(ciphertext, 'escape') AS bytes, connection::text
       FROM erp_connection_secret secret JOIN erp_connection connection ON connection.id = secret.connection_id`,
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(SECRET);
    const wrongKey = new PostgresErpConnectionRepository(test.database, new AesSecretBox('x'.repeat(32)));
    const [added] = await wrongKey.list();
    await expect(wrongKey.secretsOf(added?.id ?? '')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('does not open a secret that was moved to it from another connection', async () => {
    const east = await connections.add(CONNECTION);
    const west = await connections.add({ ...CONNECTION, name: 'West', secrets: {} });
    await test.database.query('UPDATE erp_connection_secret SET connection_id = $1', [west.id]);
    await expect(connections.secretsOf(west.id)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await connections.secretsOf(east.id)).toEqual({});
  });

  it('keeps the secrets a change does not name', async () => {
    const added = await connections.add(CONNECTION);
    const changed = await connections.change(added, { secrets: { password: 'new' }, settings: { company: 2 } });
    expect(changed).toMatchObject({ settings: { company: 2 }, name: 'SX.e East', version: 2 });
    expect(await connections.secretsOf(added.id)).toEqual({ ionapi: SECRET, password: 'new' });
    expect(await connections.change(changed, { enabled: false })).toMatchObject({ enabled: false, version: 3 });
  });

  it('leaves the secrets alone where the change was made to an old version', async () => {
    const added = await connections.add(CONNECTION);
    await connections.change(added, { name: 'East' });
    await expect(connections.change(added, { secrets: { password: 'new' } })).rejects.toThrow(StaleVersionError);
    expect(await connections.secretsOf(added.id)).toMatchObject({ password: 'hunter2' });
  });

  it('has a name of its own', async () => {
    await connections.add(CONNECTION);
    await expect(connections.add({ ...CONNECTION, name: 'sx.E EAST' })).rejects.toMatchObject({
      code: 'conflict',
      errors: [{ field: 'name' }],
    });
  });

  it('takes nothing but flat settings', async () => {
    const settings = { rows: [{ number: '1' }] } as unknown as NewErpConnection['settings'];
    await expect(connections.add({ ...CONNECTION, settings })).rejects.toMatchObject({ code: 'invalid-request' });
    const added = await connections.add(CONNECTION);
    await expect(connections.change(added, { settings })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('goes with its secrets, but not while accounts are linked to it', async () => {
    const added = await connections.add(CONNECTION);
    const accountId = newId();
    await test.database.query(`INSERT INTO account (id, name) VALUES ($1, 'Acme')`, [accountId]);
    await test.database.query(
      `INSERT INTO account_erp_link (id, account_id, connection_id, kind, external_id)
       VALUES (gen_random_uuid(), $1, $2, 'customer', '1001')`,
      [accountId, added.id],
    );
    await expect(connections.remove(added)).rejects.toMatchObject({ code: 'conflict' });
    expect(await connections.countLinkedAccounts(added.id)).toBe(1);
    await test.database.query('DELETE FROM account_erp_link');
    expect(await connections.countLinkedAccounts(added.id)).toBe(0);
    await connections.remove(added);
    expect(await connections.find(added.id)).toBeUndefined();
    expect(await test.database.query('SELECT 1 FROM erp_connection_secret')).toEqual([]);
  });
});
