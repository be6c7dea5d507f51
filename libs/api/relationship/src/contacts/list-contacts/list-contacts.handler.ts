import { authorize, toCountedPage } from '@headwater/api/edge';
import type { CountedPage } from '@headwater/kernel';
import { type Contact, ContactRepository } from '@headwater/relationship';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { listQueryOf, textOf } from '../../lists/list-query-of';
import { ListContactsQuery } from './list-contacts.query';

@QueryHandler(ListContactsQuery)
export class ListContactsHandler implements IQueryHandler<ListContactsQuery> {
  constructor(private readonly contacts: ContactRepository) {}

  async execute({ actor, params }: ListContactsQuery): Promise<CountedPage<Contact>> {
    authorize(actor, 'read', 'Contact');
    const { accountId } = params;
    const query = {
      ...listQueryOf(params, params.sort ?? 'name'),
      ...(accountId === undefined ? {} : { accountId }),
      ...textOf(params.q),
    };
    return toCountedPage(await this.contacts.list(query));
  }
}
