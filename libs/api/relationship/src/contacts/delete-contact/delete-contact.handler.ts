import { authorizeOn } from '@headwater/api/edge';
import { AccountRepository, ContactRepository } from '@headwater/relationship';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { currentVersion } from '../../current-version';
import { DeleteContactCommand } from './delete-contact.command';

@CommandHandler(DeleteContactCommand)
export class DeleteContactHandler implements ICommandHandler<DeleteContactCommand> {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly accounts: AccountRepository,
  ) {}

  async execute({ actor, target }: DeleteContactCommand): Promise<void> {
    const found = await this.contacts.find(target.id);
    const contact = currentVersion(found, { version: target.version, called: 'This contact' });
    // A contact belongs to whoever owns its account.
    const account = await this.accounts.find(contact.accountId);
    const fields = { ...contact, accountOwnerId: account?.ownerId ?? null };
    authorizeOn(actor, 'delete', { subject: 'Contact', fields });
    await this.contacts.remove(target);
  }
}
