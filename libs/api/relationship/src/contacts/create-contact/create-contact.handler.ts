import { authorize } from '@headwater/api/edge';
import { type Contact, ContactRepository } from '@headwater/relationship';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CreateContactCommand } from './create-contact.command';

@CommandHandler(CreateContactCommand)
export class CreateContactHandler implements ICommandHandler<CreateContactCommand> {
  constructor(private readonly contacts: ContactRepository) {}

  async execute({ actor, body }: CreateContactCommand): Promise<Contact> {
    authorize(actor, 'create', 'Contact');
    return this.contacts.add({
      accountId: body.accountId,
      name: body.name,
      title: body.title ?? null,
      email: body.email ?? null,
      phone: body.phone ?? null,
    });
  }
}
