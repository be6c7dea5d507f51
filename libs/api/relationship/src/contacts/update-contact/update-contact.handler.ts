import { authorizeOn } from '@headwater/api/edge';
import { type Contact, ContactRepository } from '@headwater/relationship';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { currentVersion } from '../../current-version';
import { UpdateContactCommand } from './update-contact.command';

@CommandHandler(UpdateContactCommand)
export class UpdateContactHandler implements ICommandHandler<UpdateContactCommand> {
  constructor(private readonly contacts: ContactRepository) {}

  async execute({ actor, target, body }: UpdateContactCommand): Promise<Contact> {
    const found = await this.contacts.find(target.id);
    const contact = currentVersion(found, { version: target.version, called: 'This contact' });
    authorizeOn(actor, 'update', { subject: 'Contact', fields: contact });
    return this.contacts.change(target, { ...body });
  }
}
