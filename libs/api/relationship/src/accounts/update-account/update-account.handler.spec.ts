import type { SignedInUser } from '@headwater/api/edge';
import { newId, type RecordVersion, StaleVersionError } from '@headwater/kernel';
import { type Account, UpdateAccountBody } from '@headwater/relationship';
import { AccountsInMemory, NOTHING_ELSE } from '../../testing/accounts-in-memory';
import { someoneAs } from '../../testing/people';
import { UpdateAccountCommand } from './update-account.command';
import { UpdateAccountHandler } from './update-account.handler';

const accounts = new AccountsInMemory();
const handler = new UpdateAccountHandler(accounts);
const rep = someoneAs('rep');

function update(actor: SignedInUser, target: RecordVersion, changes: Partial<UpdateAccountBody>): Promise<Account> {
  return handler.execute(new UpdateAccountCommand(actor, target, Object.assign(new UpdateAccountBody(), changes)));
}

const add = (ownerId: string | null, parentId: string | null = null) =>
  accounts.add({ ...NOTHING_ELSE, name: 'Acme', phone: '1', ownerId, parentId });

describe('changing an account', () => {
  it('keeps what is not named and clears what is null', async () => {
    const account = await add(rep.id);
    expect(await update(rep, account, { name: 'Acme Corp' })).toMatchObject({ name: 'Acme Corp', phone: '1' });
    expect(await update(rep, { ...account, version: 2 }, { phone: null })).toMatchObject({ phone: null });
  });

  it('is refused for a version that is no longer the current one, and for an account that is not there', async () => {
    const account = await add(rep.id);
    await update(rep, account, { name: 'First' });
    await expect(update(rep, account, { name: 'Second' })).rejects.toThrow(StaleVersionError);
    await expect(update(rep, { id: newId(), version: 1 }, {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is for everyone in sales, but not for the service desk', async () => {
    const account = await add(newId());
    await expect(update(someoneAs('service-desk'), account, { name: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await update(rep, account, { name: 'x' })).toMatchObject({ name: 'x' });
  });

  it('lets a rep give an own account away, and not take that of another or of nobody', async () => {
    const own = await add(rep.id);
    for (const owner of [newId(), null]) {
      await expect(update(rep, await add(owner), { ownerId: rep.id })).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await update(rep, own, { ownerId: newId() })).toMatchObject({ version: 2 });
    expect(await update(someoneAs('manager'), await add(newId()), { ownerId: rep.id })).toMatchObject({
      ownerId: rep.id,
    });
  });

  it('does not put an account below itself, directly or round a corner', async () => {
    const top = await add(rep.id);
    const middle = await add(rep.id, top.id);
    const bottom = await add(rep.id, middle.id);
    for (const parentId of [top.id, middle.id, bottom.id]) {
      await expect(update(rep, top, { parentId })).rejects.toMatchObject({ errors: [{ field: 'parentId' }] });
    }
    expect(await update(rep, bottom, { parentId: top.id })).toMatchObject({ parentId: top.id });
    expect(await update(rep, middle, { parentId: null })).toMatchObject({ parentId: null });
  });
});
