import { newId } from '@headwater/kernel';
import { AccountsInMemory, NOTHING_ELSE } from '../../testing/accounts-in-memory';
import { someoneAs } from '../../testing/people';
import { UnlinkCustomerCommand } from '../unlink-customer/unlink-customer.command';
import { UnlinkCustomerHandler } from '../unlink-customer/unlink-customer.handler';
import { LinkCustomerCommand } from './link-customer.command';
import { LinkCustomerHandler } from './link-customer.handler';

describe('linking an account to a customer', () => {
  const accounts = new AccountsInMemory();
  const linking = new LinkCustomerHandler(accounts);
  const unlinking = new UnlinkCustomerHandler(accounts);
  const rep = someoneAs('rep');
  const connectionId = newId();
  const add = () => accounts.add({ ...NOTHING_ELSE, name: 'Acme' });
  const link = (accountId: string, externalId: string, actor = rep) =>
    linking.execute(new LinkCustomerCommand(actor, accountId, { connectionId, externalId }));

  it('adds a pointer, several of them if need be', async () => {
    const { id } = await add();
    await link(id, '0001001');
    const { erpLinks } = await link(id, '0001002');
    expect(erpLinks.map(({ externalId }) => externalId)).toEqual(['0001001', '0001002']);
  });

  it('is refused the second time', async () => {
    const { id } = await add();
    await link(id, 'ab1');
    await expect(link(id, 'AB1')).rejects.toMatchObject({ code: 'conflict', errors: [{ field: 'externalId' }] });
  });

  it('needs an account, and the permission to change it', async () => {
    await expect(link(newId(), '1')).rejects.toMatchObject({ code: 'not-found' });
    const { id } = await add();
    await expect(link(id, '1', someoneAs('service-desk'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('can be taken back by those who may change the account', async () => {
    const { id } = await add();
    const linkId = (await link(id, '1')).erpLinks[0]?.id ?? '';
    const unlink = (role: 'rep' | 'service-desk') =>
      unlinking.execute(new UnlinkCustomerCommand(someoneAs(role), { accountId: id, linkId }));
    await expect(unlink('service-desk')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await unlink('rep')).toMatchObject({ erpLinks: [] });
  });
});
