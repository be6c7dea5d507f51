import { newId, StaleVersionError } from '@headwater/kernel';
import { AccountsInMemory, NOTHING_ELSE } from '../../testing/accounts-in-memory';
import { someoneAs } from '../../testing/people';
import { DeleteAccountCommand } from './delete-account.command';
import { DeleteAccountHandler } from './delete-account.handler';

describe('deleting an account', () => {
  const accounts = new AccountsInMemory();
  const handler = new DeleteAccountHandler(accounts);
  const rep = someoneAs('rep');
  const add = (ownerId: string | null) => accounts.add({ ...NOTHING_ELSE, name: 'Acme', ownerId });

  it('is for its owner and for managers', async () => {
    const [own, others] = [await add(rep.id), await add(newId())];
    await handler.execute(new DeleteAccountCommand(rep, own));
    await expect(handler.execute(new DeleteAccountCommand(rep, others))).rejects.toMatchObject({ code: 'forbidden' });
    await handler.execute(new DeleteAccountCommand(someoneAs('manager'), others));
    expect(accounts.rows.size).toBe(0);
  });

  it('is refused for an old version', async () => {
    const own = await add(rep.id);
    await accounts.change(own, { ownerId: newId() });
    await expect(handler.execute(new DeleteAccountCommand(rep, own))).rejects.toThrow(StaleVersionError);
  });
});
