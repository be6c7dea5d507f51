import { newId } from '@headwater/kernel';
import { aUser } from '../testing/people';
import { migratedTestDatabase, type TestDatabase } from '../testing/test-database';
import { PostgresUserRoleRepository } from './postgres-user-role.repository';

describe('the roles of a user', () => {
  let test: TestDatabase;
  let roles: PostgresUserRoleRepository;
  beforeAll(async () => {
    test = await migratedTestDatabase();
    roles = new PostgresUserRoleRepository(test.database);
  });
  afterAll(() => test.drop());

  it('are replaced as a whole', async () => {
    const userId = await aUser(test.database, 'Rita Rep');
    expect(await roles.rolesOf(userId)).toEqual([]);
    await roles.replace(userId, ['rep', 'manager', 'rep']);
    expect(await roles.rolesOf(userId)).toEqual(['manager', 'rep']);
    await roles.replace(userId, ['admin']);
    expect(await roles.rolesOf(userId)).toEqual(['admin']);
    await roles.replace(userId, []);
    expect(await roles.rolesOf(userId)).toEqual([]);
  });

  it('can be given by several at once', async () => {
    const userId = await aUser(test.database, 'Rita Rep');
    await Promise.all(Array.from({ length: 8 }, () => roles.replace(userId, ['rep'])));
    expect(await roles.rolesOf(userId)).toEqual(['rep']);
  });

  it('need a user who exists', async () => {
    await expect(roles.replace(newId(), ['rep'])).rejects.toMatchObject({ code: 'not-found' });
  });
});
