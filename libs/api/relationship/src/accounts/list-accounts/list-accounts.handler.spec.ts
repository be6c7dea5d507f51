import { DomainError } from '@headwater/kernel';
import { AccountsInMemory, NOTHING_ELSE } from '../../testing/accounts-in-memory';
import { someoneAs } from '../../testing/people';
import { ListAccountsHandler } from './list-accounts.handler';
import { ListAccountsQuery } from './list-accounts.query';

describe('listing accounts', () => {
  const accounts = new AccountsInMemory();
  const handler = new ListAccountsHandler(accounts);
  const list = (params: ListAccountsQuery['params'], actor = someoneAs('rep')) =>
    handler.execute(new ListAccountsQuery(actor, params));

  beforeEach(async () => {
    accounts.rows.clear();
    accounts.queries.length = 0;
    await accounts.add({ ...NOTHING_ELSE, name: 'Acme' });
  });

  it('starts with the first fifty by name', async () => {
    await list({});
    expect(accounts.queries).toEqual([{ limit: 50, sort: 'name' }]);
  });

  it('goes on behind the cursor it gave', async () => {
    const { nextCursor, items } = await list({ limit: 1, q: 'acm' });
    await list({ limit: 1, q: 'acm', cursor: nextCursor ?? '' });
    const after = { sort: 'name', value: 'Acme', id: items[0]?.id };
    expect(accounts.queries[1]).toEqual({ limit: 1, sort: 'name', text: 'acm', after });
  });

  it('refuses a cursor of another sort', async () => {
    const { nextCursor } = await list({});
    await expect(list({ sort: '-updatedAt', cursor: nextCursor ?? '' })).rejects.toThrow(DomainError);
  });

  it('does not search for nothing', async () => {
    await list({ q: null });
    expect(accounts.queries[0]).not.toHaveProperty('text');
  });

  it('is refused, count and all, without the permission to read accounts', async () => {
    const nobody = { ...someoneAs('rep'), ability: someoneAs('rep').ability };
    nobody.ability.update([]);
    await expect(list({}, nobody)).rejects.toMatchObject({ code: 'forbidden' });
    expect(accounts.queries).toEqual([]);
  });
});
