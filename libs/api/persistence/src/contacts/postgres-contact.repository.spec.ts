import { newId, StaleVersionError } from '@headwater/kernel';
import { migratedTestDatabase, type TestDatabase } from '../testing/test-database';
import { PostgresContactRepository } from './postgres-contact.repository';

let test: TestDatabase;
let contacts: PostgresContactRepository;
let accountId: string;
beforeAll(async () => {
  test = await migratedTestDatabase();
  contacts = new PostgresContactRepository(test.database);
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.database.query('TRUNCATE account CASCADE');
  accountId = await anAccount();
});

async function anAccount(): Promise<string> {
  const id = newId();
  await test.database.query(`INSERT INTO account (id, name) VALUES ($1, 'Acme')`, [id]);
  return id;
}

const add = (name: string, email: string | null = null, of = accountId) =>
  contacts.add({ accountId: of, name, title: null, email, phone: null });

describe('a contact', () => {
  it('is read back as it was added, changed and removed', async () => {
    const added = await contacts.add({ accountId, name: 'Ann', title: 'Buyer', email: 'ann@acme.example', phone: '1' });
    expect(await contacts.find(added.id)).toEqual(added);
    const changed = await contacts.change(added, { title: null, name: 'Ann Lee' });
    expect(changed).toMatchObject({ name: 'Ann Lee', title: null, email: 'ann@acme.example', version: 2 });
    await expect(contacts.remove(added)).rejects.toThrow(StaleVersionError);
    await contacts.remove(changed);
    expect(await contacts.find(added.id)).toBeUndefined();
  });

  it('needs an account that exists, and goes with it', async () => {
    await expect(add('Ann', null, newId())).rejects.toMatchObject({ errors: [{ field: 'accountId' }] });
    const added = await add('Ann');
    await test.database.query('DELETE FROM account');
    expect(await contacts.find(added.id)).toBeUndefined();
  });
});

describe('the list of contacts', () => {
  it('is that of one account, or of all', async () => {
    await add('Bob');
    await add('Ann');
    await add('Zoe', null, await anAccount());
    const names = async (query: object) =>
      (await contacts.list({ limit: 10, sort: 'name', ...query })).items.map(({ name }) => name);
    expect(await names({ accountId })).toEqual(['Ann', 'Bob']);
    expect(await names({})).toEqual(['Ann', 'Bob', 'Zoe']);
  });

  it('is searched by the middle of a name or an e-mail address', async () => {
    await add('Ann Lee', 'a.lee@acme.example');
    await add('Bob', 'bob@other.example');
    const count = async (text: string) => (await contacts.list({ limit: 10, sort: 'name', text })).count;
    expect(await count('nn l')).toEqual({ value: 1, exact: true });
    expect(await count('@OTHER')).toEqual({ value: 1, exact: true });
    expect(await count('example')).toEqual({ value: 2, exact: true });
  });

  it('comes in pages', async () => {
    for (const name of ['a', 'b', 'c']) await add(name);
    const first = await contacts.list({ limit: 2, sort: '-updatedAt', accountId });
    const second = await contacts.list({ limit: 2, sort: '-updatedAt', accountId, after: first.next! });
    expect([...first.items, ...second.items].map(({ name }) => name).sort()).toEqual(['a', 'b', 'c']);
    expect(second.next).toBeNull();
    expect(second.count).toEqual({ value: 3, exact: true });
  });
});
