import type { SignedInUser } from '@headwater/api/edge';
import { newId } from '@headwater/kernel';
import { AccountsInMemory, NOTHING_ELSE } from '../../testing/accounts-in-memory';
import { ContactsInMemory } from '../../testing/contacts-in-memory';
import { someoneAs } from '../../testing/people';
import { DeleteContactCommand } from './delete-contact.command';
import { DeleteContactHandler } from './delete-contact.handler';

describe('deleting a contact', () => {
  const accounts = new AccountsInMemory();
  const contacts = new ContactsInMemory();
  const handler = new DeleteContactHandler(contacts, accounts);
  const rep = someoneAs('rep');

  async function deleteOneOf(ownerId: string | null, actor: SignedInUser): Promise<void> {
    const { id: accountId } = await accounts.add({ ...NOTHING_ELSE, name: 'Acme', ownerId });
    const contact = await contacts.add({ accountId, name: 'Ann', title: null, email: null, phone: null });
    await handler.execute(new DeleteContactCommand(actor, contact));
    expect(await contacts.find(contact.id)).toBeUndefined();
  }

  it('is for the owner of its account and for managers', async () => {
    await deleteOneOf(rep.id, rep);
    await deleteOneOf(newId(), someoneAs('manager'));
    await expect(deleteOneOf(newId(), rep)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(deleteOneOf(null, rep)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
