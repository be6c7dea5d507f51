import { newId } from '@headwater/kernel';
import { AccountsInMemory } from '../../testing/accounts-in-memory';
import { someoneAs } from '../../testing/people';
import { CreateAccountCommand } from './create-account.command';
import { CreateAccountHandler } from './create-account.handler';

describe('creating an account', () => {
  const accounts = new AccountsInMemory();
  const handler = new CreateAccountHandler(accounts);
  const rep = someoneAs('rep');
  const create = (body: CreateAccountCommand['body'], actor = rep) =>
    handler.execute(new CreateAccountCommand(actor, body));

  it('makes its creator the owner, unless another or nobody is named', async () => {
    const other = newId();
    expect(await create({ name: 'Acme' })).toMatchObject({ name: 'Acme', ownerId: rep.id, phone: null });
    expect(await create({ name: 'Acme', ownerId: other })).toMatchObject({ ownerId: other });
    expect(await create({ name: 'Acme', ownerId: null })).toMatchObject({ ownerId: null });
  });

  it('is not for the service desk', async () => {
    accounts.rows.clear();
    await expect(create({ name: 'Acme' }, someoneAs('service-desk'))).rejects.toMatchObject({ code: 'forbidden' });
    expect(accounts.rows.size).toBe(0);
  });
});
