import { authorizeOn } from '@headwater/api/edge';
import { DomainError } from '@headwater/kernel';
import { type Contact, ContactRepository } from '@headwater/relationship';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { GetContactQuery } from './get-contact.query';

@QueryHandler(GetContactQuery)
export class GetContactHandler implements IQueryHandler<GetContactQuery> {
  constructor(private readonly contacts: ContactRepository) {}

  async execute({ actor, id }: GetContactQuery): Promise<Contact> {
    const contact = await this.contacts.find(id);
    if (contact === undefined) throw new DomainError('not-found', 'This contact does not exist.');
    authorizeOn(actor, 'read', { subject: 'Contact', fields: contact });
    return contact;
  }
}
