import { newId, StaleVersionError } from '@headwater/kernel';
import { countingStatements } from '../testing/counted-statements';
import { aUser } from '../testing/people';
import { migratedTestDatabase, type TestDatabase } from '../testing/test-database';
import { PostgresConversationRepository } from './postgres-conversation.repository';

let test: TestDatabase;
let conversations: PostgresConversationRepository;
let accountId: string;
let authorId: string;
beforeAll(async () => {
  test = await migratedTestDatabase();
  conversations = new PostgresConversationRepository(test.database);
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.database.query('TRUNCATE account, app_user CASCADE');
  accountId = newId();
  await test.database.query(`INSERT INTO account (id, name) VALUES ($1, 'Acme')`, [accountId]);
  authorId = await aUser(test.database, 'Rita Rep');
});

const add = (body: string, occurredAt = '2026-11-23T09:00:00.000Z') =>
  conversations.add({ accountId, kind: 'note', body, authorId, occurredAt });

describe('a note', () => {
  it('is read back as it was added, with the name of its author', async () => {
    const added = await add('Called.\nWants 20 more.', '2026-11-23T10:14:03.120+01:00');
    expect(added).toMatchObject({ authorName: 'Rita Rep', occurredAt: '2026-11-23T09:14:03.120Z', version: 1 });
    expect(await conversations.find(added.id)).toEqual(added);
  });

  it('is changed and removed in its current version only', async () => {
    const added = await add('Called.');
    const changed = await conversations.change(added, { body: 'Called twice.' });
    expect(changed).toMatchObject({ body: 'Called twice.', occurredAt: added.occurredAt, version: 2 });
    await expect(conversations.change(added, { body: 'x' })).rejects.toThrow(StaleVersionError);
    await conversations.remove(changed);
    await expect(conversations.remove(changed)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('needs an account and an author that exist', async () => {
    const note = { accountId, kind: 'note' as const, body: 'x', authorId, occurredAt: '2026-11-23T09:00:00Z' };
    await expect(conversations.add({ ...note, accountId: newId() })).rejects.toMatchObject({
      errors: [{ field: 'accountId' }],
    });
    await expect(conversations.add({ ...note, authorId: newId() })).rejects.toMatchObject({
      errors: [{ field: 'authorId' }],
    });
  });

  it('has up to 10,000 characters, whatever they are', async () => {
    expect((await add('🚚'.repeat(5_000))).body).toHaveLength(10_000);
    await expect(add('x'.repeat(10_001))).rejects.toThrow();
  });
});

describe('the notes of an account', () => {
  it('come newest first, page by page, and in as many statements for one as for many', async () => {
    for (const minute of ['02', '00', '01', '01']) await add(`at ${minute}`, `2026-11-23T09:${minute}:00.000Z`);
    const first = await conversations.list({ limit: 3, sort: '-occurredAt', accountId });
    const second = await conversations.list({ limit: 3, sort: '-occurredAt', accountId, after: first.next! });
    const bodies = [...first.items, ...second.items].map(({ body }) => body);
    expect(bodies).toEqual(['at 02', 'at 01', 'at 01', 'at 00']);
    expect(second.next).toBeNull();

    const statementsFor = (limit: number) =>
      countingStatements(async () => void (await conversations.list({ limit, sort: '-occurredAt', accountId })));
    expect(await statementsFor(1)).toBe(2);
    expect(await statementsFor(4)).toBe(2);
  });
});
