import { DomainError, newId, StaleVersionError } from '@headwater/kernel';
import type { Account, AccountDetails, AccountListQuery } from '@headwater/relationship';
import { countingStatements } from '../testing/counted-statements';
import { aUser } from '../testing/people';
import { migratedTestDatabase, type TestDatabase } from '../testing/test-database';
import { PostgresAccountRepository } from './postgres-account.repository';

let test: TestDatabase;
let accounts: PostgresAccountRepository;
beforeAll(async () => {
  test = await migratedTestDatabase();
  accounts = new PostgresAccountRepository(test.database);
});
afterAll(() => test.drop());
beforeEach(() => test.database.query('TRUNCATE account, erp_connection, app_user CASCADE'));

const NOTHING_ELSE = { phone: null, website: null, industry: null, territory: null, ownerId: null, parentId: null };

function add(name: string, details: Partial<AccountDetails> = {}): Promise<Account> {
  return accounts.add({ name, ...NOTHING_ELSE, ...details });
}

async function aConnection(name: string): Promise<string> {
  const id = newId();
  await test.database.query(
    `INSERT INTO erp_connection (id, name, adapter, settings) VALUES ($1, $2, 'infor-sxe', '{}')`,
    [id, name],
  );
  return id;
}

async function namesOf(query: Partial<AccountListQuery>): Promise<readonly string[]> {
  const { items } = await accounts.list({ limit: 100, sort: 'name', ...query });
  return items.map(({ name }) => name);
}

/** Walks a list to its end, page by page. */
async function walk(query: Omit<AccountListQuery, 'after'>): Promise<readonly string[]> {
  const names: string[] = [];
  for (let page = await accounts.list(query); ; page = await accounts.list({ ...query, after: page.next })) {
    names.push(...page.items.map(({ name, id }) => `${name} ${id}`));
    if (page.next === null) return names;
  }
}

describe('an account', () => {
  it('is read back as it was added', async () => {
    const ownerId = await aUser(test.database, 'Rita Rep');
    const parent = await add('Acme Group');
    const details = { phone: '+1 555 0100', website: 'https://acme.example', industry: 'Tools', territory: 'East' };
    const added = await add('Acme West', { ...details, ownerId, parentId: parent.id });
    expect(added).toMatchObject({ name: 'Acme West', ...details, ownerId, ownerName: 'Rita Rep', parentId: parent.id });
    expect(added).toMatchObject({ erpLinks: [], version: 1 });
    expect(await accounts.find(added.id)).toEqual(added);
  });

  it('is nothing where nobody added it', async () => {
    expect(await accounts.find(newId())).toBeUndefined();
  });

  it('is found among others with its links, and those that are not there are not', async () => {
    const [linked, plain] = [await add('Acme'), await add('Bolt')];
    await add('Never asked for');
    const connectionId = await aConnection('SX.e East');
    const link = await accounts.link(linked.id, { connectionId, externalId: '1001' });
    const found = await accounts.findEach([plain.id, newId(), linked.id, linked.id]);
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining([link, plain]));
    expect(await accounts.findEach([])).toEqual([]);
  });

  it('grows its version with each change and keeps what was not named', async () => {
    const added = await add('Acme', { phone: '1' });
    const changed = await accounts.change(added, { name: 'Acme Corp' });
    expect(changed).toMatchObject({ name: 'Acme Corp', phone: '1', version: 2 });
    expect(Date.parse(changed.updatedAt)).toBeGreaterThanOrEqual(Date.parse(added.updatedAt));
    expect(await accounts.change(changed, { phone: null })).toMatchObject({ phone: null, version: 3 });
  });

  it('refuses a change made to an old version', async () => {
    const added = await add('Acme');
    await accounts.change(added, { name: 'First' });
    await expect(accounts.change(added, { name: 'Second' })).rejects.toThrow(StaleVersionError);
    await expect(accounts.remove(added)).rejects.toThrow(StaleVersionError);
    expect(await accounts.find(added.id)).toMatchObject({ name: 'First', version: 2 });
  });

  it('lets exactly one of many simultaneous changes win', async () => {
    const added = await add('Acme');
    const attempts = Array.from({ length: 8 }, (_, at) => accounts.change(added, { name: `Acme ${at}` }));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await accounts.find(added.id)).toMatchObject({ version: 2 });
  });

  it('that is gone can be neither changed nor removed', async () => {
    const added = await add('Acme');
    await accounts.remove(added);
    await expect(accounts.change(added, { name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(accounts.remove(added)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('names the field that refers to nothing', async () => {
    const fieldsOf = (error: unknown) =>
      error instanceof DomainError ? error.errors.map(({ field }) => field) : error;
    expect(await add('Acme', { ownerId: newId() }).catch(fieldsOf)).toEqual(['ownerId']);
    expect(await add('Acme', { parentId: newId() }).catch(fieldsOf)).toEqual(['parentId']);
  });

  it('knows the line of accounts above it', async () => {
    const top = await add('Top');
    const middle = await add('Middle', { parentId: top.id });
    const bottom = await add('Bottom', { parentId: middle.id });
    expect(await accounts.ancestorIds(bottom.id)).toEqual([middle.id, top.id]);
    expect(await accounts.ancestorIds(top.id)).toEqual([]);
    await accounts.change(top, { parentId: bottom.id });
    expect(await accounts.ancestorIds(bottom.id)).toHaveLength(3);
  });
});

describe('a link', () => {
  it('shows with the name of its connection, and counts as a change of the account', async () => {
    const east = await aConnection('SX.e East');
    const account = await add('Acme');
    const linked = await accounts.link(account.id, { connectionId: east, externalId: '0001001' });
    expect(linked.version).toBe(2);
    expect(linked.erpLinks).toEqual([
      {
        id: expect.any(String),
        connectionId: east,
        connectionName: 'SX.e East',
        kind: 'customer',
        externalId: '0001001',
      },
    ]);
    const unlinked = await accounts.unlink(account.id, linked.erpLinks[0]?.id ?? '');
    expect(unlinked).toMatchObject({ erpLinks: [], version: 3 });
  });

  it('is unique per account, whatever the case, and free for other accounts', async () => {
    const connectionId = await aConnection('SX.e East');
    const [acme, twin] = [await add('Acme'), await add('Twin')];
    await accounts.link(acme.id, { connectionId, externalId: 'ab1' });
    await expect(accounts.link(acme.id, { connectionId, externalId: 'AB1' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await accounts.link(twin.id, { connectionId, externalId: 'ab1' })).erpLinks).toHaveLength(1);
    expect(await accounts.find(acme.id)).toMatchObject({ version: 2 });
  });

  it('can be what a list is asked to lack, one connection at a time', async () => {
    const [east, west] = [await aConnection('SX.e East'), await aConnection('SX.e West')];
    const [acme, zenith] = [await add('Acme'), await add('Zenith')];
    await accounts.link(acme.id, { connectionId: east, externalId: '1' });
    await accounts.link(zenith.id, { connectionId: west, externalId: '1' });
    const without = async (notLinkedTo: string) =>
      (await accounts.list({ limit: 10, sort: 'name', notLinkedTo })).items.map(({ name }) => name);
    expect(await without(east)).toEqual(['Zenith']);
    expect(await without(west)).toEqual(['Acme']);
    await add('Zenith West');
    const page = await accounts.list({ limit: 10, sort: 'name', notLinkedTo: west, text: 'zen' });
    expect(page).toMatchObject({ items: [{ name: 'Zenith West' }], count: { value: 1, exact: true } });
  });

  it('needs an account and a connection that exist', async () => {
    const connectionId = await aConnection('SX.e East');
    const acme = await add('Acme');
    const link = { connectionId, externalId: '1' };
    await expect(accounts.link(newId(), link)).rejects.toMatchObject({ code: 'not-found' });
    await expect(accounts.link(acme.id, { ...link, connectionId: newId() })).rejects.toMatchObject({
      errors: [{ field: 'connectionId' }],
    });
    const other = await add('Other');
    const linked = await accounts.link(acme.id, link);
    await expect(accounts.unlink(other.id, linked.erpLinks[0]?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the list of accounts', () => {
  it('is sorted by name without regard to case, both ways', async () => {
    for (const name of ['beta', 'Alpha', 'Gamma', 'ALPINE']) await add(name);
    expect(await namesOf({ sort: 'name' })).toEqual(['Alpha', 'ALPINE', 'beta', 'Gamma']);
    expect(await namesOf({ sort: '-name' })).toEqual(['Gamma', 'beta', 'ALPINE', 'Alpha']);
  });

  it('is sorted by the last change, both ways', async () => {
    const [first] = [await add('first'), await add('second'), await add('third')];
    await new Promise((done) => setTimeout(done, 5));
    await accounts.change(first, { phone: '1' });
    expect((await namesOf({ sort: '-updatedAt' }))[0]).toBe('first');
    expect((await namesOf({ sort: 'updatedAt' })).at(-1)).toBe('first');
  });

  it.each(['name', '-name', 'updatedAt', '-updatedAt'] as const)(
    'can be walked by %s without losing or repeating a row, though many are equal',
    async (sort) => {
      await test.database.query(
        `INSERT INTO account (id, name, updated_at)
         SELECT gen_random_uuid(), 'Name ' || at % 5, '2026-11-23T09:00:00Z'::timestamptz + (at % 3) * interval '1 ms'
         FROM generate_series(1, 47) at`,
      );
      const whole = await walk({ limit: 100, sort });
      const pieces = await walk({ limit: 7, sort });
      expect(pieces).toHaveLength(47);
      expect(pieces).toEqual(whole);
    },
  );

  it('goes on where it was left off although the row there was renamed or removed', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await add(name);
    const { items, next } = await accounts.list({ limit: 2, sort: 'name' });
    await accounts.remove(items[1] ?? items[0]!);
    await add('aa');
    const { items: rest } = await accounts.list({ limit: 2, sort: 'name', after: next! });
    expect(rest.map(({ name }) => name)).toEqual(['c', 'd']);
  });

  it('has no next page where a page ends with the last row', async () => {
    for (const name of ['a', 'b']) await add(name);
    expect((await accounts.list({ limit: 2, sort: 'name' })).next).toBeNull();
  });

  it('refuses a position that no list answered with', async () => {
    const after = { sort: 'updatedAt', value: 'yesterday', id: newId() };
    await expect(accounts.list({ limit: 2, sort: 'updatedAt', after })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });

  it('finds the middle of a word, and takes % and _ for what they are', async () => {
    for (const name of ['Northern Hydraulics', 'Hydro 100%', 'Hydro 100x', 'snake_case', 'snakeXcase']) await add(name);
    expect(await namesOf({ text: 'draul' })).toEqual(['Northern Hydraulics']);
    expect(await namesOf({ text: '0%' })).toEqual(['Hydro 100%']);
    expect(await namesOf({ text: 'e_c' })).toEqual(['snake_case']);
    expect(await namesOf({ text: 'HYDR' })).toHaveLength(3);
    expect(await namesOf({ text: `'; DROP TABLE account; --` })).toEqual([]);
  });

  it('finds an account by a customer number it is linked to', async () => {
    const connectionId = await aConnection('SX.e East');
    const acme = await add('Acme');
    await add('Other');
    await accounts.link(acme.id, { connectionId, externalId: '0001001' });
    expect(await namesOf({ text: '1001' })).toEqual(['Acme']);
  });

  it('counts what the search finds, and stops counting at a thousand', async () => {
    await test.database.query(
      `INSERT INTO account (id, name) SELECT gen_random_uuid(), 'Acme ' || at FROM generate_series(1, 1001) at`,
    );
    await add('Other');
    const count = async (text?: string) =>
      (await accounts.list({ limit: 1, sort: 'name', ...(text === undefined ? {} : { text }) })).count;
    expect(await count()).toEqual({ value: 1_000, exact: false });
    expect(await count('Acme 100')).toEqual({ value: 3, exact: true });
    expect(await count('nobody')).toEqual({ value: 0, exact: true });
  });

  it('is the same for a text that thousands have in common, page by page', async () => {
    const connectionId = await aConnection('SX.e East');
    await test.database.query(
      `INSERT INTO account (id, name) SELECT gen_random_uuid(), 'Acme ' || at FROM generate_series(1, 4100) at`,
    );
    const linked = await add('Zeta');
    await accounts.link(linked.id, { connectionId, externalId: 'xACMEx' });
    await add('Other');
    const first = await accounts.list({ limit: 3, sort: '-name', text: 'acme' });
    expect(first.items.map(({ name }) => name)).toEqual(['Zeta', 'Acme 999', 'Acme 998']);
    expect(first.count).toEqual({ value: 1_000, exact: false });
    const second = await accounts.list({ limit: 2, sort: '-name', text: 'acme', after: first.next! });
    expect(second.items.map(({ name }) => name)).toEqual(['Acme 997', 'Acme 996']);
  });

  it('counts an account once that is found in several ways', async () => {
    const connectionId = await aConnection('SX.e East');
    const { id } = await add('Acme 1001');
    await accounts.link(id, { connectionId, externalId: '1001' });
    await accounts.link(id, { connectionId, externalId: '11001' });
    expect((await accounts.list({ limit: 5, sort: 'name', text: '1001' })).count).toEqual({ value: 1, exact: true });
  });

  it('asks the database equally often for one row and for many', async () => {
    const connectionId = await aConnection('SX.e East');
    const ownerId = await aUser(test.database, 'Rita Rep');
    for (let at = 0; at < 20; at += 1) {
      const { id } = await add(`Acme ${at}`, { ownerId });
      await accounts.link(id, { connectionId, externalId: String(at) });
    }
    const statementsFor = (limit: number) =>
      countingStatements(async () => {
        const { items } = await accounts.list({ limit, sort: 'name' });
        expect(items.every(({ ownerName, erpLinks }) => ownerName === 'Rita Rep' && erpLinks.length === 1)).toBe(true);
      });
    expect(await statementsFor(20)).toBe(await statementsFor(1));
    expect(await statementsFor(20)).toBe(3);
  });
});
